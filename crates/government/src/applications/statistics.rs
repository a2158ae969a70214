//! Applications in figures: by state and month, how long the reviews took, and which firms were reached. What is counted are those that were
//! handed in within a span, so that each counts in one year only.

use super::{
    ApplicationState, ReviewSeat,
    entity::{
        application::{Column, Entity},
        opinion, submission,
    },
};
use jinqiao_kernel::{ApplicationId, DateTime, Money, OrgId, PolicyId, Result};
use jinqiao_platform::enterprises::{self, IndustrySection, Size};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Alias, Expr, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr},
};
use std::{collections::HashMap, ops::Range};

/// Reviews of so many applications, the newest, are measured.
const MEASURED: u64 = 2_000;

/// Which applications are counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Of one department.
    pub department: Option<OrgId>,
    /// For one item.
    pub policy: Option<PolicyId>,
    /// Handed in for the first time in this span.
    pub span: Range<DateTime>,
}

/// Applications in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateFigures {
    /// The state.
    pub state: ApplicationState,
    /// How many of them were handed in in each of the months.
    pub months: Vec<i64>,
    /// What is granted, fen.
    pub amount: Money,
    /// How often something had to be corrected …
    pub corrections: i64,
    /// … and in how many of them.
    pub corrected: i64,
}

/// Firms that were granted something, of one industry and size.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct FirmFigures {
    /// None where the firm does not say.
    pub section: Option<IndustrySection>,
    /// None where it cannot be told.
    pub size: Option<Size>,
    /// How many firms.
    pub firms: i64,
    /// What they were granted, fen.
    pub amount: Money,
}

/// When reviews began and ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewSpans {
    /// 初审 with the acceptance, each round by itself, without the time that a firm corrects.
    pub first: Vec<Range<DateTime>>,
    /// 复审.
    pub second: Vec<Range<DateTime>>,
}

/// What was granted and is not taken back.
fn granted() -> [ApplicationState; 4] {
    use ApplicationState::{Approved, Granted, Paid, Paying};
    [Approved, Paying, Paid, Granted]
}

fn sum(of: SimpleExpr) -> SimpleExpr {
    // PostgreSQL adds up to a wider type.
    Func::coalesce([of.sum(), 0.into()]).cast_as("bigint")
}

fn if_so(condition: SimpleExpr) -> SimpleExpr {
    Expr::expr(Expr::case(condition, 1).finally(0))
}

impl Counted {
    fn rows(&self) -> Select<Entity> {
        let mut select = Entity::find()
            .filter(Column::SubmittedAt.gte(self.span.start))
            .filter(Column::SubmittedAt.lt(self.span.end));
        if let Some(department) = self.department {
            select = select.filter(Column::DepartmentId.eq(department));
        }
        if let Some(policy) = self.policy {
            select = select.filter(Column::PolicyId.eq(policy));
        }
        select
    }

    /// Ids of the newest of them, as a part of other queries.
    fn newest(&self) -> SelectStatement {
        self.rows().select_only().column(Column::Id).order_by_desc(Column::SubmittedAt).limit(MEASURED).into_query()
    }
}

/// By state, how many were handed in from each of the moments `begins` to the next; the last one ends the last month. One statement.
///
/// # Errors
/// When the database fails.
pub async fn by_state(
    conn: &impl ConnectionTrait,
    counted: &Counted,
    begins: &[DateTime],
) -> Result<Vec<StateFigures>> {
    let mut select = counted
        .rows()
        .select_only()
        .column(Column::State)
        .expr_as(sum(Expr::col(Column::Amount)), "amount")
        .expr_as(sum(Expr::col(Column::Corrections)), "corrections")
        .expr_as(sum(if_so(Column::Corrections.gt(0))), "corrected")
        .group_by(Column::State);
    let months = begins.len().saturating_sub(1);
    for (place, month) in begins.windows(2).enumerate() {
        let within = Column::SubmittedAt.gte(month[0]).and(Column::SubmittedAt.lt(month[1]));
        select = select.expr_as(sum(if_so(within)), format!("m{place}"));
    }
    let rows = conn.query_all(&select.into_query()).await?;
    let figures = rows.iter().map(|row| {
        let months = (0..months).map(|place| row.try_get("", &format!("m{place}")));
        Ok(StateFigures {
            state: row.try_get("", "state")?,
            months: months.collect::<std::result::Result<_, sea_orm::DbErr>>()?,
            amount: row.try_get("", "amount")?,
            corrections: row.try_get("", "corrections")?,
            corrected: row.try_get("", "corrected")?,
        })
    });
    figures.collect()
}

/// Firms that were granted something, by industry and size; each is in one group. One statement.
///
/// # Errors
/// When the database fails.
pub async fn firms_reached(conn: &impl ConnectionTrait, counted: &Counted) -> Result<Vec<FirmFigures>> {
    let (section, size) = (|| Expr::col(("firms", "industry_section")), || Expr::col(("firms", "size")));
    let mut select = counted
        .rows()
        .filter(Column::State.is_in(granted()))
        .select_only()
        .column_as(section(), "section")
        .column_as(size(), "size")
        .expr_as(Expr::col((Entity, Column::EnterpriseId)).count_distinct(), "firms")
        .expr_as(sum(Expr::col((Entity, Column::Amount))), "amount")
        .group_by(section())
        .group_by(size());
    let same = Expr::col(("firms", "org_id")).equals((Entity, Column::EnterpriseId));
    QueryTrait::query(&mut select).join_subquery(JoinType::LeftJoin, enterprises::kinds_of_firms(), "firms", same);
    Ok(select.into_model::<FirmFigures>().all(conn).await?)
}

/// How many of the firms that were granted something had been granted nothing by anybody before the span. One statement.
///
/// # Errors
/// When the database fails.
pub async fn reached_first(conn: &impl ConnectionTrait, counted: &Counted) -> Result<i64> {
    let earlier = Alias::new("earlier");
    let of = |column: Column| Expr::col((Alias::new("earlier"), column));
    let before = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, earlier)
        .and_where(of(Column::EnterpriseId).equals((Entity, Column::EnterpriseId)))
        .and_where(of(Column::SubmittedAt).lt(counted.span.start))
        .and_where(of(Column::State).is_in(granted()))
        .to_owned();
    let select = counted
        .rows()
        .filter(Column::State.is_in(granted()))
        .filter(Expr::exists(before).not())
        .select_only()
        .expr_as(Expr::col((Entity, Column::EnterpriseId)).count_distinct(), "firms");
    Ok(select.into_tuple::<i64>().one(conn).await?.unwrap_or_default())
}

/// A decision, in the order in which it was made.
struct Decided {
    id: ApplicationId,
    round: i32,
    led_to: ApplicationState,
    at: DateTime,
}

/// When the reviews of the newest of them began and ended. Two statements.
///
/// # Errors
/// When the database fails.
pub async fn review_spans(conn: &impl ConnectionTrait, counted: &Counted) -> Result<ReviewSpans> {
    use opinion::Column as Said;
    let rows: Vec<(ApplicationId, i32, ApplicationState, DateTime)> = opinion::Entity::find()
        .filter(Said::ApplicationId.in_subquery(counted.newest()))
        .filter(Said::Seat.ne(ReviewSeat::Third))
        .select_only()
        .columns([Said::ApplicationId, Said::Round, Said::LedTo, Said::At])
        .order_by_asc(Said::ApplicationId)
        .order_by_asc(Said::At)
        .into_tuple()
        .all(conn)
        .await?;
    let handed_in: Vec<(ApplicationId, i32, DateTime)> = submission::Entity::find()
        .filter(submission::Column::ApplicationId.in_subquery(counted.newest()))
        .select_only()
        .columns([submission::Column::ApplicationId, submission::Column::Round, submission::Column::At])
        .into_tuple()
        .all(conn)
        .await?;
    let handed_in: HashMap<_, _> = handed_in.into_iter().map(|(id, round, at)| ((id, round), at)).collect();
    let decided = rows.into_iter().map(|(id, round, led_to, at)| Decided { id, round, led_to, at });
    Ok(spans(decided, &handed_in))
}

/// The spans between decisions, which come application by application, the oldest first. `handed_in`: when each round began.
fn spans(decided: impl Iterator<Item = Decided>, handed_in: &HashMap<(ApplicationId, i32), DateTime>) -> ReviewSpans {
    use ApplicationState::{Correction, FirstReview, NotAccepted, SecondReview};
    let mut found = ReviewSpans::default();
    let mut open: Option<(ApplicationId, ApplicationState, DateTime)> = None;
    // What is not accepted is not reviewed.
    for Decided { id, round, led_to, at } in decided.filter(|one| one.led_to != NotAccepted) {
        let begun = match open.take().filter(|(of, ..)| *of == id) {
            // What is new or was corrected is reviewed from the moment in which it was handed in.
            None | Some((_, Correction, _)) => handed_in.get(&(id, round)).map(|since| (FirstReview, *since)),
            Some((_, state, since)) => Some((state, since)),
        };
        match begun {
            Some((FirstReview, since)) => found.first.push(since..at),
            Some((SecondReview, since)) => found.second.push(since..at),
            _ => {}
        }
        open = Some((id, led_to, at));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use ApplicationState::{Approved, Correction, FirstReview, NotAccepted, Refused, SecondReview};
    use chrono::TimeDelta;
    use uuid::Uuid;

    fn hour(hours: i64) -> DateTime {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hours)
    }

    #[test]
    fn a_review_lasts_from_what_it_waits_for_to_its_decision() {
        let id = |number| ApplicationId::from(Uuid::from_u128(number));
        let said = |number, round, led_to, hours| Decided { id: id(number), round, led_to, at: hour(hours) };
        let handed_in = HashMap::from([
            ((id(1), 1), hour(1)),
            ((id(1), 2), hour(30)),
            ((id(2), 1), hour(2)),
            ((id(3), 1), hour(3)),
        ]);
        let decided = vec![
            said(1, 1, Correction, 5),
            said(1, 2, SecondReview, 32),
            said(1, 2, FirstReview, 40),
            said(1, 2, SecondReview, 41),
            said(1, 2, Approved, 45),
            // One that was not accepted, and one that was refused at once.
            said(2, 1, NotAccepted, 2),
            said(3, 1, Refused, 9),
        ];
        let found = spans(decided.into_iter(), &handed_in);
        let hours = |spans: &[Range<DateTime>]| -> Vec<i64> {
            spans.iter().map(|span| (span.end - span.start).num_hours()).collect()
        };
        assert_eq!((hours(&found.first), hours(&found.second)), (vec![4, 2, 1, 6], vec![8, 4]));
    }
}
