//! By which words a product is found on the shelf: what it says, and the words for its properties.

use super::{
    Guarantee, ProductContent, ProductType, RateType,
    entity::product::{Column, Entity},
    store,
};
use crate::synonyms;
use jinqiao_db::{Db, Intent, Reading, Search, Tx, found_by_all, not_indexed, numbered};
use jinqiao_kernel::{ProductId, Result};
use jinqiao_platform::organizations;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Beginning of the numbers of products.
pub(super) const PREFIX: &str = "CP";
/// Under which institutions find their own products, by what the newest version says.
const OWN: &str = "products";
/// Under which products on the shelf are found by all that they say …
const TEXTS: &str = "shelf";
/// … and by their names.
const NAMES: &str = "shelf.names";
/// Both: what stands in the name counts twice.
pub(super) const KINDS: [&str; 2] = [TEXTS, NAMES];
/// Other ways to say one part of a query that are tried.
const OTHER_WAYS: usize = 12;
/// So many products are indexed anew in one write.
const AT_ONCE: u64 = 50;

fn type_word(of: ProductType) -> &'static str {
    match of {
        ProductType::WorkingCapital => "流动资金贷款",
        ProductType::FixedAssets => "固定资产贷款",
        ProductType::CommercialProperty => "经营性物业贷款",
        ProductType::IpPledge => "知识产权质押贷款",
        ProductType::TechCredit => "科技信用贷 创新积分贷",
        ProductType::TaxLoan => "税贷",
        ProductType::Receivables => "订单融资 应收账款融资",
        ProductType::SupplyChain => "供应链融资",
        ProductType::Bills => "票据融资",
        ProductType::BidBond => "投标保证",
        ProductType::Leasing => "融资租赁",
        ProductType::Factoring => "保理",
        ProductType::GuaranteeService => "担保",
        ProductType::MicroLoan => "小额贷款",
    }
}

fn guarantee_word(of: Guarantee) -> &'static str {
    match of {
        Guarantee::Credit => "信用贷款",
        Guarantee::Mortgage => "抵押",
        Guarantee::Pledge => "质押",
        Guarantee::Guarantor => "保证",
        Guarantee::GuaranteeCompany => "担保公司",
        Guarantee::Insurance => "保证保险",
        Guarantee::Combined => "组合担保",
    }
}

/// Words for what a product is, as people ask for it.
pub fn properties(content: &ProductContent) -> Vec<&'static str> {
    let said = [
        (content.pure_online, "纯线上"),
        (content.first_loan_friendly, "首贷"),
        (content.rate_type == Some(RateType::Lpr), "LPR"),
        (content.rate_type == Some(RateType::Fixed), "固定利率"),
    ];
    let said = said.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word);
    let guarantees = content.guarantees.iter().map(|one| guarantee_word(*one));
    said.chain(content.product_type.map(type_word)).chain(guarantees).collect()
}

fn text_of(content: &ProductContent, institution: &str) -> String {
    let named = [&content.fund_name, &content.manager].map(|name| name.clone().unwrap_or_default());
    let lists = [properties(content).join(" "), content.steps.join(" "), content.portfolio.join(" "), named.join(" ")];
    [content.name.as_str(), &content.summary, institution, &content.description, &lists.join(" ")].join(" ")
}

/// Keeps by what the product `id` is found, which says `content`.
pub async fn index(tx: &Tx, id: ProductId, content: &ProductContent, institution: &str) -> Result<()> {
    tx.index_text(TEXTS, id, &text_of(content, institution)).await?;
    tx.index_text(NAMES, id, &content.name).await
}

/// Keeps by what the institution finds its product `id`, whose newest version says `content`.
pub async fn index_own(tx: &Tx, id: ProductId, content: &ProductContent) -> Result<()> {
    tx.index_text(OWN, id, &text_of(content, "")).await
}

async fn called(db: &Db, kind: &'static str, words: &str) -> Result<Condition> {
    let number = numbered(Column::No, words, PREFIX, db.world().now());
    Ok(Condition::any().add(number).add(found_by_all(db.read(), kind, words, Column::Id).await?))
}

/// Own products that `words` name, by number or by what they say.
pub async fn called_own(db: &Db, words: &str) -> Result<Condition> {
    called(db, OWN, words).await
}

/// Products that were on the shelf, by number or by what they said there.
pub async fn called_on_shelf(db: &Db, words: &str) -> Result<Condition> {
    called(db, TEXTS, words).await
}

/// What `typed` asks for, with the operator's synonyms; none where nothing was typed.
pub async fn asked(conn: &impl Reading, typed: &str) -> Result<Option<Search>> {
    let synonyms = synonyms::in_force(conn).await?;
    Ok(Search::of(TEXTS, typed, |part| synonyms.other_ways(part, OTHER_WAYS)))
}

/// Indexes products that were written, or put on the shelf, when they were found by less; at most starts there are none.
///
/// # Errors
/// When the database fails.
pub async fn refresh(db: &Db) -> Result<()> {
    refresh_kind(db, OWN, Condition::all()).await?;
    refresh_kind(db, TEXTS, Condition::all().add(Column::ShelfVersion.is_not_null())).await
}

async fn refresh_kind(db: &Db, kind: &'static str, those: Condition) -> Result<()> {
    let mut last: Option<ProductId> = None;
    loop {
        let stale = Entity::find().select_only().column(Column::Id).filter(those.clone());
        let mut stale = stale.filter(not_indexed(kind, Column::Id));
        if let Some(last) = last {
            stale = stale.filter(Column::Id.gt(last));
        }
        let ids: Vec<ProductId> = stale.order_by_asc(Column::Id).limit(AT_ONCE).into_tuple().all(db.read()).await?;
        let Some(newest) = ids.last() else { return Ok(()) };
        last = Some(*newest);
        let ids = &ids;
        db.write(Intent::bookkeeping("products.index"), |tx| async move {
            for id in ids.iter().copied() {
                let row = store::lock_any(&tx, id).await?;
                if kind == OWN {
                    index_own(&tx, id, &store::latest(tx.conn(), &row).await?.content.0).await?;
                } else {
                    let content = store::shelf_content(tx.conn(), &row).await?;
                    let institution = organizations::by_id(tx.conn(), row.institution_id).await?;
                    index(&tx, id, &content, &institution.name).await?;
                }
            }
            Ok(())
        })
        .await?;
    }
}
