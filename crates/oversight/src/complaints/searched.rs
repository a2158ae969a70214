//! By what complaints are found: their number, that of their order, their title, and the names that the reader may know.

use super::{
    entity::{Column, Entity, Model},
    store::Scope,
};
use jinqiao_db::{Db, Tx, found_by_all, not_indexed};
use jinqiao_financing::orders;
use jinqiao_kernel::{Result, Role};
use jinqiao_platform::organizations;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr};

/// Under which complaints are found by numbers and title. Numbers stand here too, and not in conditions on their columns: the
/// operator's list has no side that bounds it.
const WORDS: &str = "complaints";

/// Keeps by what the complaint is found.
pub async fn index(tx: &Tx, row: &Model) -> Result<()> {
    let order = row.order_no.as_deref().unwrap_or_default();
    tx.index_text(WORDS, row.id, &format!("{} {order} {}", row.no, row.title)).await
}

/// `typed` as numbers have it: who types their last digits leaves out the zeros before them.
fn padded(typed: &str) -> String {
    let digits = typed.len() < 5 && typed.bytes().all(|byte| byte.is_ascii_digit());
    if digits { format!("{typed:0>5}") } else { typed.to_owned() }
}

/// Complaints that `words` name to the reader with `scope`.
pub async fn called(db: &Db, scope: Scope<'_>, words: &str) -> Result<Condition> {
    let found = Condition::any().add(found_by_all(db.read(), WORDS, &padded(words), Column::Id).await?);
    let others = organizations::ids_called(db.read(), words).await?;
    if others.is_empty() {
        return Ok(found);
    }
    Ok(match scope {
        // An institution reads the name of an enterprise only where a consent opens it.
        Scope::Party(actor) if actor.role == Role::Institution => {
            found.add(Column::OrderId.in_subquery(orders::ids_known_to(actor, &others, db.world().now())))
        }
        _ => {
            let complainant = Column::ComplainantOrg.is_in(others.iter().copied());
            found.add(complainant).add(Column::AboutOrg.is_in(others))
        }
    })
}

/// Indexes complaints from before their words were.
///
/// # Errors
/// When the database fails.
pub async fn refresh(db: &Db) -> Result<()> {
    let missing = |last, most| {
        let text = Expr::cust("complaints.no || ' ' || coalesce(complaints.order_no, '') || ' ' || complaints.title");
        let rows = Entity::find().select_only().column(Column::Id).expr_as(text, "text");
        let rows = rows.filter(not_indexed(WORDS, Column::Id));
        let rows = rows.apply_if(last, |rows, last| rows.filter(Column::Id.gt(last)));
        rows.order_by_asc(Column::Id).limit(most)
    };
    db.index_missing(WORDS, missing).await
}
