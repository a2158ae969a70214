//! From facts to entries and service records.

use super::{
    PointEvent, PointSide,
    elapsed::{self, Moment, minutes_since},
    ledger::{self, PointTrigger},
    records,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx, facts_of};
use jinqiao_financing::{
    demands::DemandFact,
    joint_credits::{self, JointFact, JointMemberFact, JointStep},
    orders::{self, OrderFact, OrderState, OrderStep, RatingFact, RatingParty, RatingStep, Turn},
    products::ProductFact,
};
use jinqiao_kernel::{DateTime, OrgId, Result, local_date};
use jinqiao_platform::{
    accounts::FirstLogin, calendar::calendar, enterprises::ProfileCompleted, organizations::OrganizationFact,
};

use PointSide::{Enterprise, Institution};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("points.enter", wants, run)]
}

/// Steps of orders that mean nothing for points or records.
const SILENT: [&str; 13] = [
    "orders.handed_over",
    "orders.reminded",
    "orders.materials_requested",
    "orders.materials_recalled",
    "orders.materials_provided",
    "orders.materials_lapsed",
    "orders.review_started",
    "orders.corrected",
    "orders.disputed",
    "orders.dispute_settled",
    "orders.maturity_near",
    "orders.maturity_close",
    "orders.maturity_next",
];

fn wants(kind: &str) -> bool {
    match kind {
        "organizations.approved"
        | "accounts.first_login"
        | "enterprises.completed"
        | "demands.approved"
        | "products.approved"
        | "ratings.opened"
        | "ratings.window_ended"
        | "ratings.appeal_upheld"
        | "joint_credits.approved"
        | "joint_credits.closed"
        | "joint_members.overdue"
        | "callbacks.answered" => true,
        _ => kind.starts_with("orders.") && !SILENT.contains(&kind),
    }
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move { Ok(react(&tx, &fact).await?) })
}

async fn react(tx: &Tx, fact: &Fact) -> Result<()> {
    let at = fact.at;
    let occasion = match fact.kind.split('.').next() {
        Some("organizations") => registered(&fact.decode()?, at),
        Some("accounts") => first_login(&fact.decode()?, at),
        Some("enterprises") => {
            let ProfileCompleted { org } = fact.decode()?;
            Some(PointTrigger::new(PointEvent::ProfileComplete, (Enterprise, org), org, at))
        }
        Some("demands") => {
            let fact: DemandFact = fact.decode()?;
            Some(PointTrigger::new(PointEvent::DemandApproved, (Enterprise, fact.enterprise), fact.demand, at))
        }
        Some("products") => {
            // Each product once, whatever the number of its versions.
            let fact: ProductFact = fact.decode()?;
            Some(PointTrigger::new(PointEvent::ProductApproved, (Institution, fact.institution), fact.product, at))
        }
        Some("joint_credits") => return of_joint(tx, &fact.decode()?, at).await,
        Some("joint_members") => {
            let fact: JointMemberFact = fact.decode()?;
            return records::decided_jointly(tx, fact.order, false, at).await;
        }
        Some("callbacks") => return records::called_back(tx, &fact.decode()?, at).await,
        Some("ratings") => return of_rating(tx, &fact.decode()?).await,
        _ => return of_order(tx, fact, &fact.decode()?).await,
    };
    enter(tx, occasion).await
}

/// Balances are locked in one order, so that no two writes wait for each other.
async fn enter(tx: &Tx, occasions: impl IntoIterator<Item = PointTrigger>) -> Result<()> {
    let mut occasions: Vec<_> = occasions.into_iter().collect();
    occasions.sort_by_key(|occasion| occasion.org);
    for occasion in &occasions {
        ledger::award(tx, occasion).await?;
    }
    Ok(())
}

fn registered(fact: &OrganizationFact, at: DateTime) -> Option<PointTrigger> {
    let side = PointSide::of(fact.kind)?;
    Some(PointTrigger::new(PointEvent::Registered, (side, fact.org), fact.org, at))
}

fn first_login(fact: &FirstLogin, at: DateTime) -> Option<PointTrigger> {
    let side = PointSide::of(fact.kind)?;
    let reference = local_date(at).to_string();
    Some(PointTrigger { reference, ..PointTrigger::new(PointEvent::DailyLogin, (side, fact.org), fact.org, at) })
}

/// A mark counts when the rated side can read it, and no more when an appeal against it was upheld.
async fn of_rating(tx: &Tx, fact: &RatingFact) -> Result<()> {
    let side = |party: RatingParty| match party.other() {
        RatingParty::Enterprise => Enterprise,
        RatingParty::Institution => Institution,
    };
    if fact.step == RatingStep::Upheld {
        let reason = fact.reason.clone().unwrap_or_default();
        for event in [PointEvent::RatedWell, PointEvent::RatedBadly] {
            ledger::take_back(tx, fact.to, (event, fact.order.into()), &format!("评价申诉成立：{reason}")).await?;
        }
        return Ok(());
    }
    let open = orders::open_ratings(tx.conn(), fact.order, tx.now()).await?;
    let occasions = open.into_iter().filter_map(|rating| {
        let event = match rating.overall {
            4.. => PointEvent::RatedWell,
            1..=2 => PointEvent::RatedBadly,
            _ => return None,
        };
        let whose = (side(rating.party), rating.to);
        // An order's sides are rated once each, and know a rating by its order.
        Some(PointTrigger::new(event, whose, fact.order, rating.opens_at))
    });
    enter(tx, occasions).await
}

/// A member decides when it does, not when the sheet of all is offered; who led a joint credit to its end earns more.
async fn of_joint(tx: &Tx, fact: &JointFact, at: DateTime) -> Result<()> {
    // A lead that has left has led nothing to its end.
    if fact.step == JointStep::Closed && fact.figures.as_ref().is_some_and(|of| of.part(fact.lead).is_none()) {
        return Ok(());
    }
    if fact.step == JointStep::Closed {
        return enter(tx, [PointTrigger::new(PointEvent::JointLead, (Institution, fact.lead), fact.order, at)]).await;
    }
    let Some(member) = fact.about else { return Ok(()) };
    let orders = joint_credits::orders_of_joint(tx.conn(), fact.joint).await?;
    match orders.get(&member) {
        Some(order) => records::decided_jointly(tx, *order, true, at).await,
        None => Ok(()),
    }
}

async fn of_order(tx: &Tx, fact: &Fact, order: &OrderFact) -> Result<()> {
    let steps = elapsed::moments(&facts_of(tx.conn(), order.order).await?, fact.seq)?;
    records::follow(tx, order, fact.account.is_some(), fact.at, &steps).await?;
    let occasions = occasions(tx, order, fact.at, &steps).await?;
    enter(tx, occasions).await
}

async fn occasions(tx: &Tx, fact: &OrderFact, at: DateTime, steps: &[Moment]) -> Result<Vec<PointTrigger>> {
    let about = |event, whose: (PointSide, OrgId)| PointTrigger::new(event, whose, fact.order, at);
    let bank = |event| about(event, (Institution, fact.institution));
    let firm = |event| about(event, (Enterprise, fact.enterprise));
    Ok(match fact.step {
        OrderStep::Grabbed => vec![bank(PointEvent::Grabbed)],
        OrderStep::Contacted => {
            vec![PointTrigger { minutes: taken(tx, steps, at).await?, ..bank(PointEvent::QuickContact) }]
        }
        // The sheet of a joint credit comes when the last of its members has decided.
        OrderStep::Approved if fact.joint.is_some() => vec![],
        OrderStep::Approved => {
            vec![PointTrigger { minutes: taken(tx, steps, at).await?, ..bank(PointEvent::QuickOffer) }]
        }
        OrderStep::Refused if refused_credit(fact.from) => {
            let refusal = orders::outcome(tx.conn(), fact.order).await?.refusal;
            vec![PointTrigger { refusal, ..firm(PointEvent::CreditRefused) }]
        }
        OrderStep::Disbursed => {
            let first_loan = orders::outcome(tx.conn(), fact.order).await?.first_loan;
            let first_loan = first_loan.then(|| bank(PointEvent::FirstLoan));
            let paid = [firm(PointEvent::Disbursed), bank(PointEvent::Disbursed)].into_iter().chain(first_loan);
            with_joint_share(tx, fact, paid).await?
        }
        OrderStep::JointFulfilled => with_joint_share(tx, fact, [bank(PointEvent::Disbursed)]).await?,
        OrderStep::Overdue => {
            late(fact).map(|(event, reference)| PointTrigger { reference, ..bank(event) }).into_iter().collect()
        }
        _ => vec![],
    })
}

/// Members of a joint credit share what one order would give (domain 2.4).
async fn with_joint_share(
    tx: &Tx,
    fact: &OrderFact,
    occasions: impl IntoIterator<Item = PointTrigger>,
) -> Result<Vec<PointTrigger>> {
    let share = match fact.joint {
        Some(joint) => joint_credits::share_of(tx.conn(), joint, fact.institution).await?,
        None => None,
    };
    let share = share.map(|(part, whole)| (part.0, whole.0));
    Ok(occasions.into_iter().map(|occasion| PointTrigger { share, ..occasion }).collect())
}

/// Working time from the confirmation.
async fn taken(tx: &Tx, steps: &[Moment], at: DateTime) -> Result<Option<i64>> {
    let begins = [OrderStep::Confirmed, OrderStep::TakenOn];
    Ok(minutes_since(&calendar(tx.conn()).await?, steps, &begins, at))
}

/// Was it credit that was refused? Not taking an application on is no decision, and after a grant it was given already.
fn refused_credit(from: Option<OrderState>) -> bool {
    matches!(from, Some(OrderState::Contacting | OrderState::DueDiligence | OrderState::CreditReview))
}

/// A decision may be late so many working days, as far as points are concerned.
const LATE_DECISION_DAYS: i32 = 5;

/// What an institution's overrun counts as, and which it is.
fn late(fact: &OrderFact) -> Option<(PointEvent, String)> {
    if fact.turn != Some(Turn::Institution) {
        return None;
    }
    let event = match (fact.from.unwrap_or(fact.to), fact.late_days) {
        (OrderState::Applied, 0) => PointEvent::LateTakeOn,
        (OrderState::Contacting, 0) => PointEvent::LateContact,
        (OrderState::Contacting, 1) => PointEvent::NoContact,
        (OrderState::DueDiligence | OrderState::CreditReview, 1..=LATE_DECISION_DAYS) => PointEvent::LateDecision,
        _ => return None,
    };
    Some((event, format!("late {}", fact.late_days)))
}

#[cfg(test)]
#[path = "reactions_tests.rs"]
mod tests;
