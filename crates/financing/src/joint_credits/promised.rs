//! What was promised to the enterprise: who leaves it, how it follows what is paid, and its end.

use super::{
    course::{order_of, sheet},
    entity::{Member, joint, member},
    facts::JointStep,
    figures::JointFigures,
    group::{Group, StepDetails},
    model::{JointRole, JointState},
    shares::{cut_with, prorate},
};
use crate::{
    orders::{Change, Decision, Order, OrderActionKind, OrderChange, OrderStep, Orders, move_to},
    products::Guarantee,
};
use jinqiao_db::{Doc, save_versioned};
use jinqiao_kernel::{Error, Money, Rate, Result};
use sea_orm::Set;

impl Group {
    /// A member is gone from what was promised, which cost `before`: the loan is what the others give.
    pub(super) async fn go_on_without(&mut self, member: &Member, step: JointStep, before: Rate) -> Result<()> {
        let left = self.gathered().loan;
        let change = self.cut_to(left).await?;
        // Without any guarantor the loans are given on credit alone: who says otherwise at its payment has to say why.
        let alone = matches!(change.guarantee, Set(Guarantee::Credit));
        self.touch_orders(alone).await?;
        let telling = StepDetails {
            about: Some(member.institution_id),
            amount: Some(member.share),
            figures: (left > Money::ZERO).then(|| JointFigures::new(sheet(&self.joint, &self.members), before)),
            ..StepDetails::default()
        };
        self.move_to(self.joint.state, change, step, telling, false).await
    }

    /// The orders of those who have still to pay have changed with the loan: who pays now has seen it. With nobody to guarantee them
    /// any more, what was decided is decided without.
    async fn touch_orders(&self, unsecured: bool) -> Result<()> {
        let orders = self.orders().await?;
        let lend = |member: &&Member| member.role != JointRole::Guarantor && member.state.stands();
        for member in self.members.iter().filter(lend) {
            let order = order_of(member, &orders)?;
            if order.disbursement.is_some() {
                continue;
            }
            let mut row = OrderChange { version: Set(order.version + 1), ..Default::default() };
            if let (true, Some(Doc(decided))) = (unsecured, &order.decision) {
                row.decision = Set(Some(Doc(Decision { guarantee: Guarantee::Credit, ..decided.clone() })));
            }
            save_versioned::<Orders>(&self.tx, row, order.id, order.version).await?;
        }
        Ok(())
    }

    /// The loan is no more than `loan`: guarantors answer for, and are paid for, no more than their part of that.
    async fn cut_to(&mut self, loan: Money) -> Result<joint::ActiveModel> {
        let cover = self.cut_guarantee(loan).await?;
        let mut change = joint::ActiveModel { total: Set(loan), guaranteed: Set(cover), ..Default::default() };
        if cover == Money::ZERO && self.joint.guarantee == Guarantee::GuaranteeCompany {
            change.guarantee = Set(Guarantee::Credit);
        }
        Ok(change)
    }

    /// Cuts the guarantee with the loan; the whole guarantee then.
    async fn cut_guarantee(&mut self, loan: Money) -> Result<Money> {
        let covered = self.gathered().cover;
        let cover = cut_with(covered, self.joint.total, loan);
        let guarantors = |member: &&Member| member.role == JointRole::Guarantor && member.state.stands();
        let guarantors: Vec<_> = self.members.iter().filter(guarantors).cloned().collect();
        let shares: Vec<_> = guarantors.iter().map(|member| member.share).collect();
        for (member, share) in guarantors.iter().zip(prorate(cover, Money::ZERO, &shares)) {
            self.cut_share(member, share).await?;
        }
        Ok(cover)
    }

    /// Lenders have given their money under the guarantee: nobody takes that from them afterwards.
    pub(super) fn check_nothing_lent(&self, orders: &[Order]) -> Result<()> {
        let lent =
            orders.iter().any(|order| order.joint_id == Some(self.joint.id) && order.disbursed_amount > Money::ZERO);
        let message = "已有机构按联合方案放款，担保不能退出；如需变更，请由各方另行协商";
        if lent { Err(Error::conflict("joint_credits.guarantee_stands", message)) } else { Ok(()) }
    }

    /// All who still lend have paid: amounts, rates and fees are those of the payments; where a further draw follows, all stays as it was granted.
    pub(super) async fn close(&mut self, orders: &[Order]) -> Result<()> {
        let before = sheet(&self.joint, &self.members).costs.annual_cost;
        let mut paid = Money::ZERO;
        let lenders = |member: &&Member| member.role != JointRole::Guarantor && member.state.stands();
        for member in self.members.iter().filter(lenders).cloned().collect::<Vec<_>>() {
            let order = order_of(&member, orders)?;
            let Some(first) = order.disbursement.as_ref().map(|first| &first.0) else { continue };
            paid = Money(paid.0 + order.disbursed_amount.0);
            if first.more_follows {
                continue;
            }
            let row = member::ActiveModel {
                share: Set(order.disbursed_amount),
                rate: Set(Some(first.rate)),
                fee: Set(first.loan().costs().fees),
                ..Default::default()
            };
            self.put(&member, row).await?;
        }
        let change = self.cut_to(self.gathered().loan).await?;
        let figures = JointFigures::new(sheet(&self.joint, &self.members), before);
        let telling = StepDetails { amount: Some(paid), figures: Some(figures), ..StepDetails::default() };
        self.move_to(JointState::Closed, change, JointStep::Closed, telling, false).await?;
        for member in self.members.iter().filter(|member| member.role == JointRole::Guarantor) {
            let Some(order) = orders.iter().find(|order| Some(order.id) == member.order_id) else { continue };
            let Ok(to) = order.state.complete_guarantee() else { continue };
            let step = OrderStep::JointFulfilled;
            move_to(&self.tx, &self.demand, order, Change::default(), to, step, None).await?;
        }
        Ok(())
    }

    /// Nobody lends any more: those who would have guaranteed are free.
    pub(super) async fn abandon(&mut self, orders: &[Order], reason: String) -> Result<()> {
        let change = joint::ActiveModel { ended_because: Set(Some(reason.clone())), ..Default::default() };
        let telling = StepDetails { reason: Some(reason.clone()), ..StepDetails::default() };
        self.move_to(JointState::Failed, change, JointStep::Failed, telling, false).await?;
        for member in self.members.iter().filter(|member| member.role == JointRole::Guarantor) {
            let Some(order) = orders.iter().find(|order| Some(order.id) == member.order_id) else { continue };
            let Ok(to) = order.state.after(OrderActionKind::Withdraw) else { continue };
            let (change, reason) = (Change::default(), Some(reason.clone()));
            move_to(&self.tx, &self.demand, order, change, to, OrderStep::JointEnded, reason).await?;
        }
        Ok(())
    }
}
