//! Full-text search that is the same on both engines (ADR 0006): each text is cut into terms, single characters and pairs
//! of neighbours for Chinese, whole words for Latin letters and digits; a query finds what has all of its terms.

use crate::{Tx, entities::search_term};
use jinqiao_kernel::{Result, search_terms};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set,
    sea_query::{Alias, Expr, Func, Query, SelectStatement},
};
use uuid::Uuid;

/// Terms of one text that are kept; what is longer is found by its beginning.
const MOST_TERMS: usize = 2_000;
/// Terms of a query that are looked at.
const MOST_ASKED: usize = 24;

impl Tx {
    /// Keeps `text` as what `subject` is found by among things of `kind`; an empty text takes it out.
    pub async fn index_text(&self, kind: &'static str, subject: impl Into<Uuid>, text: &str) -> Result<()> {
        use search_term::{ActiveModel, Column, Entity};
        let subject = subject.into();
        Entity::delete_many()
            .filter(Column::Kind.eq(kind))
            .filter(Column::Subject.eq(subject))
            .exec(self.conn())
            .await?;
        let row = |term| ActiveModel { kind: Set(kind.into()), term: Set(term), subject: Set(subject) };
        let rows: Vec<_> = search_terms(text, true).into_iter().take(MOST_TERMS).map(row).collect();
        for some in rows.chunks(500) {
            Entity::insert_many(some.to_vec()).exec_without_returning(self.conn()).await?;
        }
        Ok(())
    }
}

/// A query for the subjects of `kind` that have every term of `asked`; none when nothing is asked.
pub fn found_by(kind: &'static str, asked: &str) -> Option<SelectStatement> {
    let terms: Vec<String> = search_terms(asked, false).into_iter().take(MOST_ASKED).collect();
    if terms.is_empty() {
        return None;
    }
    let [table, of_kind, term, subject] = ["search_terms", "kind", "term", "subject"].map(Alias::new);
    let all = i64::try_from(terms.len()).unwrap_or(i64::MAX);
    let found = Query::select()
        .column(subject.clone())
        .from(table)
        .and_where(Expr::col(of_kind).eq(kind))
        .and_where(Expr::col(term.clone()).is_in(terms))
        .group_by_col(subject)
        .and_having(Expr::expr(Func::count(Expr::col(term))).eq(all))
        .take();
    Some(found)
}
