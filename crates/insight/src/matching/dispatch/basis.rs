//! What a round was decided by. It is stored with the round: the same basis, products and settings give the same round again.

use super::pick::{Pick, Standing, pick};
use crate::{
    matching::{describe, settings::MatchSettings},
    points::Grade,
};
use jinqiao_financing::products::ProductContent;
use jinqiao_kernel::{OrgId, ProductId};
use jinqiao_matching::{Told, Wish, rank};
use serde::{Deserialize, Serialize};

/// A product in the version that was compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Which.
    pub product: ProductId,
    /// Its version.
    pub number: i32,
    /// Whose it is.
    pub institution: OrgId,
    /// What was known of it and the demand.
    pub told: Told,
}

/// An institution as it stood then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Which.
    pub institution: OrgId,
    /// It may not have the demand, or has it already.
    pub out: bool,
    /// Orders that it had under way.
    pub running: i64,
    /// Its grade, which decides among equals.
    pub grade: Option<Grade>,
    /// Dispatches that it got in the thirty days before.
    pub recent: i64,
    /// It would be offered the demand, but has as many as it said it can serve.
    #[serde(default)]
    pub full: bool,
}

/// Everything that decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Basis {
    /// The demand, by what tier 1 shows.
    pub wish: Wish,
    /// The products.
    pub compared: Vec<Compared>,
    /// The institutions behind them.
    pub known: Vec<Known>,
    /// Version of the settings.
    pub settings: i32,
    /// The settings themselves; none in rounds before they were kept.
    #[serde(default)]
    pub by: Option<MatchSettings>,
    /// Dispatches of the thirty days before, to everybody; none in rounds before it was kept, which knew those of the compared ones only.
    #[serde(default)]
    pub all: Option<i64>,
    /// How many institutions were wanted.
    pub many: usize,
}

impl Basis {
    /// Every product that suits, best first. `content` knows every compared version.
    fn suiting<'a>(
        &self,
        settings: &MatchSettings,
        content: impl Fn(&Compared) -> Option<&'a ProductContent>,
    ) -> Vec<Pick> {
        let offer = |one: &Compared| content(one).map(|content| (content, describe::offer(content)));
        let offers: Vec<_> = self.compared.iter().map(offer).collect();
        let pairs = self.compared.iter().zip(&offers).enumerate().filter_map(|(place, (one, known))| {
            let (content, offer) = known.as_ref()?;
            Some(((one.product, place), describe::suiting(content, offer, &self.wish, || one.told)?))
        });
        let found = rank(pairs, &settings.weights).best(usize::MAX).into_iter().map(|found| {
            let one = &self.compared[found.key.1];
            Pick {
                institution: one.institution,
                product: one.product,
                number: one.number,
                score: found.total,
                parts: found.score(&settings.weights).parts.to_vec(),
                beyond_cap: None,
            }
        });
        found.collect()
    }

    /// Leaves those full only whose products suit: the others would not be offered the demand anyway.
    pub fn narrow_full<'a>(
        &mut self,
        settings: &MatchSettings,
        content: impl Fn(&Compared) -> Option<&'a ProductContent>,
    ) {
        if self.known.iter().any(|known| known.full) {
            let suiting = self.suiting(settings, content);
            let suits = |known: &Known| suiting.iter().any(|one| one.institution == known.institution);
            let suit: Vec<bool> = self.known.iter().map(suits).collect();
            self.known.iter_mut().zip(suit).for_each(|(known, suits)| known.full &= suits);
        }
    }

    /// Institutions that are passed by because they have as many as they said they can serve.
    pub fn full(&self) -> usize {
        self.known.iter().filter(|known| known.full).count()
    }

    /// The institutions that get the demand. `content` knows every compared version.
    pub fn decide<'a>(
        &self,
        settings: &MatchSettings,
        content: impl Fn(&Compared) -> Option<&'a ProductContent>,
    ) -> Vec<Pick> {
        let standing = |known: &Known| {
            (known.institution, Standing { grade: known.grade, running: known.running, recent: known.recent })
        };
        let known = self.known.iter().filter(|known| !known.out).map(standing).collect();
        let all = self.all.unwrap_or_else(|| self.known.iter().map(|known| known.recent).sum());
        pick(self.suiting(settings, content), &known, all, settings, self.many)
    }
}
