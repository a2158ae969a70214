//! The crowd: some three hundred firms that come over a year and look for money, so that lists, figures and charts look like
//! those of a platform in use. What has not ended by now is what visitors find under way. Many also apply for policy items.

mod applying;
mod deal;
mod fates;
mod names;
mod offered;
mod paying;
mod plans;
mod repaying;

use super::{firms, stage::Stage};
use applying::Applying;
use chrono::TimeDelta;
use deal::Deal;
use fates::{FATES, Fate, OF_A_VISITOR, When};
use jinqiao_kernel::{DateTime, OrderId, OrgId, Result};
use jinqiao_platform::{
    calendar::{WORKING_DAY, WorkCalendar},
    enterprises, organizations,
};
use names::Citizen;
use offered::{Applicant, OFFERED};
use paying::Office;
use repaying::Repaying;
use std::collections::{BTreeMap, HashSet};

/// Beside those with scenes of their own.
const FIRMS: usize = 292;
/// Over how many days they register.
const ARRIVALS: i64 = 310;

/// Meets every place of a list once, as long as its length is no multiple of this prime.
const STRIDE: usize = 101;

/// What a firm does next.
enum Life {
    Registers(usize),
    IsApproved(usize, OrgId),
    WritesProfile(usize),
    Deals(Box<Deal>),
    Repays(Repaying),
    Chooses(&'static Fate),
    Applies(Box<Applying>),
    Pays(Office),
}

/// Lives by the moment of their next step.
#[derive(Default)]
pub struct Crowd {
    citizens: Vec<Citizen>,
    calendar: WorkCalendar,
    next: BTreeMap<(DateTime, usize), Life>,
    planned: usize,
    /// Firms that have a profile, and what each has applied for.
    known: Vec<usize>,
    applied: HashSet<(usize, &'static str)>,
    chosen: usize,
}

impl Crowd {
    fn plan(&mut self, at: DateTime, life: Life) {
        self.planned += 1;
        // At the first minutes of a working day, where it would have been outside working time.
        let begins = self.calendar.begins(at);
        let at = if begins == at { at } else { begins + TimeDelta::minutes(at.timestamp() / 60 % 50) };
        self.next.insert((at, self.planned), life);
    }

    /// Everybody who will come.
    pub fn invite(&mut self, from: DateTime, calendar: WorkCalendar) {
        self.calendar = calendar;
        self.citizens = (0..FIRMS).map(Citizen::new).collect();
        for number in 0..FIRMS {
            let day = ARRIVALS * i64::try_from(number).unwrap_or_default() / i64::try_from(FIRMS).unwrap_or(1);
            self.plan(from + TimeDelta::days(day) + TimeDelta::minutes(7), Life::Registers(number));
        }
    }

    /// The loan of an order, which was confirmed just now, is repaid from now on.
    pub fn repays(&mut self, now: DateTime, order: OrderId, lender: &str) {
        self.plan(now + TimeDelta::days(20), Life::Repays(Repaying { order, lender: lender.to_owned() }));
    }

    /// Who applies for policy items from now on, and which offices pay.
    pub fn applies(&mut self, stage: &Stage, now: DateTime) {
        let before = |days: i64| self.calendar.before(stage.present(), days * WORKING_DAY);
        let last = before(14);
        let earlier: usize = FATES.iter().filter(|one| matches!(one.when, When::Earlier)).map(|one| one.count).sum();
        let step = (last - now) / i32::try_from(earlier).unwrap_or(1).max(1);
        let mut plans: Vec<(DateTime, Life)> = vec![];
        let mut turn = 0;
        for fate in FATES {
            for number in 0..fate.count {
                let at = match fate.when {
                    // Fates alternate.
                    When::Earlier => {
                        turn += 1;
                        now + step * i32::try_from(turn * STRIDE % earlier.max(1)).unwrap_or_default()
                    }
                    When::Before(days) => {
                        before(days) + TimeDelta::minutes(20 * i64::try_from(number).unwrap_or_default())
                    }
                };
                plans.push((at, Life::Chooses(fate)));
            }
        }
        for (turn, (firm, title, story, days)) in OF_A_VISITOR.into_iter().enumerate() {
            let by = Applicant::of(&firms::FIRMS[firm]);
            if let Some(item) = OFFERED.iter().find(|item| item.title == title) {
                plans.push((before(days), Life::Applies(Box::new(Applying::new(by, item, story, turn)))));
            }
        }
        // The last list of the first office is paid; that of the second still runs; the third is about to make one.
        for (login, days) in [("zhengfu1d", 12), ("zhengfu2", 11), ("zhengfu4", 13)] {
            let office = Office { login, pause: TimeDelta::days(days), open: None };
            plans.push((now + TimeDelta::days(days + 6), Life::Pays(office)));
        }
        for (at, life) in plans {
            self.plan(at, life);
        }
    }

    /// A firm that the item of `fate` suits, of those who have not applied for it; both by lot.
    fn choose(&mut self, stage: &Stage, fate: &'static Fate) -> Option<Applying> {
        let there: Vec<_> = OFFERED.iter().filter(|item| (fate.of)(item) && stage.item(item.title).is_some()).collect();
        let start = stage.lot(there.len().max(1));
        for turn in 0..there.len() {
            let item = there[(start + turn) % there.len()];
            for _ in 0..self.known.len() {
                // Everybody in turn, so that each has a few at most.
                self.chosen += 1;
                let number = self.known[self.chosen * 61 % self.known.len()];
                let firm = self.citizens[number].firm();
                if (item.suits)(&firm) && self.applied.insert((number, item.title)) {
                    return Some(Applying::new(Applicant::of(&firm), item, fate.story, self.chosen));
                }
            }
        }
        None
    }

    /// The next step that is due by `until`.
    pub fn due(&mut self, until: DateTime) -> Option<(DateTime, Step)> {
        let first = self.next.first_entry().filter(|first| first.key().0 <= until)?;
        let ((at, _), life) = first.remove_entry();
        Some((at, Step(life)))
    }

    /// Takes the step, and plans what follows from it.
    pub async fn take(&mut self, stage: &Stage, Step(life): Step) -> Result<()> {
        let now = stage.db.world().now();
        match life {
            Life::Registers(number) => {
                let id = stage.register_firm(&self.citizens[number].firm()).await?;
                self.plan(now + TimeDelta::hours(5), Life::IsApproved(number, id));
            }
            Life::IsApproved(number, id) => {
                let operator = stage.operator().await?;
                organizations::decide(&stage.db, &operator, id, 1, organizations::Decision::Approve).await?;
                self.plan(now + TimeDelta::hours(20), Life::WritesProfile(number));
            }
            Life::WritesProfile(number) => {
                let (firm, actor) = (self.citizens[number].firm(), stage.actor(self.citizens[number].login()).await?);
                enterprises::save_profile(&stage.db, &stage.vault, &actor, 0, &firm.profile()).await?;
                stage.verified(&actor, [enterprises::Register::Tax]).await?;
                self.known.push(number);
                for (after, deal) in plans::of_firm(stage, &firm) {
                    self.plan(now + after, Life::Deals(Box::new(deal)));
                }
            }
            Life::Deals(mut deal) => {
                let after = deal.step(stage).await?;
                if let Some((order, lender)) = deal.has_lent() {
                    self.repays(now, order, lender);
                }
                if let Some(after) = after {
                    self.plan(now + after, Life::Deals(deal));
                }
            }
            Life::Repays(loan) => {
                if let Some(after) = loan.step(stage).await? {
                    self.plan(now + after, Life::Repays(loan));
                }
            }
            Life::Chooses(fate) => {
                if let Some(applying) = self.choose(stage, fate) {
                    self.plan(now, Life::Applies(Box::new(applying)));
                }
            }
            Life::Applies(mut applying) => {
                if let Some(after) = applying.step(stage).await? {
                    self.plan(now + after, Life::Applies(applying));
                }
            }
            Life::Pays(mut office) => {
                let after = office.step(stage).await?;
                self.plan(now + after, Life::Pays(office));
            }
        }
        Ok(())
    }
}

/// A step that is due.
pub struct Step(Life);
