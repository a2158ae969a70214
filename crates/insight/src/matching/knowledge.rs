//! What the platform knows of a pair beyond what both sides wrote: how the institution keeps its limits, and how often firms of the
//! same industry got money there, and what firms like this one chose.

use super::{
    describe::division,
    network::{self, Group, Groups},
};
use crate::points::{self, InstitutionStanding};
use chrono::TimeDelta;
use jinqiao_db::{Reading, shared};
use jinqiao_financing::orders::{self, Conversion};
use jinqiao_kernel::{DateTime, OrgId, ProductId, Result};
use jinqiao_matching::{Told, Wish};
use std::{collections::HashMap, sync::Arc};

/// Older orders say little of how an institution decides today.
const HISTORY: TimeDelta = TimeDelta::days(730);

/// Cases that the mean of all counts for beside an institution's own (domain 2.11.2), and below which nothing is said at all.
const CASES: i64 = 20;

/// What became of the orders of firms of one industry, by institution.
#[derive(Default)]
struct Similar {
    by: HashMap<OrgId, Conversion>,
    all: Conversion,
}

impl Similar {
    fn add(&mut self, institution: OrgId, one: Conversion) {
        self.all = Conversion { paid: self.all.paid + one.paid, ended: self.all.ended + one.ended };
        self.by.insert(institution, one);
    }

    /// How many of the orders with an institution lead to a payment, thousandths; drawn to the mean while it has few.
    fn share(&self, institution: OrgId) -> Option<i32> {
        if self.all.ended < CASES {
            return None;
        }
        let own = self.by.get(&institution).copied().unwrap_or_default();
        let mean = CASES * self.all.paid * 1_000 / self.all.ended;
        i32::try_from((own.paid * 1_000 + mean) / (own.ended + CASES)).ok()
    }
}

/// What is the same whoever asks, and counted from all orders and records of two years.
struct Past {
    standings: HashMap<OrgId, InstitutionStanding>,
    /// By industry.
    similar: HashMap<String, Arc<Similar>>,
}

impl Past {
    async fn of(conn: &impl Reading, now: DateTime) -> Result<Arc<Self>> {
        let mut similar: HashMap<_, Similar> = HashMap::new();
        for ((division, institution), one) in orders::conversions(conn, now - HISTORY).await? {
            similar.entry(division).or_default().add(institution, one);
        }
        let similar = similar.into_iter().map(|(division, one)| (division, Arc::new(one))).collect();
        Ok(Arc::new(Self { standings: points::institution_standings(conn, now).await?, similar }))
    }
}

impl Past {
    fn standing(&self, institution: OrgId) -> InstitutionStanding {
        self.standings.get(&institution).copied().unwrap_or_default()
    }
}

/// Read once for everything that is compared at a time.
pub struct Knowledge {
    past: Arc<Past>,
    groups: Groups,
}

/// The same for one who makes a wish.
pub struct Asker {
    past: Arc<Past>,
    similar: Option<Arc<Similar>>,
    group: Option<Arc<Group>>,
}

impl Knowledge {
    /// As it is at `now`.
    pub async fn of(conn: &impl Reading, now: DateTime) -> Result<Self> {
        let groups = Groups::of(conn).await?;
        Ok(Self { past: shared(conn, "", Past::of(conn, now)).await?, groups })
    }

    /// How an institution stands.
    pub fn standing(&self, institution: OrgId) -> InstitutionStanding {
        self.past.standing(institution)
    }

    /// What is known of who makes `wish`.
    pub fn asker(&self, wish: &Wish) -> Asker {
        let similar = division(wish).and_then(|division| self.past.similar.get(division));
        let group = self.groups.group(&network::of_wish(wish));
        Asker { past: self.past.clone(), similar: similar.cloned(), group: group.cloned() }
    }
}

impl Asker {
    /// What is known of a product of `institution` for this one.
    pub fn told(&self, product: ProductId, institution: OrgId) -> Told {
        Told {
            history: self.similar.as_ref().and_then(|similar| similar.share(institution)),
            network: self.group.as_ref().and_then(|group| group.share(product, institution)),
            service: self.past.standing(institution).limits_kept,
            ..Told::default()
        }
    }

    /// What firms like this one chose, in a sentence.
    pub fn similar(&self, product: ProductId, institution: OrgId) -> Option<String> {
        self.group.as_ref().and_then(|group| group.text(product, institution))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn few_cases_are_drawn_to_the_mean_and_too_few_say_nothing() {
        let org = |number| OrgId(Uuid::from_u128(number));
        let similar = |cases: &[(u128, i64, i64)]| {
            let mut similar = Similar::default();
            cases.iter().for_each(|(id, paid, ended)| similar.add(org(*id), Conversion { paid: *paid, ended: *ended }));
            similar
        };
        assert_eq!(similar(&[(1, 10, 19)]).share(org(1)), None);
        let known = similar(&[(1, 2, 2), (2, 48, 98)]);
        assert_eq!(known.share(org(1)), Some(545), "two of two are not a certainty");
        assert_eq!(known.share(org(2)), Some(491));
        assert_eq!(known.share(org(3)), Some(500), "a newcomer stands at the mean");
    }
}
