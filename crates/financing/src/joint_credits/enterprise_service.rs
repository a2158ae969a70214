//! Steps of the enterprise.

use super::{
    course::sheet,
    entity::{Member, joint, member},
    facts::JointStep,
    group::{Group, StepDetails},
    model::{JointActionKind, JointMemberState, JointRole, JointState},
    write::{Then, write},
};
use crate::orders::{
    AcceptIn, Change, Offer, Order, OrderChange, OrderState, OrderStep, blank, check_anonymous, insert_order, move_to,
    open_to, opened,
};
use jinqiao_db::{Asked, Db, Doc};
use jinqiao_kernel::{Actor, Checks, DateTime, Error, JointCreditId, JointMemberId, Money, Result, local_date};
use jinqiao_platform::{
    accounts,
    calendar::WORKING_DAY,
    consents::{ConsentScope, check_scopes},
    organizations,
};
use sea_orm::Set;

/// Lets others be invited; the lead's own limit stands still from now on.
///
/// # Errors
/// `joint_credits.wrong_state`; `conflict.stale`. The other steps fail alike.
pub async fn consent(db: &Db, actor: &Actor, id: JointCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(JointActionKind::Consent, "joint_credits.consent", version);
    write(db, actor, id, &asked, |mut group, to| async move {
        let orders = group.orders().await?;
        let lead = group.members.iter().find(|member| member.role == JointRole::Lead).cloned();
        let lead = lead.ok_or_else(|| Error::internal("a joint credit without a lead"))?;
        let minutes = group.bind(super::course::order_of(&lead, &orders)?).await?;
        group.put(&lead, member::ActiveModel { minutes: Set(minutes), ..Default::default() }).await?;
        let change = joint::ActiveModel { consented_at: Set(Some(group.tx.now())), ..Default::default() };
        let telling = StepDetails { amount: Some(group.joint.total), ..StepDetails::default() };
        group.move_to(to, change, JointStep::Consented, telling, true).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Does not let others be invited; the lead's order goes on alone.
///
/// # Errors
/// `validation`; as for [`consent`].
pub async fn reject(db: &Db, actor: &Actor, id: JointCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(JointActionKind::Reject, "joint_credits.reject", version).because(reason);
    write(db, actor, id, &asked, |mut group, to| async move {
        check_anonymous(group.tx.conn(), group.joint.enterprise_id, "reason", reason).await?;
        group.end(to, JointStep::Rejected, reason.to_owned()).await?;
        Ok(Then::Rest)
    })
    .await
}

/// A total of what has come together will do.
///
/// # Errors
/// As for [`consent`].
pub async fn agree_shrink(db: &Db, actor: &Actor, id: JointCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(JointActionKind::AgreeShrink, "joint_credits.agree_shrink", version);
    write(db, actor, id, &asked, |mut group, _| async move {
        let (gathered, (total, share)) = (group.gathered(), group.shrunk());
        if let Some(lead) = group.member(group.joint.lead_id).filter(|lead| lead.share != share).cloned() {
            group.put(&lead, member::ActiveModel { share: Set(share), ..Default::default() }).await?;
        }
        let guaranteed = gathered.cover.min(group.joint.guaranteed).min(total);
        let change = joint::ActiveModel { total: Set(total), guaranteed: Set(guaranteed), ..Default::default() };
        group.form(change, JointStep::Shrunk, StepDetails::default()).await?;
        Ok(Then::Follow)
    })
    .await
}

/// It will not do.
///
/// # Errors
/// `validation`; as for [`consent`].
pub async fn refuse_shrink(db: &Db, actor: &Actor, id: JointCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(JointActionKind::RefuseShrink, "joint_credits.refuse_shrink", version).because(reason);
    write(db, actor, id, &asked, |mut group, to| async move {
        check_anonymous(group.tx.conn(), group.joint.enterprise_id, "reason", reason).await?;
        let telling = StepDetails { reason: Some(reason.to_owned()), ..StepDetails::default() };
        group.move_to(to, Default::default(), JointStep::ShrinkRefused, telling, true).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Signs the data authorisation and opens the ticked data to every member that does not know the enterprise yet; each has its own
/// consent, its own order and its own limit to decide.
///
/// # Errors
/// `validation`; `agreements.outdated`; `joint_credits.member_gone`; as for [`consent`].
pub async fn open_data(
    db: &Db,
    actor: &Actor,
    id: JointCreditId,
    version: i32,
    scopes: &[ConsentScope],
    authorization: i32,
) -> Result<()> {
    check_scopes(scopes)?;
    let asked = Asked::new(JointActionKind::OpenData, "joint_credits.open_data", version);
    write(db, actor, id, &asked, |mut group, _| async move {
        let due = group.calendar.due(group.tx.now(), group.joint.rules.0.review);
        for member in group.members.clone().iter().filter(|member| member.state == JointMemberState::Committed) {
            let opened = open_to_member(&group, actor, member, scopes, authorization).await?;
            let row = member::ActiveModel {
                state: Set(member.state.open()?),
                order_id: Set(Some(opened.order.id)),
                adopted: Set(opened.adopted),
                minutes: Set(opened.minutes),
                due_at: Set(Some(due)),
                ..Default::default()
            };
            group.put(member, row).await?;
            group.watch_member(member, &opened.order, due).await?;
        }
        let to = group.settled(JointState::Formed);
        group.move_to(to, Default::default(), JointStep::Opened, StepDetails::default(), true).await?;
        Ok(Then::Follow)
    })
    .await
}

/// The order with which a member takes part.
struct Opened {
    order: Order,
    adopted: bool,
    minutes: Option<i64>,
}

async fn open_to_member(
    group: &Group,
    actor: &Actor,
    member: &Member,
    scopes: &[ConsentScope],
    authorization: i32,
) -> Result<Opened> {
    let orders = group.orders().await?;
    let own = orders.into_iter().find(|order| order.institution_id == member.institution_id);
    if member.role == JointRole::Lead {
        let order = own.ok_or_else(|| Error::internal("a lead without an order"))?;
        return Ok(Opened { order, adopted: false, minutes: member.minutes });
    }
    let tx = &group.tx;
    match own {
        Some(order) => {
            let Ok(to) = order.state.bind_to_joint_credit() else { return Err(gone(group, member).await?) };
            // What lapsed, or never was an offer, is nothing to go on with alone.
            let adopted = order.state.live();
            open_to(tx, actor, &order, scopes, authorization).await?;
            let minutes = group.bind(&order).await?.or(order.decision_wd.map(|days| i64::from(days) * WORKING_DAY));
            if to != order.state {
                let bound = Order { joint_id: Some(group.joint.id), ..order.clone() };
                let row = if adopted { OrderChange::default() } else { taken_up(group, member) };
                let change = Change { row, amount: Some(member.share), ..Change::default() };
                move_to(tx, &group.demand, &bound, change, to, OrderStep::JointOpened, None).await?;
            }
            Ok(Opened { order, adopted, minutes })
        }
        None => {
            let order = new_order(group, actor, member).await?;
            insert_order(tx, &order).await?;
            open_to(tx, actor, &order, scopes, authorization).await?;
            opened(tx, &group.demand, &order, OrderStep::JointOpened, Some(member.share)).await?;
            Ok(Opened { order, adopted: false, minutes: None })
        }
    }
}

/// The member's own offer has come to an end meanwhile.
async fn gone(group: &Group, member: &Member) -> Result<Error> {
    let org = organizations::by_id(group.tx.conn(), member.institution_id).await?;
    let message = format!("{}在此需求上的对接已有结果，请选择不纳入该成员", org.name);
    Ok(Error::conflict("joint_credits.member_gone", message))
}

/// An order that had lapsed begins anew, with the share as its offer and whoever took it as its officer.
fn taken_up(group: &Group, member: &Member) -> OrderChange {
    let mut row = OrderChange {
        offer: Set(Doc(offer_of(group, member))),
        closed_at: Set(None),
        ended_because: Set(None),
        ..Default::default()
    };
    if let (Some(officer), Some(unit)) = (member.officer_id, member.unit_id) {
        (row.officer_id, row.unit_id) = (Set(officer), Set(unit));
    }
    row
}

/// The share as an offer; none for who only guarantees.
fn offer_of(group: &Group, member: &Member) -> Option<Offer> {
    let joint = &group.joint;
    member.rate.map(|rate| Offer {
        product_id: None,
        amount: member.share,
        rate,
        lpr: None,
        term_months: joint.term_months,
        repayment: joint.repayment,
        guarantee: joint.guarantee,
        fees: vec![],
        conditions: member.conditions.clone(),
        valid_until: local_date(joint.due_at.unwrap_or(group.tx.now())).into(),
        note: None,
    })
}

async fn new_order(group: &Group, actor: &Actor, member: &Member) -> Result<Order> {
    let conn = group.tx.conn();
    // Whoever took the share handles the order, whatever has become of the account; it can be handed over.
    let primary = accounts::actor_of_org(conn, member.institution_id, &actor.request).await?;
    Ok(Order {
        officer_id: member.officer_id.unwrap_or(primary.account),
        unit_id: member.unit_id.unwrap_or(primary.unit),
        joint_id: Some(group.joint.id),
        decision_wd: Some(group.joint.rules.0.review),
        offer: Doc(offer_of(group, member)),
        ..blank(&group.tx, &group.demand, &primary, OrderState::Contacting).await?
    })
}

/// Does not want a member that knows nothing of it yet; the share is placed again.
///
/// # Errors
/// `validation`; `joint_credits.is_lead`; `not_found`; as for [`consent`].
pub async fn drop_member(
    db: &Db,
    actor: &Actor,
    id: JointCreditId,
    version: i32,
    member: JointMemberId,
    reason: &str,
) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(JointActionKind::DropMember, "joint_credits.drop_member", version).because(reason);
    write(db, actor, id, &asked, |mut group, _| async move {
        let found = group.members.iter().find(|known| known.id == member).cloned().ok_or_else(Error::not_found)?;
        if found.role == JointRole::Lead {
            return Err(Error::conflict("joint_credits.is_lead", "牵头机构不能移出；可以等待其终止联合授信"));
        }
        check_anonymous(group.tx.conn(), group.joint.enterprise_id, "reason", reason).await?;
        let row = member::ActiveModel {
            state: Set(found.state.drop_it()?),
            reason: Set(Some(reason.to_owned())),
            ..Default::default()
        };
        group.put(&found, row).await?;
        group.reopen_invitation(&found, JointStep::Dropped).await?;
        Ok(Then::Rest)
    })
    .await
}

fn check_valid(due_at: Option<DateTime>, now: DateTime) -> Result<()> {
    if due_at.is_some_and(|due| due < now) {
        return Err(Error::conflict("orders.offer_expired", "已超过有效期，请联系牵头机构重新发起"));
    }
    Ok(())
}

/// Accepts the sheet; `complete` takes no further offers, even if the sum is not reached.
///
/// # Errors
/// `orders.over_demand`; `orders.offer_expired`; as for [`consent`].
pub async fn accept(db: &Db, actor: &Actor, id: JointCreditId, version: i32, input: &AcceptIn) -> Result<()> {
    let asked =
        Asked { reason: input.confirmed(), ..Asked::new(JointActionKind::Accept, "joint_credits.accept", version) };
    write(db, actor, id, &asked, |mut group, _| async move {
        check_valid(group.joint.due_at, group.tx.now())?;
        let together = group.demand.accepted_amount.plus(group.joint.total).unwrap_or(Money(i64::MAX));
        if together > group.demand.amount.unwrap_or_default() {
            return Err(Error::conflict("orders.over_demand", "接受后总额将超过需求金额"));
        }
        input.check_read(Some(sheet(&group.joint, &group.members).costs.annual_cost))?;
        group.accept().await?;
        Ok(if input.complete { Then::Close } else { Then::Follow })
    })
    .await
}

/// Does not accept the sheet.
///
/// # Errors
/// `validation`; as for [`consent`].
pub async fn decline(db: &Db, actor: &Actor, id: JointCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(JointActionKind::Decline, "joint_credits.decline", version).because(reason);
    write(db, actor, id, &asked, |mut group, to| async move {
        check_anonymous(group.tx.conn(), group.joint.enterprise_id, "reason", reason).await?;
        group.turn_down(to, JointStep::Declined, reason.to_owned()).await?;
        Ok(Then::Follow)
    })
    .await
}
