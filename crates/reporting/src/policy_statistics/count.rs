//! Counts the figures, once a minute for all who ask the same.

use super::model::{
    PolicyFunds, PolicyItemRow, PolicyQuarter, PolicyReviews, PolicyStatistics, StatisticsChoice, firms, median,
    outcome, state_rows,
};
use chrono::Datelike;
use jinqiao_db::{Db, Reading, shared};
use jinqiao_government::{
    applications::{Counted, ReviewSpans, by_state, firms_reached, reached_first, review_spans},
    budgets::{BudgetFigures, BudgetSums, Budgeted, budget_figures, budget_sums, moves_between},
};
use jinqiao_kernel::{
    Actor, Checks, DateTime, NaiveDate, OrgId, PolicyId, Result, Role, day_begins, local_date, local_month,
};
use jinqiao_platform::{
    calendar::{WorkCalendar, calendar},
    organizations,
};
use serde::Deserialize;
use std::ops::Range;
use utoipa::IntoParams;

/// So many items are listed, those whose budgets moved last; sums are of all of them.
const ITEMS: u64 = 200;
/// So many can be chosen, by the same order.
const CHOICES: u64 = 1_000;
/// Years that can be asked for.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2100;

/// What is wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct StatisticsFilter {
    /// The year in which applications were handed in; the one that runs unless told.
    year: Option<i32>,
    /// Only for this item.
    policy: Option<PolicyId>,
    /// Only of this department; departments see their own whatever they ask.
    department: Option<OrgId>,
}

/// The figures that `actor` asks for.
///
/// # Errors
/// `validation` for a year that cannot be.
pub async fn counted(db: &Db, actor: &Actor, filter: &StatisticsFilter) -> Result<PolicyStatistics> {
    let (conn, at) = (&db.answer(), db.world().now());
    let year = filter.year.unwrap_or_else(|| local_date(at).year());
    Checks::new().range("year", year, YEARS, "年度须在 2020 至 2100 之间").done()?;
    let own = (actor.role == Role::Government).then_some(actor.org);
    let asked = Asked { at, year, own, department: own.or(filter.department), policy: filter.policy };
    let key = format!("{year} {own:?} {:?} {:?}", asked.department, asked.policy);
    shared(conn, &key, asked.count(conn)).await
}

struct Asked {
    at: DateTime,
    year: i32,
    /// The department beyond which nothing can be asked for.
    own: Option<OrgId>,
    department: Option<OrgId>,
    policy: Option<PolicyId>,
}

/// When the months of `year` begin, and the year after it.
fn months_of(year: i32) -> Vec<DateTime> {
    let firsts = (1..=12).map(|month| (year, month)).chain([(year + 1, 1)]);
    firsts.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1)).map(day_begins).collect()
}

impl Asked {
    async fn count(self, conn: &impl Reading) -> Result<PolicyStatistics> {
        let begins = months_of(self.year);
        let span = begins[0]..begins[12];
        let of = Counted { department: self.department, policy: self.policy, span };
        let states = by_state(conn, &of, &begins).await?;
        let spans = review_spans(conn, &of).await?;
        let reached = firms_reached(conn, &of).await?;
        let first_time = if reached.is_empty() { 0 } else { reached_first(conn, &of).await? };
        let budgeted = Budgeted { department: self.department, policy: self.policy };
        // Of all departments that can be asked for, to choose from.
        let every = Budgeted { department: self.own, policy: None };
        let choices = budget_figures(conn, every, CHOICES).await?;
        let mut shown = if budgeted == every { choices.clone() } else { budget_figures(conn, budgeted, ITEMS).await? };
        shown.truncate(usize::try_from(ITEMS).unwrap_or(usize::MAX));
        let departments = choices.iter().chain(&shown).map(|one| one.department_id);
        let names = organizations::names(conn, departments).await?;
        let name = |id: OrgId| names.get(&id).map(|org| org.name.clone()).unwrap_or_default();
        let funds = budget_sums(conn, budgeted).await?;
        let quarters: Vec<_> = begins.iter().copied().step_by(3).collect();
        let moved = moves_between(conn, budgeted, &quarters).await?;
        let quarter = |(quarter, moved): (i32, &jinqiao_government::budgets::MoveFigures)| PolicyQuarter {
            quarter,
            approved: moved.approved,
            listed: moved.listed,
            paid: moved.paid,
            recovered: moved.recovered,
        };
        Ok(PolicyStatistics {
            at: self.at,
            year: self.year,
            months: begins[..12].iter().copied().map(local_month).collect(),
            outcome: outcome(&states),
            states: state_rows(states),
            reviews: reviews(&calendar(conn).await?, &spans),
            funds: sums(funds),
            items: shown.iter().map(|one| item(one, name(one.department_id))).collect(),
            quarters: (1..).zip(&moved).map(quarter).collect(),
            firms: firms(&reached, first_time),
            choices: choices.iter().map(|one| choice(one, name(one.department_id))).collect(),
        })
    }
}

fn sums(of: BudgetSums) -> PolicyFunds {
    let BudgetSums { items, total, reserved, listed, paid, recovered } = of;
    PolicyFunds { items, total, reserved, listed, paid, recovered }
}

fn item(of: &BudgetFigures, department: String) -> PolicyItemRow {
    PolicyItemRow {
        policy_id: of.policy_id,
        title: of.title.clone(),
        department,
        total: of.total,
        reserved: of.reserved,
        listed: of.listed,
        paid: of.paid,
        recovered: of.recovered,
    }
}

fn choice(of: &BudgetFigures, department: String) -> StatisticsChoice {
    StatisticsChoice { policy_id: of.policy_id, title: of.title.clone(), department_id: of.department_id, department }
}

fn reviews(calendar: &WorkCalendar, spans: &ReviewSpans) -> PolicyReviews {
    let count = |spans: &[Range<DateTime>]| i64::try_from(spans.len()).unwrap_or_default();
    PolicyReviews {
        first: median(tenths(calendar, &spans.first)),
        first_count: count(&spans.first),
        second: median(tenths(calendar, &spans.second)),
        second_count: count(&spans.second),
    }
}

/// Tenths of a working day of each.
fn tenths(calendar: &WorkCalendar, spans: &[Range<DateTime>]) -> Vec<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "days of a review")]
    let one = |span: &Range<DateTime>| (calendar.days_between(span.start, span.end) * 10.0).round() as i64;
    spans.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_twelve_months_of_shanghai() {
        let begins = months_of(2026);
        assert_eq!(begins.len(), 13);
        assert_eq!(begins[0].to_rfc3339(), "2025-12-31T16:00:00+00:00");
        assert_eq!(begins[12].to_rfc3339(), "2026-12-31T16:00:00+00:00");
    }
}
