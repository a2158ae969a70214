//! Texts and sheets: `cargo bench -p jinqiao-matching --bench text`.

use divan::{Bencher, black_box};
use jinqiao_matching::sheet::{Number, Sheet};
use jinqiao_matching::text::{Bm25, Classifier, Reader, Similarity, keywords, normalize, segment};

#[path = "../tests/pairs/mod.rs"]
mod pairs;

fn main() {
    // Loading jieba's dictionary is no part of what is measured.
    black_box(segment("预热"));
    divan::main();
}

/// A demand of 500 characters.
fn demand() -> String {
    let text = "我公司是专精特新企业，主要生产光伏组件和储能设备，现有在手订单三千万元，需要采购原材料并购置数控机床，\
                希望以应收账款和发明专利质押，申请流动资金贷款五百万元，期限十二个月，按月付息到期还本。";
    text.chars().cycle().take(500).collect()
}

#[divan::bench]
fn segment_a_demand_of_500_characters(bencher: Bencher) {
    let text = demand();
    bencher.bench(|| segment(&normalize(black_box(&text))));
}

#[divan::bench]
fn keywords_of_a_demand(bencher: Bencher) {
    let (text, counts) = (demand(), Default::default());
    bencher.bench(|| keywords(black_box(&text), &counts, 10));
}

#[divan::bench]
fn read_a_question(bencher: Bencher) {
    let reader = Reader::default();
    bencher.bench(|| reader.read(black_box("微粒贷提前还款需要收手续费吗")));
}

#[divan::bench]
fn similarity_of_a_pair_that_was_read(bencher: Bencher) {
    let (reader, similarity) = (Reader::default(), Similarity::default());
    let (a, b) = (reader.read("微粒贷提前还款需要收手续费吗"), reader.read("我想早点把借的钱还清要另外付费么"));
    bencher.bench(|| similarity.compare(black_box(&a), black_box(&b), None));
}

#[divan::bench]
fn bm25_over_10000_documents(bencher: Bencher) {
    let (reader, mut index) = (Reader::default(), Bm25::default());
    for (key, (a, b, _)) in pairs::pairs(10_000, 5, 0..pairs::DEEDS.len()).into_iter().enumerate() {
        index.add(key, &reader.words(&format!("{a}，{b}")));
    }
    let query = reader.words("企业提前还款要多少手续费");
    bencher.bench(|| index.search(black_box(&query), 20));
}

#[divan::bench]
fn classify_a_demand(bencher: Bencher) {
    let mut classifier = Classifier::default();
    for (at, (a, _, _)) in pairs::pairs(1_000, 6, 0..pairs::DEEDS.len()).into_iter().enumerate() {
        classifier.teach(&(at % 12).to_string(), &a);
    }
    let text = demand();
    bencher.bench(|| classifier.classify(black_box(&text), 0.5));
}

#[divan::bench]
fn evaluate_a_sheet(bencher: Bencher) {
    let source = "基数 = 0.1 * revenue + 5 * tax_paid\n加分 = max(score - 60, 0) * 10\n额度 = if(score < 60, 0, min(500, 基数 + 加分))";
    let sheet = Sheet::read(source, &["revenue", "tax_paid", "score"]).expect("a sheet");
    let number = |value| Number::whole(value).expect("a number");
    let values = [("revenue", number(2_000)), ("tax_paid", number(35)), ("score", number(72))];
    bencher.bench(|| sheet.evaluate(black_box(&values)));
}
