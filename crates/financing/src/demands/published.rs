//! What enterprises have looked for, on the market or from one institution, for those who watch the market as a whole.

use super::{
    DemandState,
    entity::{Column, Entity, Model},
    store,
};
use crate::products::{FinancingKind, Guarantee};
use jinqiao_db::{Db, page_of_column};
use jinqiao_kernel::{Checks, DemandId, Error, Money, NaiveDate, Page, PageQuery, Result, day_begins};
use jinqiao_platform::enterprises::IndustrySection;
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder, Select,
};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which of the demands that enterprises have made known are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct PublishedFilter {
    kind: Option<FinancingKind>,
    state: Option<DemandState>,
    section: Option<IndustrySection>,
    guarantee: Option<Guarantee>,
    /// At least, fen.
    amount_min: Option<i64>,
    /// At most, fen.
    amount_max: Option<i64>,
    /// At least, months.
    term_min: Option<i32>,
    /// At most, months.
    term_max: Option<i32>,
    /// Money has come, or none has.
    paid: Option<bool>,
    /// Handed in in this month in Shanghai, `yyyy-mm`.
    #[param(max_length = 7)]
    month: Option<String>,
}

/// The first day of `month` and of the one after it.
fn month_of(month: &str) -> Option<[NaiveDate; 2]> {
    let (year, month) = month.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let (year, month): (i32, u32) = (year.parse().ok()?, month.parse().ok()?);
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some([NaiveDate::from_ymd_opt(year, month, 1)?, NaiveDate::from_ymd_opt(next.0, next.1, 1)?])
}

/// Demands that the operator has let onto the market, or that an enterprise has applied with, and that are not back in its hands.
fn published() -> Select<Entity> {
    use DemandState::{Draft, Refused, Returned, Reviewing};
    let known = Condition::any().add(Column::PublishedAt.is_not_null()).add(Column::Direct.eq(true));
    // By what they are not, which no index answers: the list is walked in its order.
    let shown = Column::State.is_not_in([Draft, Reviewing, Returned, Refused]);
    Entity::find().filter(Column::SubmittedAt.is_not_null()).filter(known).filter(shown)
}

/// All states but `only`.
fn others(only: DemandState) -> impl Iterator<Item = DemandState> {
    DemandState::iter().filter(move |state| *state != only)
}

impl PublishedFilter {
    fn condition(&self) -> Result<Condition> {
        let months = self.month.as_deref().map(month_of);
        Checks::new().that("month", months != Some(None), "须为 yyyy-mm 格式的月份").done()?;
        let [from, until] = match months.flatten() {
            Some([from, until]) => [Some(day_begins(from)), Some(day_begins(until))],
            None => [None, None],
        };
        let came = |paid: bool| match paid {
            true => Column::DisbursedAmount.gt(Money::ZERO),
            false => Column::DisbursedAmount.eq(Money::ZERO),
        };
        Ok(Condition::all()
            .add_option(self.kind.map(|kind| Column::Kind.eq(kind)))
            .add_option(self.state.map(|only| Column::State.is_not_in(others(only))))
            .add_option(self.section.map(|section| Column::IndustrySection.eq(section)))
            // The list is kept as JSON text, so a whole word in quotes is an exact member.
            .add_option(self.guarantee.map(|of| Column::Guarantees.contains(format!("\"{}\"", of.to_value()))))
            .add_option(self.amount_min.map(|least| Column::Amount.gte(least)))
            .add_option(self.amount_max.map(|most| Column::Amount.lte(most)))
            .add_option(self.term_min.map(|least| Column::TermMonths.gte(least)))
            .add_option(self.term_max.map(|most| Column::TermMonths.lte(most)))
            .add_option(self.paid.map(came))
            .add_option(from.map(|from| Column::SubmittedAt.gte(from)))
            .add_option(until.map(|until| Column::SubmittedAt.lt(until))))
    }
}

/// What enterprises have looked for, what was handed in last first.
///
/// # Errors
/// `validation` for a month that is none, or when the page is out of range.
pub async fn published_page(db: &Db, filter: &PublishedFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let select = published().filter(filter.condition()?);
    let select = select.order_by_desc(Column::SubmittedAt).order_by_desc(Column::Id);
    let ids = page_of_column(db.read(), select, Column::Id, wanted).await?;
    let mut rows = store::by_ids(db.read(), ids.items.iter().copied()).await?;
    ids.try_map(|id: DemandId| rows.remove(&id).ok_or_else(Error::not_found))
}

/// One of them.
///
/// # Errors
/// `not_found`.
pub async fn published_one(conn: &impl ConnectionTrait, id: DemandId) -> Result<Model> {
    published().filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_or_refused() {
        let days = |month| month_of(month).map(|days| days.map(|day| day.to_string()));
        for (month, want) in [
            ("2026-11", Some(["2026-11-01", "2026-12-01"])),
            ("2026-12", Some(["2026-12-01", "2027-01-01"])),
            ("2026-13", None),
            ("2026-00", None),
            ("2026-1", None),
            ("202611", None),
            ("2026-11-01", None),
            ("", None),
        ] {
            assert_eq!(days(month), want.map(|days| days.map(str::to_owned)), "{month}");
        }
    }
}
