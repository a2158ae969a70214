//! The course that a joint credit takes by itself: it forms, offers, places a share again, closes, or comes to nothing; and its
//! orders with it.

use super::{
    entity::{Joint, Member, joint, member},
    facts::{JointMemberFact, JointMemberStep, JointStep},
    figures::JointFigures,
    group::{Group, StepDetails},
    limits::REMIND_REVIEW,
    model::{JointMemberState, JointRole, JointState},
    shares::{JointSheet, SheetLine, cut_with, prorated_shares},
    store,
};
use crate::{
    demands,
    orders::{
        Change, Decision, MOVED, Order, OrderActionKind, OrderChange, OrderState, OrderStep, Orders, move_to,
        reset_decision,
    },
};
use jinqiao_db::{Doc, Hook, Tx, save_versioned};
use jinqiao_kernel::{DateTime, DemandId, Error, Money, Result, local_date};
use sea_orm::Set;

/// The sheet of those who take part.
pub fn sheet(joint: &Joint, members: &[Member]) -> JointSheet {
    let line = |member: &Member| SheetLine {
        institution: member.institution_id,
        role: member.role,
        share: member.share,
        rate: member.rate,
        fee: member.fee,
        conditions: member.conditions.clone(),
    };
    let standing = members.iter().filter(|member| member.state.stands());
    JointSheet::new(standing.map(line).collect(), joint.term_months, joint.repayment, joint.lead_id)
}

impl Group {
    /// Enough has come together, or less will do: shares are prorated to the fen, and the group goes on from `to`.
    pub async fn form(&mut self, mut change: joint::ActiveModel, step: JointStep, telling: StepDetails) -> Result<()> {
        let total = if let Set(total) = change.total { total } else { self.joint.total };
        let guaranteed = if let Set(cover) = change.guaranteed { cover } else { self.joint.guaranteed };
        self.move_members(JointMemberState::Invited, JointMemberState::Passed).await?;
        let parts: Vec<_> = self.members.iter().map(Member::part).collect();
        for (member, share) in self.members.clone().iter().zip(prorated_shares(&parts, total, guaranteed)) {
            self.cut_share(member, share).await?;
        }
        change.open = Set(false);
        let to = self.settled(JointState::Formed);
        let amount = Some(total);
        if to == JointState::JointOffer {
            self.move_to(JointState::JointReview, change, step, StepDetails { amount, ..telling }, true).await?;
            return self.offer().await;
        }
        self.move_to(to, change, step, StepDetails { amount, ..telling }, true).await
    }

    /// Where a group in `state` is, by what its members have done.
    pub fn settled(&self, state: JointState) -> JointState {
        state.settled(self.count(JointMemberState::Committed), self.count(JointMemberState::Reviewing))
    }

    /// All have granted: their orders are offered together.
    pub async fn offer(&mut self) -> Result<()> {
        let sheet = sheet(&self.joint, &self.members);
        let due = self.joint.rules.0.due(&self.calendar, JointState::JointOffer, self.tx.now());
        let valid_until = local_date(due.unwrap_or(self.tx.now()));
        let orders = self.orders().await?;
        for member in self.members.iter().filter(|member| member.state.stands()) {
            let order = order_of(member, &orders)?;
            let to = order.state.after(OrderActionKind::Approve)?;
            let decision = member.rate.map(|rate| Decision {
                amount: member.share,
                rate,
                lpr: None,
                term_months: self.joint.term_months,
                fees: vec![],
                repayment: self.joint.repayment,
                guarantee: self.joint.guarantee,
                conditions: member.conditions.clone(),
                valid_until: valid_until.into(),
            });
            let row = OrderChange {
                decision: Set(decision.map(Doc)),
                decided_at: Set(member.decided_at),
                ..Default::default()
            };
            let change = Change { row, amount: Some(member.share), ..Change::default() };
            move_to(&self.tx, &self.demand, order, change, to, OrderStep::Approved, None).await?;
        }
        let change = joint::ActiveModel { offered_at: Set(Some(self.tx.now())), ..Default::default() };
        let telling = StepDetails { amount: Some(sheet.total), ..StepDetails::default() };
        self.move_to(JointState::JointOffer, change, JointStep::Offered, telling, true).await
    }

    /// The enterprise accepts the sheet: every order is accepted with its share.
    pub async fn accept(&mut self) -> Result<()> {
        let orders = self.orders().await?;
        for member in self.members.iter().filter(|member| member.state.stands()) {
            let order = order_of(member, &orders)?;
            let to = order.state.after(OrderActionKind::Accept)?;
            let lends = member.role != JointRole::Guarantor;
            let granted = if lends { member.share } else { Money::ZERO };
            let row = OrderChange { granted_amount: Set(granted), ..Default::default() };
            let change = Change { row, amount: Some(member.share), ..Change::default() };
            move_to(&self.tx, &self.demand, order, change, to, OrderStep::Accepted, None).await?;
            if !lends {
                // It has nothing to pay out in time.
                let row = OrderChange { due_at: Set(None), ..Default::default() };
                save_versioned::<Orders>(&self.tx, row, order.id, order.version + 1).await?;
                self.tx.disarm(order.id).await?;
            }
        }
        let agreed = sheet(&self.joint, &self.members);
        let cost = agreed.costs.annual_cost;
        let figures = Some(JointFigures::new(agreed, cost));
        let telling = StepDetails { amount: Some(self.joint.total), figures, ..StepDetails::default() };
        let change = Default::default();
        self.move_to(JointState::Disbursing, change, JointStep::Accepted, telling, true).await
    }

    /// The sheet is not accepted, or not in time: the orders that it offered end with it.
    pub async fn turn_down(&mut self, to: JointState, step: JointStep, reason: String) -> Result<()> {
        let change = joint::ActiveModel { ended_because: Set(Some(reason.clone())), ..Default::default() };
        let telling = StepDetails { reason: Some(reason.clone()), ..StepDetails::default() };
        self.move_to(to, change, step, telling, false).await?;
        for order in self.orders().await?.iter().filter(|order| order.joint_id == Some(self.joint.id)) {
            let (to, step) = match step {
                JointStep::Expired => (order.state.expire(), OrderStep::ExpiredOffer),
                _ => (order.state.after(OrderActionKind::DeclineOffer), OrderStep::OfferDeclined),
            };
            let (Ok(to), true) = (to, order.state == OrderState::Offered) else { continue };
            let (change, reason) = (Change::default(), Some(reason.clone()));
            move_to(&self.tx, &self.demand, order, change, to, step, reason).await?;
        }
        Ok(())
    }

    /// It comes to nothing before there was a sheet: the lead's order goes on alone, as do those that were there before; the
    /// others end.
    pub async fn end(&mut self, to: JointState, step: JointStep, reason: String) -> Result<()> {
        let change = joint::ActiveModel { ended_because: Set(Some(reason.clone())), ..Default::default() };
        let orders = self.orders().await?;
        let goes_on = orders.iter().any(|order| order.id == self.joint.order_id && order.state.live());
        let telling = StepDetails { reason: Some(reason.clone()), goes_on, ..StepDetails::default() };
        self.move_to(to, change, step, telling, false).await?;
        for member in self.members.clone() {
            self.tx.disarm(member.id).await?;
            if let Some(order) = orders.iter().find(|order| Some(order.id) == member.order_id) {
                self.let_go(&member, order, &reason).await?;
            }
        }
        Ok(())
    }

    /// An order leaves the joint credit: it goes on by itself with the time that it had left, or ends.
    pub async fn let_go(&self, member: &Member, order: &Order, reason: &str) -> Result<()> {
        let own = member.adopted || member.role == JointRole::Lead;
        if !own {
            let late = member.state == JointMemberState::Lapsed;
            let Ok(to) = (if late { order.state.expire() } else { order.state.withdraw_with_demand() }) else {
                return Ok(());
            };
            let reason = Some(reason.to_owned());
            return move_to(&self.tx, &self.demand, order, Change::default(), to, OrderStep::JointEnded, reason).await;
        }
        if order.state.bind_to_joint_credit().is_err() {
            return Ok(());
        }
        let free = Order { joint_id: None, ..order.clone() };
        let row = OrderChange { joint_id: Set(None), ..Default::default() };
        save_versioned::<Orders>(&self.tx, row, order.id, order.version).await?;
        // While the enterprise had not agreed the clock ran on.
        let decide_by = member.minutes.map(|left| self.calendar.after(self.tx.now(), left)).or(order.decide_by);
        reset_decision(&self.tx, &self.demand, &free, decide_by).await
    }

    /// Binds an order: it is decided together with the others, and its own limit stands still.
    pub async fn bind(&self, order: &Order) -> Result<Option<i64>> {
        let left = order.decide_by.map(|end| self.calendar.between(self.tx.now(), end));
        let row = OrderChange { joint_id: Set(Some(self.joint.id)), ..Default::default() };
        save_versioned::<Orders>(&self.tx, row, order.id, order.version).await?;
        let bound = Order { joint_id: Some(self.joint.id), ..order.clone() };
        reset_decision(&self.tx, &self.demand, &bound, None).await?;
        Ok(left)
    }

    /// A member is gone while nothing has been promised: its share is placed again.
    pub async fn reopen_invitation(&mut self, member: &Member, step: JointStep) -> Result<()> {
        let telling =
            StepDetails { about: Some(member.institution_id), amount: Some(member.share), ..StepDetails::default() };
        self.move_to(JointState::Inviting, joint::ActiveModel::default(), step, telling, true).await
    }

    /// Gives a member a smaller share, and the fee that belongs to it.
    pub(super) async fn cut_share(&mut self, member: &Member, share: Money) -> Result<()> {
        if member.share == share {
            return Ok(());
        }
        let fee = cut_with(member.fee, member.share, share);
        self.put(member, member::ActiveModel { share: Set(share), fee: Set(fee), ..Default::default() }).await
    }

    /// A member's limit to decide stands still while the enterprise owes it materials, as that of a single order does: what was
    /// left when they were asked for is left again afterwards.
    async fn follow_materials(&mut self, orders: &[Order]) -> Result<()> {
        for member in self.members.clone().iter().filter(|member| member.state == JointMemberState::Reviewing) {
            let Ok(order) = order_of(member, orders) else { continue };
            match (order.awaiting_since, member.due_at, member.left_minutes) {
                (Some(since), Some(due), _) => {
                    let left = Some(self.calendar.between(since, due));
                    let row = member::ActiveModel { due_at: Set(None), left_minutes: Set(left), ..Default::default() };
                    self.put(member, row).await?;
                    self.tx.disarm(member.id).await?;
                }
                (None, None, Some(left)) => {
                    let due = self.calendar.after(self.tx.now(), left);
                    let row =
                        member::ActiveModel { due_at: Set(Some(due)), left_minutes: Set(None), ..Default::default() };
                    self.put(member, row).await?;
                    self.watch_member(member, order, due).await?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Watches a member's limit to decide.
    pub async fn watch_member(&self, member: &Member, order: &Order, due: DateTime) -> Result<()> {
        let told = |step| JointMemberFact {
            step,
            member: member.id,
            joint: self.joint.id,
            no: self.joint.no.clone(),
            institution: member.institution_id,
            order: order.id,
        };
        let reminder = (self.calendar.before(due, REMIND_REVIEW), told(JointMemberStep::Reminded));
        self.tx.watch(member.id, [reminder], [(due, told(JointMemberStep::Overdue))]).await
    }

    /// Notes which members are gone because their orders have ended.
    async fn note_gone(&mut self, orders: &[Order]) -> Result<Vec<(Member, JointStep)>> {
        let ended = |member: &Member| {
            let order = orders.iter().find(|order| Some(order.id) == member.order_id)?;
            (member.state.opened() && !order.state.live() && !order.state.accepted()).then(|| order.clone())
        };
        let ended: Vec<_> = self.members.iter().filter_map(|member| Some((member.clone(), ended(member)?))).collect();
        let mut gone = vec![];
        for (member, order) in ended {
            let (state, step) = match order.state {
                OrderState::Refused => (JointMemberState::Refused, JointStep::Refused),
                _ => (JointMemberState::Left, JointStep::Left),
            };
            self.tx.disarm(member.id).await?;
            let row = member::ActiveModel {
                state: Set(state),
                refusal_code: Set(order.refusal_code),
                reason: Set(order.ended_because.clone()),
                decided_at: Set(Some(self.tx.now())),
                due_at: Set(None),
                ..Default::default()
            };
            self.put(&member, row).await?;
            gone.push((member, step));
        }
        Ok(gone)
    }
}

/// The order of a member whose data were opened.
pub fn order_of<'a>(member: &Member, orders: &'a [Order]) -> Result<&'a Order> {
    let found = orders.iter().find(|order| Some(order.id) == member.order_id);
    found.ok_or_else(|| Error::internal("a member reviews without an order"))
}

/// Follows the orders in whatever write moves them.
pub const RECONCILE: Hook =
    Hook { point: MOVED, run: |tx, demand| Box::pin(async move { reconcile(&tx, demand.into()).await }) };

/// Lets the joint credit that runs on a locked demand follow its orders, whoever moved them: a member that refused or left gives its
/// share back; without the lead it comes to nothing; once all money has come it is done.
async fn reconcile(tx: &Tx, demand: DemandId) -> Result<()> {
    let Some(joint) = store::running(tx.conn(), demand).await? else { return Ok(()) };
    let demand = demands::by_id(tx.conn(), demand).await?;
    let mut group = Group::of(tx, demand, joint).await?;
    let orders = group.orders().await?;
    let lead = orders.iter().find(|order| order.id == group.joint.order_id);
    let lead = lead.ok_or_else(|| Error::internal("a joint credit without its lead's order"))?;
    let before = sheet(&group.joint, &group.members).costs.annual_cost;
    let gone = group.note_gone(&orders).await?;
    if group.joint.state != JointState::Disbursing && !lead.state.live() {
        let reason = "牵头机构的对接已结束".to_owned();
        return group.end(JointState::Failed, JointStep::Failed, reason).await;
    }
    if gone.iter().any(|(member, _)| member.role == JointRole::Guarantor) {
        group.check_nothing_lent(&orders)?;
    }
    for (member, step) in &gone {
        if group.joint.state.deciding() {
            group.reopen_invitation(member, *step).await?;
        } else {
            group.go_on_without(member, *step, before).await?;
        }
    }
    group.follow_materials(&orders).await?;
    if group.joint.state != JointState::Disbursing {
        return Ok(());
    }
    let lenders = group.members.iter().filter(|member| member.role != JointRole::Guarantor && member.state.stands());
    let mut of_lenders = lenders.filter_map(|member| orders.iter().find(|order| Some(order.id) == member.order_id));
    let running = of_lenders.clone().any(|order| order.state != OrderState::Closed);
    match of_lenders.next() {
        Some(_) if running => Ok(()),
        Some(_) => group.close(&orders).await,
        None => {
            let reason = "全部机构在放款前退出".to_owned();
            group.abandon(&orders, reason).await
        }
    }
}
