//! 企业分群: clusters of firms with what they are made of and what financing they found, for the government. Figures of fewer firms
//! than `anonymity_k` are not told. They are as old as the run, with which they are kept: all firms are read for them.

use super::{
    compute::Group,
    store,
    told::{Segment, SegmentRevenue, SegmentTitle, SegmentYears, SegmentsView},
};
use jinqiao_db::{Db, Reading};
use jinqiao_financing::{demands, orders, products::FinancingKind};
use jinqiao_kernel::{DateTime, Money, OrgId, Result, local_date};
use jinqiao_platform::{
    enterprises::{self, ANONYMITY_K, MaskedProfile},
    permissions::value_of,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is known of all firms.
struct Facts {
    /// Firms that share what is told of them; fewer could be told apart (domain 2.3).
    least: usize,
    firms: HashMap<OrgId, MaskedProfile>,
    with_demand: BTreeSet<OrgId>,
    paid: HashMap<OrgId, Vec<(FinancingKind, Money)>>,
}

/// `count` of `all`; none where fewer than `least` have it, or have it not.
fn told(count: usize, all: usize, least: usize) -> Option<usize> {
    let known = |some: usize| some == 0 || some >= least;
    (known(count) && known(all.saturating_sub(count))).then_some(count)
}

/// What is told of values of which a firm of `all` may have several, most frequent first.
fn frequent<T: Copy + std::fmt::Debug>(values: impl Iterator<Item = T>, all: usize, least: usize) -> Vec<(T, usize)> {
    let mut counts: BTreeMap<String, (T, usize)> = BTreeMap::new();
    values.for_each(|value| counts.entry(format!("{value:?}")).or_insert((value, 0)).1 += 1);
    let mut list: Vec<_> = counts.into_values().filter(|(_, count)| told(*count, all, least).is_some()).collect();
    list.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    list
}

/// The same of values of which a firm has one: so few bands are told that enough firms are in the others.
fn bands<T: Copy + std::fmt::Debug>(values: impl Iterator<Item = T>, all: usize, least: usize) -> Vec<(T, usize)> {
    let mut list = frequent(values, all, least);
    while !list.is_empty() && told(list.iter().map(|(_, count)| count).sum(), all, least).is_none() {
        list.pop();
    }
    list
}

/// Paid sums are told in full millions of yuan, so that a look before and after a payment does not tell the payment.
fn rounded(sum: Money) -> Money {
    const MILLION: i64 = 100_000_000;
    Money(sum.0 / MILLION * MILLION)
}

impl Facts {
    async fn of(db: &Db) -> Result<Self> {
        let conn = &db.answer();
        let (mut firms, mut paid) = (HashMap::new(), HashMap::<OrgId, Vec<_>>::new());
        let today = local_date(db.world().now());
        enterprises::each_masked_profile(conn, today, |firm| _ = firms.insert(firm.org, firm)).await?;
        orders::each_paid_to_firms(conn, |firm, kind, amount| paid.entry(firm).or_default().push((kind, amount)))
            .await?;
        let with_demand = demands::publishers(conn).await?;
        let least = usize::try_from(value_of(conn, ANONYMITY_K).await?).unwrap_or(usize::MAX);
        Ok(Self { least, firms, with_demand, paid })
    }

    fn segment(&self, group: &Group, all: usize) -> Segment {
        let Group { label, description, members, .. } = group;
        let firms = || members.iter().filter_map(|org| self.firms.get(org));
        let got = |kind: Option<FinancingKind>| {
            let paid = members.iter().filter_map(|org| self.paid.get(org));
            paid.filter(|list| list.iter().any(|(one, _)| kind.is_none_or(|kind| *one == kind))).count()
        };
        let amounts = members.iter().filter_map(|org| self.paid.get(org)).flatten().map(|(_, amount)| amount.0);
        let sum = Money(amounts.fold(0, i64::saturating_add));
        let (count, least) = (members.len(), self.least);
        let told = |some| told(some, count, least);
        let titles = frequent(firms().flat_map(|firm| firm.titles.iter().copied()), count, least);
        let revenue = bands(firms().filter_map(|firm| firm.revenue), count, least);
        let years = bands(firms().filter_map(|firm| firm.years), count, least);
        Segment {
            label: i64::from(*label),
            description: description.clone(),
            firms: count,
            share: i64::try_from(count * 10_000 / all.max(1)).unwrap_or_default(),
            with_demand: told(members.iter().filter(|org| self.with_demand.contains(org)).count()),
            lent: told(got(Some(FinancingKind::Debt))),
            invested: told(got(Some(FinancingKind::Equity))),
            paid: told(got(None)).map(|_| rounded(sum)),
            titles: titles.into_iter().map(|(title, firms)| SegmentTitle { title, firms }).collect(),
            revenue: revenue.into_iter().map(|(band, firms)| SegmentRevenue { band, firms }).collect(),
            years: years.into_iter().map(|(band, firms)| SegmentYears { band, firms }).collect(),
        }
    }
}

/// What is told of `groups`, everybody among them, with the figures of now; and of how many firms at least.
pub async fn tell(db: &Db, at: DateTime, groups: &[Group]) -> Result<(i64, SegmentsView)> {
    let facts = Facts::of(db).await?;
    let clusters = groups.iter().filter(|group| group.label > 0);
    let (large, small): (Vec<_>, Vec<_>) = clusters.partition(|group| group.members.len() >= facts.least);
    let count = |groups: &[&Group]| groups.iter().map(|group| group.members.len()).sum::<usize>();
    let others = Some(count(&small)).filter(|others| *others == 0 || *others >= facts.least);
    let firms = count(&large) + others.unwrap_or_default();
    let mut segments: Vec<Segment> = large.into_iter().map(|group| facts.segment(group, firms)).collect();
    segments.sort_by_key(|one| (std::cmp::Reverse(one.firms), one.label));
    let least = i64::try_from(facts.least).unwrap_or(i64::MAX);
    Ok((least, SegmentsView { at: Some(at), firms, segments, others }))
}

/// What is told of the clusters of the newest run; nothing before there is one, and until what is told is of enough firms.
pub async fn view(conn: &impl Reading) -> Result<SegmentsView> {
    let least = value_of(conn, ANONYMITY_K).await?;
    let nothing = SegmentsView { at: None, firms: 0, segments: vec![], others: Some(0) };
    Ok(store::segments(conn, least).await?.unwrap_or(nothing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_platform::enterprises::Title;

    #[test]
    fn what_fewer_than_five_have_or_have_not_is_not_told() {
        assert_eq!(
            [0, 1, 4, 5, 95, 96, 99, 100].map(|count| told(count, 100, 5)),
            [Some(0), None, None, Some(5), Some(95), None, None, Some(100)]
        );
        let titles = || [vec![Title::Srdi; 5], vec![Title::HighTech; 7], vec![Title::Unicorn; 4]].concat().into_iter();
        assert_eq!(frequent(titles(), 20, 5), [(Title::HighTech, 7), (Title::Srdi, 5)]);
        assert_eq!(frequent(titles(), 9, 5), [], "who has it not could be told apart");
        assert_eq!(bands(titles(), 16, 5), [(Title::HighTech, 7)], "four would be in the band that is not told");
        assert_eq!(bands(titles(), 17, 5), [(Title::HighTech, 7), (Title::Srdi, 5)]);
    }

    #[test]
    fn sums_are_told_in_millions() {
        assert_eq!(
            [99_999_999, 100_000_000, 250_000_001].map(|fen| rounded(Money(fen)).0),
            [0, 100_000_000, 200_000_000]
        );
    }
}
