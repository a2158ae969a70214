//! What the network says to a firm of itself: by what it did before, as it is now, and by the newest run.

use super::{
    compute::tells,
    links::{NetworkSide, best, dislike},
    models::{Serving, serving},
    store,
};
use jinqiao_db::Reading;
use jinqiao_financing::orders::{self, Dealing};
use jinqiao_kernel::{DateTime, OrgId, ProductId, Result};
use jinqiao_matching::network::{Scratch, Weight};
use jinqiao_platform::organizations;
use std::sync::Arc;
use uuid::Uuid;

/// A side on which the firm did something.
struct Known {
    side: NetworkSide,
    serving: Arc<Serving>,
    history: Vec<(u32, f64)>,
    preferences: Vec<i32>,
}

/// What a firm did, and how far it leads to everything else.
pub struct Own {
    firm: OrgId,
    /// Products first; nothing for a firm without orders.
    known: Vec<Known>,
}

/// So many firms are spoken of; fewer could be told apart, and a product of fewer says less than its institution.
const NAMED: usize = 5;
/// The average node.
const MIDDLE: i32 = 500;

impl Known {
    fn new(side: NetworkSide, serving: Arc<Serving>, dealings: &[Dealing], half_life: i32, now: DateTime) -> Self {
        let chosen = best(side, dealings, half_life, now).into_iter();
        let history: Vec<_> =
            chosen.filter_map(|((_, item), weight)| Some((serving.number(item)?, weight.get()))).collect();
        let mut preferences = serving.model.preferences(&history, &mut Scratch::default());
        for dealing in dealings {
            let place = side.item(dealing).and_then(|item| serving.number(item));
            let open = place.filter(|place| !history.iter().any(|(chosen, _)| chosen == place));
            let preference = open.and_then(|place| preferences.get_mut(place as usize));
            if let Some((preference, most)) = preference.zip(dislike(dealing, half_life, now)) {
                *preference = most.min(*preference);
            }
        }
        Self { side, serving, history, preferences }
    }

    /// What the firm did with this node.
    fn done(&self, number: u32) -> Option<f64> {
        self.history.iter().find(|(one, _)| *one == number).map(|(_, weight)| *weight)
    }
}

impl Own {
    /// Of `firm` at `now`.
    pub async fn of(conn: &impl Reading, firm: OrgId, now: DateTime) -> Result<Self> {
        let mut known = vec![];
        let dealings = orders::dealings_of(conn, firm).await?;
        let run = if dealings.is_empty() { None } else { store::newest(conn).await? };
        let Some(run) = run else { return Ok(Self { firm, known }) };
        for report in run.sides.iter().filter(|report| tells(report.links, report.users)) {
            let side = report.side;
            let Some(serving) = serving(conn, &run, report).await? else { continue };
            let one = Known::new(side, serving, &dealings, run.settings.half_life, now);
            if !one.history.is_empty() {
                known.push(one);
            }
        }
        Ok(Self { firm, known })
    }

    /// The side that knows the product well enough or its institution, and the number there.
    fn find(&self, product: ProductId, institution: OrgId) -> Option<(&Known, u32)> {
        self.known.iter().find_map(|known| match known.side {
            NetworkSide::Products => {
                let number = known.serving.number(product.0)?;
                let enough = known.serving.graph.items.degree(number as usize) >= NAMED;
                (enough || known.done(number).is_some()).then_some((known, number))
            }
            NetworkSide::Institutions => Some((known, known.serving.number(institution.0)?)),
        })
    }

    /// How far what the firm did leads to this; thousandths.
    pub fn share(&self, product: ProductId, institution: OrgId) -> Option<i32> {
        let (known, number) = self.find(product, institution)?;
        known.preferences.get(number as usize).copied()
    }

    /// Why, in a sentence, where it leads there more than elsewhere.
    pub async fn text(&self, conn: &impl Reading, product: ProductId, institution: OrgId) -> Result<Option<String>> {
        let Some((known, number)) = self.find(product, institution) else { return Ok(None) };
        if let Some(weight) = known.done(number) {
            return Ok(Weight::is_choice(weight).then(|| match known.side {
                NetworkSide::Products => "贵企业申请过此产品".into(),
                NetworkSide::Institutions => "贵企业与该机构有过对接".into(),
            }));
        }
        if known.preferences.get(number as usize).is_none_or(|share| *share <= MIDDLE) {
            return Ok(None);
        }
        let explained = known.serving.model.explain(&known.history, number, &mut Scratch::default());
        // It is said only where enough firms really have both: otherwise it would be untrue, or tell of one of them.
        let told = |past: u32| {
            known.done(past).is_some_and(Weight::is_choice) && known.serving.firms_with_both(past, number) >= NAMED
        };
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

    async fn name_of(&self, conn: &impl Reading, side: NetworkSide, item: Uuid) -> Result<Option<String>> {
        Ok(match side {
            NetworkSide::Products => orders::name_applied_for(conn, self.firm, ProductId(item)).await?,
            NetworkSide::Institutions => {
                organizations::names(conn, [OrgId(item)]).await?.remove(&OrgId(item)).map(|org| org.name)
            }
        })
    }
}
