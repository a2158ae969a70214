//! What the network says to a firm of itself: by what it did before, as it is now, and by the newest run.

use super::{
    compute::tells,
    links::{NetworkSide, weight_of},
    models::{Serving, serving},
    store,
};
use crate::{
    orders::{self, Dealing},
    organizations,
};
use jinqiao_kernel::{DateTime, OrgId, ProductId, Result};
use jinqiao_matching::network::Scratch;
use sea_orm::ConnectionTrait;
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

/// A side on which the firm did something.
struct Known {
    side: NetworkSide,
    serving: Arc<Serving>,
    history: Vec<(u32, f64)>,
    likings: Vec<i32>,
}

/// What a firm did, and how far it leads to everything else.
pub struct Own {
    firm: OrgId,
    /// Products first; nothing for a firm without orders.
    known: Vec<Known>,
}

/// So many firms are spoken of; fewer could be told apart.
const NAMED: usize = 5;
/// The average node.
const MIDDLE: i32 = 500;

fn history(
    side: NetworkSide,
    serving: &Serving,
    dealings: &[Dealing],
    half_life: i32,
    now: DateTime,
) -> Vec<(u32, f64)> {
    let mut sums: BTreeMap<u32, f64> = BTreeMap::new();
    for dealing in dealings {
        let place = side.item(dealing).and_then(|item| serving.items.binary_search(&item).ok());
        let number = place.and_then(|place| u32::try_from(place).ok());
        if let Some((number, weight)) = number.zip(weight_of(dealing, half_life, now)) {
            *sums.entry(number).or_default() += weight.get();
        }
    }
    sums.into_iter().collect()
}

impl Own {
    /// Of `firm` at `now`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(conn: &impl ConnectionTrait, firm: OrgId, now: DateTime) -> Result<Self> {
        let mut known = vec![];
        let dealings = orders::dealings(conn, Some(firm)).await?;
        let run = if dealings.is_empty() { None } else { store::newest(conn).await? };
        let Some(run) = run else { return Ok(Self { firm, known }) };
        for report in run.sides.iter().filter(|report| tells(report.links, report.users)) {
            let side = report.side;
            let Some(serving) = serving(conn, &run, report).await? else { continue };
            let history = history(side, &serving, &dealings, run.settings.half_life, now);
            if !history.is_empty() {
                let likings = serving.model.likings(&history, &mut Scratch::default());
                known.push(Known { side, serving, history, likings });
            }
        }
        Ok(Self { firm, known })
    }

    /// The side that knows the product or its institution, and the number there.
    fn find(&self, product: ProductId, institution: OrgId) -> Option<(&Known, usize)> {
        self.known.iter().find_map(|known| {
            let item = match known.side {
                NetworkSide::Products => product.0,
                NetworkSide::Institutions => institution.0,
            };
            Some((known, known.serving.items.binary_search(&item).ok()?))
        })
    }

    /// How far what the firm did leads to this; thousandths.
    pub fn share(&self, product: ProductId, institution: OrgId) -> Option<i32> {
        let (known, place) = self.find(product, institution)?;
        known.likings.get(place).copied()
    }

    /// Why, in a sentence, where it leads there more than elsewhere.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn text(
        &self,
        conn: &impl ConnectionTrait,
        product: ProductId,
        institution: OrgId,
    ) -> Result<Option<String>> {
        let Some((known, place)) = self.find(product, institution) else { return Ok(None) };
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        if known.history.iter().any(|(own, _)| *own == number) {
            return Ok(Some(match known.side {
                NetworkSide::Products => "贵企业申请过此产品".into(),
                NetworkSide::Institutions => "贵企业与该机构有过对接".into(),
            }));
        }
        if known.likings.get(place).is_none_or(|share| *share <= MIDDLE) {
            return Ok(None);
        }
        let explained = known.serving.model.explain(&known.history, number, &mut Scratch::default());
        // It is said only where enough firms really have both: otherwise it would be untrue, or tell of one of them.
        let told = |past: u32| known.serving.firms_with_both(past, number) >= NAMED;
        let causes = explained.map(|explained| explained.causes()).unwrap_or_default();
        let cause = causes.into_iter().find(|cause| cause.value > 0.0 && told(cause.item));
        let Some(past) = cause.and_then(|cause| known.serving.items.get(cause.item as usize)) else {
            return Ok(None);
        };
        let name = self.name_of(conn, known.side, *past).await?;
        Ok(name.map(|name| match known.side {
            NetworkSide::Products => format!("申请过“{name}”的企业（包括贵企业）也常选择此产品"),
            NetworkSide::Institutions => format!("与“{name}”有过对接的企业（包括贵企业）也常选择该机构"),
        }))
    }

    async fn name_of(&self, conn: &impl ConnectionTrait, side: NetworkSide, item: Uuid) -> Result<Option<String>> {
        Ok(match side {
            NetworkSide::Products => orders::name_applied_for(conn, self.firm, ProductId(item)).await?,
            NetworkSide::Institutions => {
                organizations::names(conn, [OrgId(item)]).await?.remove(&OrgId(item)).map(|org| org.name)
            }
        })
    }
}
