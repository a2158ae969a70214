//! Texts as callers use them: likeness learnt from pairs, hostile input, and what must not depend on order.

use jinqiao_matching::text::{
    Bm25, COMPARED, Classifier, Ensemble, Example, FitError, LIMIT, Reader, Similarity, Synonyms, Tags, accuracy,
    best_threshold, keywords, normalize, numbers, read_pairs, segment, spearman,
};
use std::time::{Duration, Instant};

mod pairs;

fn examples(count: usize, seed: u64) -> Vec<Example> {
    let made = pairs::pairs(count, seed, 0..pairs::DEEDS.len()).into_iter();
    made.map(|(a, b, label)| Example { a, b, label: label.into(), cosine: None }).collect()
}

#[test]
fn what_is_learnt_holds_on_pairs_that_were_never_seen() {
    let (dev, test) = (examples(500, 1), examples(400, 2));
    let labels = |pairs: &[Example]| pairs.iter().map(|one| one.label).collect::<Vec<_>>();
    let ensemble = Ensemble::fit(Reader::default(), &dev).expect("enough pairs");
    let explained: Vec<_> = test.iter().map(|one| ensemble.explain(&one.a, &one.b, None)).collect();
    let scores: Vec<f64> = explained.iter().map(|one| one.0).collect();
    let cosines: Vec<f64> = explained.iter().map(|one| f64::from(one.1[0].1)).collect();
    assert_eq!(explained[0].1[0].0, "char cosine");
    let (found, base) = (spearman(&scores, &labels(&test)), spearman(&cosines, &labels(&test)));
    let held_out = spearman(ensemble.held_out(), &labels(&dev));
    assert!(found > base + 0.15, "{found} against {base}");
    assert!((found - held_out).abs() < 0.12, "held out {held_out}, test {found}");
    let positive = |pairs: &[Example]| pairs.iter().map(|one| one.label > 0.5).collect::<Vec<_>>();
    let (threshold, _) = best_threshold(ensemble.held_out(), &positive(&dev));
    assert!(accuracy(&scores, &positive(&test), threshold) > 0.7);
    for one in &test[..20] {
        let score = ensemble.score(&one.a, &one.b, None);
        assert!((0.0..=1.0).contains(&score));
        assert_eq!(score.to_bits(), ensemble.score(&one.b, &one.a, None).to_bits(), "the same whichever comes first");
    }
    let fit = || Ensemble::fit(Reader::default(), &dev[..80]).expect("enough pairs");
    assert_eq!(fit().held_out(), fit().held_out(), "repeatable to the last bit");
}

#[test]
fn nothing_is_learnt_from_labels_without_meaning() {
    let mut dev = examples(300, 5);
    let labels: Vec<f64> = dev.iter().map(|one| one.label).collect();
    // Every pair gets the label of another one.
    dev.iter_mut().zip(labels.iter().cycle().skip(137)).for_each(|(one, label)| one.label = *label);
    let ensemble = Ensemble::fit(Reader::default(), &dev).expect("enough pairs");
    let labels: Vec<f64> = dev.iter().map(|one| one.label).collect();
    let held_out = spearman(ensemble.held_out(), &labels);
    // Three standard errors of a correlation of 300 pairs.
    assert!(held_out.abs() < 0.18, "scores of pairs that were not seen know nothing: {held_out}");
}

#[test]
fn a_vector_that_knows_is_listened_to() {
    let made = |count, seed| {
        let mut examples = examples(count, seed);
        examples.iter_mut().for_each(|one| one.cosine = Some(0.5 + 0.4 * one.label as f32));
        examples
    };
    let ensemble = Ensemble::fit(Reader::default(), &made(120, 3)).expect("enough pairs");
    let test = made(100, 4);
    let scores: Vec<f64> = test.iter().map(|one| ensemble.score(&one.a, &one.b, one.cosine)).collect();
    let labels: Vec<f64> = test.iter().map(|one| one.label).collect();
    assert!(spearman(&scores, &labels) > 0.8);
}

#[test]
fn too_little_is_refused_and_grades_are_welcome() {
    assert_eq!(Ensemble::fit(Reader::default(), &examples(39, 1)).err(), Some(FitError::TooFew));
    let mut same = examples(60, 1);
    same.iter_mut().for_each(|one| one.label = 1.0);
    assert_eq!(Ensemble::fit(Reader::default(), &same).err(), Some(FitError::Labels));
    let mut grades = examples(60, 1);
    grades.iter_mut().enumerate().for_each(|(at, one)| one.label = (at % 6) as f64);
    assert!(Ensemble::fit(Reader::default(), &grades).is_ok());
    grades[0].label = f64::NAN;
    assert_eq!(Ensemble::fit(Reader::default(), &grades).err(), Some(FitError::Labels));
}

#[test]
fn hostile_texts_are_bounded() {
    let ten = 10_000_000;
    let hostile = [
        "贷款".repeat(ten / 6),
        "a".repeat(ten),
        "7".repeat(ten),
        "😀".repeat(ten / 4),
        "\u{0}\u{7}\u{202e}".repeat(ten / 5),
        "龘".repeat(ten / 3),
        " \t\n".repeat(ten / 3),
        "万".repeat(ten / 3),
        "一千".repeat(ten / 6),
        "e\u{301}".repeat(ten / 3),
    ];
    let (reader, similarity) = (Reader::default(), Similarity::default());
    let mut classifier = Classifier::default();
    classifier.teach("贷款", "贷款 a 7");
    let tags = Tags::new([("贷款", &["龘"][..])], Synonyms::common());
    segment("预热");
    let started = Instant::now();
    for text in &hostile {
        assert!(normalize(text).chars().count() <= LIMIT);
        let read = reader.read(text);
        assert!(read.normal.chars().count() <= COMPARED);
        let score = similarity.compare(&read, &reader.read("贷款"), None).score;
        assert!((0.0..=1.0).contains(&score));
        let words = reader.words(text);
        assert!(words.iter().map(String::len).sum::<usize>() <= 16 * LIMIT);
        let mut index = Bm25::default();
        index.add(1, &words);
        assert!(index.search(&words, 5).len() <= 1);
        assert!(keywords(text, &Default::default(), 5).len() <= 5);
        assert!(numbers(&normalize(text)).len() <= 64);
        tags.of(text);
        classifier.classify(text, 0.5);
        assert!(Synonyms::read(text).is_err() || text.trim().is_empty() || !text.contains('a'));
        assert!(read_pairs(text).is_empty());
    }
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}
