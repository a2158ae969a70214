//! Full-text search that is the same on both engines (ADR 0006): each text is cut into terms, single characters and pairs
//! of neighbours for Chinese, words, parts and beginnings for Latin letters and digits; a query finds what has all of its parts.

use crate::{Db, Intent, Tx, entities::search_term};
use jinqiao_kernel::{AskedTerms, Result, asked_parts, asked_terms, kept_terms};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Select, Set,
    sea_query::{Alias, Expr, Func, Query, SelectStatement, SimpleExpr, SubQueryStatement},
};
use search_term::{ActiveModel, Column, Entity};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Terms of one text that are kept: more than the longest text of a record has.
const MOST_TERMS: usize = 20_000;

impl Tx {
    /// Keeps `text` as what `subject` is found by among things of `kind`; an empty text takes it out.
    pub async fn index_text(&self, kind: &'static str, subject: impl Into<Uuid>, text: &str) -> Result<()> {
        let subject = subject.into();
        Entity::delete_many()
            .filter(Column::Kind.eq(kind))
            .filter(Column::Subject.eq(subject))
            .exec(self.conn())
            .await?;
        let row = |term| ActiveModel { kind: Set(kind.into()), term: Set(term), subject: Set(subject) };
        let rows: Vec<_> = kept_terms(text).into_iter().take(MOST_TERMS).map(row).collect();
        for some in rows.chunks(500) {
            Entity::insert_many(some.to_vec()).exec_without_returning(self.conn()).await?;
        }
        Ok(())
    }
}

/// Rows that are indexed at once.
const AT_ONCE: u64 = 200;

impl Db {
    /// Indexes under `kind` what was written before its texts were: `missing` selects id and text of so many that are not
    /// indexed, from an id on, in the order of the ids. At most starts there are none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn index_missing<E: EntityTrait>(
        &self,
        kind: &'static str,
        missing: impl Fn(Option<Uuid>, u64) -> Select<E>,
    ) -> Result<()> {
        let mut last = None;
        loop {
            let rows: Vec<(Uuid, String)> = missing(last, AT_ONCE).into_tuple().all(self.read()).await?;
            let Some((newest, _)) = rows.last() else { return Ok(()) };
            last = Some(*newest);
            let rows = &rows;
            self.write(Intent::bookkeeping("search.index"), |tx| async move {
                for (id, text) in rows {
                    tx.index_text(kind, *id, text).await?;
                }
                Ok(())
            })
            .await?;
        }
    }
}

/// What was typed into a field to search by; none where that is blank.
pub fn typed(words: Option<&str>) -> Option<&str> {
    words.map(str::trim).filter(|words| !words.is_empty())
}

/// Rows whose `id` is not indexed under `kind`, each looked up by itself: a list of all that are would be made anew for every slice.
pub fn not_indexed(kind: &'static str, id: impl ColumnTrait) -> SimpleExpr {
    let own = Expr::col((Entity, Column::Subject)).equals(id.as_column_ref());
    let found = Query::select().expr(Expr::val(1)).from(Entity).and_where(own).and_where(Column::Kind.eq(kind)).take();
    Expr::exists(found).not()
}

fn never() -> Condition {
    Condition::all().add(Expr::value(1).eq(0))
}

/// Subjects under a term up to which it is rare: they are looked at one by one. Beyond, so many are found that walking the list
/// itself soon fills a page.
const RARE: u64 = 2_000;

/// Those whose `id` is found under `kind` by all of the words of `typed`, as they are; nobody where nothing was typed.
///
/// # Errors
/// When the database fails.
pub async fn found_by_all(
    conn: &impl ConnectionTrait,
    kind: &'static str,
    typed: &str,
    id: impl ColumnTrait,
) -> Result<Condition> {
    let terms: BTreeSet<String> = asked_parts(typed).iter().flat_map(|part| asked_terms(part).terms).collect();
    let of = |term: &String| Entity::find().filter(Column::Kind.eq(kind)).filter(Column::Term.eq(term.as_str()));
    let few = |term: &String| {
        let few = of(term).select_only().column(Column::Subject).limit(RARE).into_query();
        let count = Query::select().expr(Func::count(Expr::val(1))).from_subquery(few, Alias::new("few")).take();
        SimpleExpr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(count)))
    };
    let mut counts = Query::select();
    terms.iter().enumerate().for_each(|(number, term)| _ = counts.expr_as(few(term), Alias::new(format!("n{number}"))));
    if terms.is_empty() {
        return Ok(never());
    }
    let Some(row) = conn.query_one(&counts).await? else { return Ok(never()) };
    let mut counted = vec![];
    for (number, term) in terms.iter().enumerate() {
        counted.push((row.try_get::<i64>("", &format!("n{number}"))?, term));
    }
    counted.sort_unstable();
    let also = |term: &String| {
        let same = Expr::col((Entity, Column::Subject)).eq(Expr::col(id.as_column_ref()));
        Expr::exists(of(term).select_only().expr(Expr::val(1)).filter(same).into_query())
    };
    let rare = i64::try_from(RARE).unwrap_or(i64::MAX);
    let by_rarest = counted.first().filter(|(count, _)| *count < rare).map(|(_, term)| {
        let subjects = of(term).select_only().column(Column::Subject).into_query();
        (1, Condition::all().add(id.in_subquery(subjects)))
    });
    let (known, found) = by_rarest.unwrap_or((0, Condition::all()));
    Ok(counted[known..].iter().fold(found, |all, (_, term)| all.add(also(term))))
}

/// What is asked for, ready for queries.
pub struct Search {
    kind: &'static str,
    /// A subject has all of the parts, each in one of its ways.
    parts: Vec<Vec<AskedTerms>>,
}

impl Search {
    /// Reads what was typed; `other_words` gives the other ways to say a part. None where nothing was typed.
    pub fn of(kind: &'static str, typed: &str, other_words: impl Fn(&str) -> Vec<String>) -> Option<Self> {
        if typed.trim().is_empty() {
            return None;
        }
        let ways = |part: String| {
            let others = other_words(&part);
            std::iter::once(part).chain(others).map(|way| asked_terms(&way)).filter(|way| way.least > 0).collect()
        };
        Some(Self { kind, parts: asked_parts(typed).into_iter().map(ways).collect() })
    }

    /// Those whose `id` is found. Signs alone find nothing.
    pub fn found(&self, id: impl ColumnTrait) -> Condition {
        if self.parts.is_empty() {
            return never();
        }
        self.parts.iter().fold(Condition::all(), |all, ways| {
            let any = ways.iter().fold(Condition::any(), |any, way| any.add(id.in_subquery(self.having(way))));
            all.add(any)
        })
    }

    fn having(&self, way: &AskedTerms) -> SelectStatement {
        let least = i64::try_from(way.least).unwrap_or(i64::MAX);
        Entity::find()
            .select_only()
            .column(Column::Subject)
            .filter(Column::Kind.eq(self.kind))
            .filter(Column::Term.is_in(way.terms.iter().cloned()))
            .group_by(Column::Subject)
            .having(Column::Term.count().gte(least))
            .into_query()
    }

    /// How near the texts of `kinds` come to the words as they were typed: those that have more of them, and in one phrase, have more.
    pub fn nearness(&self, id: impl ColumnTrait, kinds: &[&'static str]) -> SimpleExpr {
        let typed: BTreeSet<String> =
            self.parts.iter().filter_map(|ways| ways.first()).flat_map(|way| way.terms.iter().cloned()).collect();
        let [table, of_kind, term, subject] = ["search_terms", "kind", "term", "subject"].map(Alias::new);
        let count = Query::select()
            .expr(Func::count(Expr::col(term.clone())))
            .from(table.clone())
            .and_where(Expr::col((table.clone(), of_kind)).is_in(kinds.iter().copied()))
            .and_where(Expr::col((table.clone(), term)).is_in(typed))
            .and_where(Expr::col((table, subject)).eq(Expr::col(id.as_column_ref())))
            .take();
        SimpleExpr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(count)))
    }
}
