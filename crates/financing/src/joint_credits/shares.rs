//! Shares of a joint credit: what has come together, the cut when it is too much, and the sheet. Pure.

use super::model::{JointMemberState, JointRole};
use crate::loans::{Fee, FeePayee, FeeTiming, Loan, LoanCosts, Repayment};
use jinqiao_kernel::{Money, OrgId, Rate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A member's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it does.
    pub role: JointRole,
    /// Where it stands.
    pub state: JointMemberState,
    /// What it takes, fen: of the loan, or of the guarantee.
    pub share: Money,
}

/// What has come together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Of the loan, fen.
    pub loan: Money,
    /// Of the guarantee, fen.
    pub cover: Money,
    /// Lenders, the lead among them.
    pub lenders: usize,
}

impl Gathered {
    /// Of those who take part.
    pub fn of(parts: &[Part]) -> Self {
        let standing = || parts.iter().filter(|part| part.state.stands());
        let lend = || standing().filter(|part| part.role != JointRole::Guarantor);
        Self {
            loan: lend().map(|part| part.share).sum(),
            cover: standing().filter(|part| part.role == JointRole::Guarantor).map(|part| part.share).sum(),
            lenders: lend().count(),
        }
    }

    /// The whole loan and the whole guarantee have come together, by enough lenders.
    pub fn full(&self, total: Money, guarantee: Money, lenders: usize) -> bool {
        self.loan >= total && self.cover >= guarantee && self.lenders >= lenders
    }
}

/// Cuts what is `wanted` to what is left of `total` once `kept` has been served, pro rata and to the fen: what the division
/// leaves goes, a fen each, to those whom it took most from, the earlier first. What is no more than that stays as it is.
pub fn prorate(total: Money, kept: Money, wanted: &[Money]) -> Vec<Money> {
    let room = i128::from((total.0 - kept.0).max(0));
    let sum: i128 = wanted.iter().map(|share| i128::from(share.0)).sum();
    if sum <= room {
        return wanted.to_vec();
    }
    let cut = |share: &Money| i128::from(share.0) * room;
    let mut shares: Vec<i128> = wanted.iter().map(|share| cut(share) / sum).collect();
    let mut left = room - shares.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(cut(&wanted[*place]) % sum));
    for place in order {
        if left == 0 {
            break;
        }
        shares[place] += 1;
        left -= 1;
    }
    shares.into_iter().map(|share| Money(i64::try_from(share).unwrap_or(i64::MAX))).collect()
}

/// What hangs on a sum that is cut `from` what it was `to` less, so the fee on its share and the guarantee on its loan: by its part,
/// rounded half up to the fen, so a fee never goes above its share.
pub fn cut_with(amount: Money, from: Money, to: Money) -> Money {
    let (from, scaled) = (i128::from(from.0), i128::from(amount.0) * i128::from(to.0));
    if from <= 0 {
        return amount;
    }
    Money(i64::try_from((2 * scaled + from) / (2 * from)).unwrap_or(i64::MAX))
}

/// Shares of all `parts` for a `total` loan and `guarantee`. The lead, and those to whom the enterprise is known already, keep
/// theirs; newcomers are cut where together they bring too much.
pub fn prorated_shares(parts: &[Part], total: Money, guarantee: Money) -> Vec<Money> {
    let mut shares: Vec<Money> = parts.iter().map(|part| part.share).collect();
    for (guarantees, whole) in [(false, total), (true, guarantee)] {
        let of_kind = |part: &Part| part.state.stands() && (part.role == JointRole::Guarantor) == guarantees;
        let fixed = |part: &Part| part.state.opened() || part.role == JointRole::Lead;
        let places: Vec<_> = (0..parts.len()).filter(|i| of_kind(&parts[*i]) && !fixed(&parts[*i])).collect();
        let kept = parts.iter().filter(|part| of_kind(part) && fixed(part)).map(|part| part.share).sum();
        let wanted: Vec<_> = places.iter().map(|i| parts[*i].share).collect();
        for (place, share) in places.into_iter().zip(prorate(whole, kept, &wanted)) {
            shares[place] = share;
        }
    }
    shares
}

/// The least that the lead takes of `total`, fen, rounded up; `percent` as the operator set it.
pub fn least_of_lead(total: Money, percent: i64) -> Money {
    let scaled = i128::from(total.0) * i128::from(percent);
    Money(i64::try_from((scaled + 99) / 100).unwrap_or(i64::MAX))
}

/// The smaller total that what has come together makes, and the lead's share of it, fen. Others than the lead take at least `percent`
/// of it: whatever the lead has taken beyond that it gives up (银团贷款业务管理办法 2024).
pub fn shrunk(gathered: Money, total: Money, lead: Money, percent: i64) -> (Money, Money) {
    let others = i128::from((gathered.0 - lead.0).max(0));
    let percent = i128::from(percent.clamp(1, 99));
    let most = i64::try_from(others * (100 - percent) / percent).unwrap_or(i64::MAX);
    let lead = lead.min(Money(most));
    (total.min(Money(gathered.0.min(i64::try_from(others).unwrap_or(i64::MAX).saturating_add(lead.0)))), lead)
}

/// A line of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SheetLine {
    /// Who.
    pub institution: OrgId,
    /// What it does.
    pub role: JointRole,
    /// Of the loan, or of the guarantee, fen.
    pub share: Money,
    /// Yearly rate, 0.001 %; none for a guarantor.
    pub rate: Option<Rate>,
    /// A guarantor's fee over the whole term, fen; of a lender what it took at its payment beside interest, which was not promised.
    pub fee: Money,
    /// Conditions in words.
    pub conditions: Option<String>,
}

/// What is offered to the enterprise together (联合方案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct JointSheet {
    /// Who gives what; the lead first.
    pub lines: Vec<SheetLine>,
    /// The whole loan, fen: the sum of the lenders' shares.
    pub total: Money,
    /// The whole guarantee, fen.
    pub guaranteed: Money,
    /// Mean of the rates by share, 0.001 %, rounded half up.
    pub weighted_rate: Rate,
    /// Fees of all guarantors over the whole term, fen.
    pub guarantee_fees: Money,
    /// What it costs as one loan at the mean rate, with all fees paid once at its beginning.
    pub costs: LoanCosts,
    /// The agent bank (代理行): the lead; once that has left, whom the others agree on.
    pub agent: Option<OrgId>,
}

/// Mean of the rates by share, rounded half up; zero without shares.
pub fn weighted_rate(shares: &[(Money, Rate)]) -> Rate {
    let sum: i128 = shares.iter().map(|(share, _)| i128::from(share.0)).sum();
    if sum <= 0 {
        return Rate(0);
    }
    let scaled: i128 = shares.iter().map(|(share, rate)| i128::from(share.0) * i128::from(rate.0)).sum();
    Rate(i32::try_from((2 * scaled + sum) / (2 * sum)).unwrap_or(i32::MAX))
}

impl JointSheet {
    /// The sheet of `lines` for a loan over `months` that `agent` leads.
    pub fn new(lines: Vec<SheetLine>, months: i32, repayment: Repayment, agent: OrgId) -> Self {
        let lenders: Vec<_> = lines.iter().filter_map(|line| line.rate.map(|rate| (line.share, rate))).collect();
        let guarantors = || lines.iter().filter(|line| line.role == JointRole::Guarantor);
        let total = lenders.iter().map(|(share, _)| *share).sum();
        let rate = weighted_rate(&lenders);
        let guarantee_fees = guarantors().map(|line| line.fee).sum();
        let fee = |line: &SheetLine| Fee {
            name: if line.role == JointRole::Guarantor { "担保费" } else { "机构收费" }.into(),
            payee: if line.role == JointRole::Guarantor { FeePayee::Guarantor } else { FeePayee::Lender },
            timing: FeeTiming::Upfront,
            amount: line.fee,
        };
        let fees: Vec<_> = lines.iter().filter(|line| line.fee > Money::ZERO).map(fee).collect();
        Self {
            total,
            guaranteed: guarantors().map(|line| line.share).sum(),
            weighted_rate: rate,
            guarantee_fees,
            costs: Loan { amount: total, rate, months, repayment, fees: &fees }.costs(),
            agent: lines.iter().any(|line| line.institution == agent).then_some(agent),
            lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn fen(amounts: &[i64]) -> Vec<Money> {
        amounts.iter().copied().map(Money).collect()
    }

    #[test]
    fn too_much_is_cut_pro_rata() {
        for (total, kept, wanted, want) in [
            (100, 20, vec![60, 60], vec![40, 40]),
            (100, 20, vec![60, 20], vec![60, 20]),
            (100, 20, vec![30, 20], vec![30, 20]),
            (100, 30, vec![50, 50, 50], vec![24, 23, 23]),
            (10, 3, vec![1, 1, 20], vec![0, 0, 7]),
            (100, 100, vec![5], vec![0]),
            (100, 20, vec![], vec![]),
        ] {
            assert_eq!(prorate(Money(total), Money(kept), &fen(&wanted)), fen(&want), "{total} {kept} {wanted:?}");
        }
    }

    #[test]
    fn others_take_their_part_of_a_smaller_total() {
        for (gathered, total, lead, want) in [
            (700, 1_000, 400, (700, 400)),
            (900, 1_000, 700, (666, 466)),
            (750, 1_000, 700, (166, 116)),
            (1_000, 1_000, 700, (1_000, 700)),
            (1_300, 1_000, 700, (1_000, 700)),
            (400, 1_000, 400, (0, 0)),
        ] {
            let (whole, share) = shrunk(Money(gathered), Money(total), Money(lead), 30);
            assert_eq!((whole.0, share.0), want, "{gathered} of {total}, the lead {lead}");
            assert!((whole.0 - share.0) * 100 >= whole.0 * 30);
        }
    }

    #[test]
    fn the_lead_and_those_who_know_the_enterprise_keep_theirs() {
        use JointMemberState::{Approved, Committed, Passed};
        use JointRole::{Guarantor, Lead, Lender};
        let part = |role, state, share| Part { role, state, share: Money(share) };
        let parts = [
            part(Lead, Committed, 30),
            part(Lender, Approved, 20),
            part(Lender, Committed, 60),
            part(Lender, Committed, 40),
            part(Lender, Passed, 70),
            part(Guarantor, Committed, 60),
            part(Guarantor, Committed, 20),
        ];
        assert_eq!(prorated_shares(&parts, Money(100), Money(40)), fen(&[30, 20, 30, 20, 70, 30, 10]));
        let gathered = Gathered::of(&parts);
        assert_eq!(gathered, Gathered { loan: Money(150), cover: Money(80), lenders: 4 });
        assert!(gathered.full(Money(150), Money(80), 4));
        assert!(!gathered.full(Money(151), Money(80), 4));
        assert!(!gathered.full(Money(150), Money(81), 4));
        assert!(!gathered.full(Money(150), Money(80), 5));
    }

    #[test]
    fn a_fee_is_cut_with_its_share() {
        for (fee, from, to, want) in [
            (100, 200, 100, 50),
            (101, 200, 100, 51),
            (200, 200, 133, 133),
            (0, 5, 3, 0),
            (7, 9, 9, 7),
            (3, 9, 0, 0),
            (3, 0, 0, 3),
        ] {
            assert_eq!(cut_with(Money(fee), Money(from), Money(to)), Money(want), "{fee} of {from} to {to}");
        }
    }

    #[test]
    fn the_lead_takes_its_least_part_rounded_up() {
        for (total, percent, want) in [(100, 20, 20), (101, 20, 21), (1, 15, 1), (0, 20, 0)] {
            assert_eq!(least_of_lead(Money(total), percent), Money(want));
        }
    }

    #[test]
    fn a_sheet_weighs_rates_by_share_and_spreads_all_fees() {
        let line = |role, wan, rate, fee| SheetLine {
            institution: OrgId(Uuid::nil()),
            role,
            share: Money::wan(wan),
            rate,
            fee: Money::wan(fee),
            conditions: None,
        };
        let lines = vec![
            line(JointRole::Lead, 60, Some(Rate(4_000)), 0),
            line(JointRole::Lender, 40, Some(Rate(4_500)), 0),
            line(JointRole::Guarantor, 50, None, 1),
        ];
        let sheet = JointSheet::new(lines, 12, Repayment::InterestFirst, OrgId(Uuid::nil()));
        assert_eq!((sheet.total, sheet.guaranteed), (Money::wan(100), Money::wan(50)));
        // 4.2 % for the money, and 1 万元 on 100 万元 at the beginning of the year.
        assert_eq!((sheet.weighted_rate, sheet.costs.annual_cost), (Rate(4_200), Rate(5_229)));
        assert_eq!(sheet.guarantee_fees, Money::wan(1));
        assert_eq!(weighted_rate(&[]), Rate(0));
    }

    proptest! {
        #[test]
        fn shares_are_the_total_to_the_fen(
            total in 1_i64..100_000_000_000,
            lead in 0_i64..100,
            wanted in prop::collection::vec(1_i64..100_000_000_000, 1..12),
        ) {
            let (total, kept) = (Money(total), Money(total / 100 * lead));
            let wanted = fen(&wanted);
            let shares = prorate(total, kept, &wanted);
            let (brought, given): (Money, Money) = (wanted.iter().copied().sum(), shares.iter().copied().sum());
            prop_assert_eq!(given, Money((total.0 - kept.0).min(brought.0)));
            for (share, want) in shares.iter().zip(&wanted) {
                prop_assert!(share <= want && share.0 >= 0);
                // Nobody is more than a fen away from the exact part.
                let exact = i128::from(want.0) * i128::from(given.0) - i128::from(share.0) * i128::from(brought.0);
                prop_assert!(exact.abs() < i128::from(brought.0));
            }
        }

        #[test]
        fn a_mean_lies_between(shares in prop::collection::vec((1_i64..1_000_000_000, 1_i32..2_400), 1..9)) {
            let shares: Vec<_> = shares.into_iter().map(|(share, rate)| (Money(share), Rate(rate))).collect();
            let mean = weighted_rate(&shares);
            prop_assert!(shares.iter().any(|(_, rate)| *rate <= mean) && shares.iter().any(|(_, rate)| *rate >= mean));
        }
    }
}
