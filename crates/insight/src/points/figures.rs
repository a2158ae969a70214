//! Figures of an institution in a quarter, counted from its service records. Pure.

use super::{duties::ServiceKind, records::Settled};
use crate::points::grade::percent;
use jinqiao_financing::orders::Reputation;
use jinqiao_platform::calendar::WORKING_DAY;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Share {
    /// How many.
    pub part: i64,
    /// Of how many; 0 where there was nothing to count.
    pub whole: i64,
}

impl Share {
    fn of(rows: impl Iterator<Item = (bool, i64)>) -> Self {
        rows.fold(Self::default(), |share, (counts, count)| Self {
            part: share.part + if counts { count } else { 0 },
            whole: share.whole + count,
        })
    }

    /// In percent; none where there was nothing to count.
    pub fn percent(self) -> Option<i32> {
        percent(self.part, self.whole)
    }
}

/// What an institution did in a quarter. Each figure counts what was settled in it: done, or over its limit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ServiceFigures {
    /// Points gained in the quarter, net.
    pub points: i64,
    /// Dispatched demands answered, applications taken on and confirmed orders contacted, late ones too, of those that had to be
    /// (响应率).
    pub answered: Share,
    /// First contacts within the limit.
    pub contacts: Share,
    /// Decisions within the limit.
    pub decisions: Share,
    /// All limits kept: answering a dispatch, taking on, contact, decision, payment.
    pub limits: Share,
    /// Limits that were overrun.
    pub overdue: i64,
    /// Median of working days from the confirmation to the decision, tenths; without waiting for materials.
    pub decision_tenths: Option<i64>,
    /// Orders that it ended with a reason, of those that it ended.
    pub reasons: Share,
    /// Payments as they were granted, of all payments.
    #[serde(default)]
    pub terms: Share,
    /// Call-backs in which the enterprise was satisfied, of those that it answered (回访满意率).
    #[serde(default)]
    pub satisfied: Share,
    /// Confirmed orders that led to a payment, of those that were paid or ended.
    pub conversion: Share,
    /// Ratings that became visible in the quarter.
    pub rating: Option<Reputation>,
}

impl ServiceFigures {
    /// From the records of one institution.
    pub fn of(rows: &[Settled], points: i64, rating: Option<Reputation>) -> Self {
        let kept = |kinds: &[ServiceKind]| {
            let counted = rows.iter().filter(|row| kinds.contains(&row.kind));
            Share::of(counted.map(|row| (row.kept == Some(true), row.count)))
        };
        let owed = [ServiceKind::Answer, ServiceKind::TakeOn, ServiceKind::Contact];
        let limits = kept(&ServiceKind::LIMITED);
        let decided = rows.iter().filter(|row| row.kind == ServiceKind::Decision);
        Self {
            points,
            answered: Share::of(rows.iter().filter(|row| owed.contains(&row.kind)).map(|row| (row.done, row.count))),
            contacts: kept(&[ServiceKind::Contact]),
            decisions: kept(&[ServiceKind::Decision]),
            limits,
            overdue: limits.whole - limits.part,
            decision_tenths: median(decided.filter_map(|row| Some((row.spent?, row.count))).collect()),
            reasons: kept(&[ServiceKind::Reason]),
            terms: kept(&[ServiceKind::Terms]),
            satisfied: kept(&[ServiceKind::Callback]),
            conversion: kept(&[ServiceKind::Deal]),
            rating,
        }
    }

    /// On how many cases a grade rests.
    pub fn cases(&self) -> usize {
        let ratings = self.rating.map_or(0, |rating| rating.count);
        usize::try_from(self.limits.whole + self.conversion.whole + ratings).unwrap_or_default()
    }

    /// Was there anything at all?
    pub fn nothing(&self) -> bool {
        self.points == 0 && self.cases() == 0 && self.reasons.whole == 0
    }
}

/// Median of minutes of working time, each with how often it occurs, in tenths of a working day, rounded half up.
fn median(mut minutes: Vec<(i64, i64)>) -> Option<i64> {
    minutes.sort_unstable();
    let all: i64 = minutes.iter().map(|(_, count)| count).sum();
    let at = |place: i64| {
        let mut before = 0;
        let reached = |(minutes, count): &(i64, i64)| {
            before += count;
            (before > place).then_some(*minutes)
        };
        minutes.iter().find_map(reached)
    };
    let (upper, lower) = (at(all / 2)?, at((all - 1) / 2)?);
    Some(((lower + upper) * 10 + WORKING_DAY) / (2 * WORKING_DAY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::OrgId;
    use uuid::Uuid;

    fn row(kind: ServiceKind, kept: bool, done: bool, spent: Option<i64>) -> Settled {
        Settled { institution_id: OrgId(Uuid::nil()), kind, kept: Some(kept), done, spent, count: 1 }
    }

    #[test]
    fn records_are_counted() {
        use ServiceKind::{Contact, Deal, Decision, Payment, Reason, TakeOn, Terms};
        let rows = [
            row(TakeOn, true, true, Some(60)),
            row(Contact, true, true, Some(60)),
            row(Contact, false, true, Some(1_500)),
            row(Contact, false, false, None),
            row(Decision, true, true, Some(540)),
            row(Decision, true, true, Some(1_080)),
            row(Decision, false, true, Some(6_000)),
            row(Payment, true, true, Some(540)),
            row(Deal, true, true, Some(3_000)),
            row(Deal, false, false, None),
            row(Deal, false, false, None),
            row(Reason, true, true, None),
            row(Terms, true, true, None),
            row(Terms, false, false, None),
        ];
        let figures = ServiceFigures::of(&rows, 12, None);
        let share = |part, whole| Share { part, whole };
        assert_eq!(figures.answered, share(3, 4));
        assert_eq!(figures.contacts, share(1, 3));
        assert_eq!(figures.decisions, share(2, 3));
        assert_eq!(figures.limits, share(5, 8));
        assert_eq!((figures.overdue, figures.decision_tenths), (3, Some(20)));
        assert_eq!((figures.reasons, figures.conversion), (share(1, 1), share(1, 3)));
        assert_eq!(figures.terms, share(1, 2));
        assert_eq!((figures.cases(), figures.nothing()), (11, false));
        assert!(ServiceFigures::of(&[], 0, None).nothing());
        let twice: Vec<_> = rows.iter().map(|row| Settled { count: 2, ..*row }).collect();
        assert_eq!(
            ServiceFigures::of(&twice, 12, None),
            ServiceFigures::of(&[&rows[..], &rows[..]].concat(), 12, None)
        );
    }

    #[test]
    fn medians() {
        for (minutes, want) in [
            (vec![], None),
            (vec![540], Some(10)),
            (vec![1_080, 0], Some(10)),
            (vec![540, 5_400, 1_080], Some(20)),
            (vec![27], Some(1)),
            (vec![26], Some(0)),
            (vec![540, 540, 540, 5_400], Some(10)),
        ] {
            let each = minutes.iter().map(|minutes| (*minutes, 1)).collect();
            assert_eq!(median(each), want, "{minutes:?}");
        }
    }
}
