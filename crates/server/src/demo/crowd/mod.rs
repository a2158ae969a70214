//! The crowd: some three hundred firms that come over a year and look for money, so that lists, figures and charts look like
//! those of a platform in use. What has not ended by now is what visitors find under way.

mod deal;
mod names;
mod plans;
mod repaying;

use super::stage::Stage;
use chrono::TimeDelta;
use deal::Deal;
use jinqiao_kernel::{DateTime, OrderId, OrgId, Result};
use jinqiao_platform::{calendar::WorkCalendar, enterprises, organizations};
use names::Citizen;
use repaying::Repaying;
use std::collections::BTreeMap;

/// Beside those with scenes of their own.
const FIRMS: usize = 292;
/// Over how many days they register.
const ARRIVALS: i64 = 310;

/// What a firm does next.
enum Life {
    Registers(usize),
    IsApproved(usize, OrgId),
    WritesProfile(usize),
    Deals(Box<Deal>),
    Repays(Repaying),
}

/// Lives by the moment of their next step.
#[derive(Default)]
pub struct Crowd {
    citizens: Vec<Citizen>,
    calendar: WorkCalendar,
    next: BTreeMap<(DateTime, usize), Life>,
    planned: usize,
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
        }
        Ok(())
    }
}

/// A step that is due.
pub struct Step(Life);
