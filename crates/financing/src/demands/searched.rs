//! By what demands are found: their number, and what they say, all of it by their own enterprise, and by institutions what
//! the market shows of it.

use super::{
    Draft,
    entity::{Column, Entity},
};
use jinqiao_db::{Db, Tx, found_by_all, not_indexed, numbered};
use jinqiao_kernel::{DemandId, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr};

/// Beginning of the numbers of demands.
pub(super) const PREFIX: &str = "XQ";
/// Under which demands are found by the enterprise's own words …
const OWN: &str = "demands";
/// … and by those that the market shows.
const PUBLIC: &str = "demands.public";

/// Keeps by what the enterprise finds its demand.
pub(super) async fn index_own(tx: &Tx, id: DemandId, draft: &Draft) -> Result<()> {
    let said = [&draft.use_text, &draft.highlights, &draft.collateral].map(|text| text.as_deref().unwrap_or_default());
    tx.index_text(OWN, id, &format!("{} {}", said.join(" "), draft.tags.join(" "))).await
}

/// Keeps by what institutions find the demand on the market; nothing in it names the enterprise.
pub(super) async fn index_public(tx: &Tx, id: DemandId, public_text: &str, tags: &[String]) -> Result<()> {
    tx.index_text(PUBLIC, id, &format!("{public_text} {}", tags.join(" "))).await
}

async fn called(db: &Db, kind: &'static str, words: &str) -> Result<Condition> {
    let number = numbered(Column::No, words, PREFIX, db.world().now());
    Ok(Condition::any().add(number).add(found_by_all(db.read(), kind, words, Column::Id).await?))
}

/// Own demands that `words` name.
pub(super) async fn called_own(db: &Db, words: &str) -> Result<Condition> {
    called(db, OWN, words).await
}

/// Demands of the market that `words` name.
pub(super) async fn called_public(db: &Db, words: &str) -> Result<Condition> {
    called(db, PUBLIC, words).await
}

/// Indexes demands from before their words were.
///
/// # Errors
/// When the database fails.
pub(super) async fn refresh(db: &Db) -> Result<()> {
    let missing = |kind: &'static str, text: &'static str, said: Condition| {
        move |last: Option<uuid::Uuid>, most| {
            let rows = Entity::find().select_only().column(Column::Id).expr_as(Expr::cust(text), "text");
            let rows = rows.filter(said.clone()).filter(not_indexed(kind, Column::Id));
            let rows = rows.apply_if(last, |rows, last| rows.filter(Column::Id.gt(last)));
            rows.order_by_asc(Column::Id).limit(most)
        }
    };
    // A list of tags is kept as JSON, whose signs are no words.
    let own = "coalesce(demands.use_text, '') || ' ' || coalesce(demands.highlights, '') || ' ' || \
               coalesce(demands.collateral, '') || ' ' || demands.tags";
    let any = Condition::any()
        .add(Column::UseText.is_not_null())
        .add(Column::Highlights.is_not_null())
        .add(Column::Collateral.is_not_null());
    db.index_missing(OWN, missing(OWN, own, any)).await?;
    let public = "demands.public_text || ' ' || demands.tags";
    let told = Condition::all().add(Column::PublicText.is_not_null());
    db.index_missing(PUBLIC, missing(PUBLIC, public, told)).await
}
