//! Steps of the lead.

use super::{
    access::check_role,
    entity::{Joint, Member, joint, member},
    facts::JointStep,
    group::{Group, StepDetails},
    limits::JointRules,
    model::{JointActionKind, JointMemberState, JointRole, JointState},
    store,
    write::{Then, write},
};
use crate::{
    demands::Demand,
    loans::Repayment,
    orders::{Order, OrderChange, OrderState, Orders, Scope, check_anonymous, check_certified, check_kind, lock_order},
    products::{FinancingKind, Guarantee},
};
use jinqiao_db::{Asked, Db, Doc, Intent, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, Error, JointCreditId, Money, OrderId, OrgId, OrgKind, Rate, Result};
use jinqiao_platform::{
    calendar::calendar,
    consents::{self, ConsentScope},
    organizations::{self, OrgState},
};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde::Deserialize;
use utoipa::ToSchema;

/// Most institutions that are asked by name.
const INVITED: usize = 20;

/// What the lead proposes.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JointIn {
    /// The whole loan, fen.
    pub total: Money,
    /// The lead's own share, fen.
    pub share: Money,
    /// The lead's yearly rate, 0.001 %.
    pub rate: Rate,
    /// Months, for all.
    pub term_months: i32,
    /// Way of repaying, for all.
    pub repayment: Repayment,
    /// Security wanted, for all.
    pub guarantee: Guarantee,
    /// What guarantors are to cover together, fen; zero for none.
    #[serde(default)]
    pub guaranteed: Money,
    /// Words to those who are invited, up to 500 characters.
    #[schema(max_length = 500)]
    pub note: Option<String>,
    /// Every certified institution may take a share.
    #[serde(default)]
    pub open: bool,
    /// Institutions that are asked by name, up to 20.
    #[serde(default)]
    pub institutions: Vec<OrgId>,
}

impl JointIn {
    fn check(&self, demand: &Demand, rules: &JointRules) -> Result<()> {
        let most = Money(demand.amount.unwrap_or_default().0 - demand.accepted_amount.0);
        let mut checks = Checks::new();
        checks
            .range("total", self.total, Money::wan(2)..=most, &format!("总额须在 2 万元至 {most}之间"))
            .range("rate", self.rate, Rate::LEAST..=Rate::MOST, "年化利率须在 0.001% 至 24% 之间")
            .range("term_months", self.term_months, 1..=360, "期限须在 1 至 360 个月之间")
            .range("guaranteed", self.guaranteed, Money::ZERO..=self.total, "担保金额不超过总额")
            .optional_text("note", self.note.as_deref(), 500)
            .that("institutions", self.open || !self.institutions.is_empty(), "请选择邀请的机构，或公开邀请");
        if !demand.accept_partial {
            checks.that("total", self.total == most, "企业希望一次融到全部金额，总额须等于需求金额");
        }
        let (range, JointRules { lead_percent, distributed_percent, .. }) = (rules.lead_share(self.total), rules);
        let (least, most) = (range.start(), range.end());
        let share = format!(
            "牵头份额须在 {least}至 {most}之间：不低于总额的 {lead_percent}%，且至少 {distributed_percent}% 由其他机构承担"
        );
        checks.range("share", self.share, range.clone(), &share).done()
    }
}

/// Asks each of `institutions` by name; who has passed is asked again.
async fn invite_named(group: &mut Group, institutions: &[OrgId]) -> Result<()> {
    let mut checks = Checks::new();
    checks.that("institutions", institutions.len() <= INVITED, &format!("一次最多邀请 {INVITED} 家机构"));
    checks.done()?;
    let known = organizations::names(group.tx.conn(), institutions.iter().copied()).await?;
    for (i, id) in institutions.iter().enumerate() {
        let field = format!("institutions[{i}]");
        let invitable = known
            .get(id)
            .filter(|org| org.kind == OrgKind::Institution && org.state == OrgState::Active && org.certified);
        let org = invitable.ok_or_else(|| Error::field(&field, "请选择已认证的机构"))?;
        let role = check_role(org.institution_type).map_err(|error| Error::field(&field, error.message()))?;
        if role == JointRole::Guarantor && group.joint.guaranteed == Money::ZERO {
            return Err(Error::field(&field, "方案中没有担保金额，不能邀请担保机构"));
        }
        match group.member(*id).cloned() {
            None => {
                group.add(*id, role, JointMemberState::Invited).await?;
            }
            Some(asked) if asked.state.may_be_invited() => {
                let state = Set(JointMemberState::Invited);
                group.put(&asked, member::ActiveModel { state, ..Default::default() }).await?;
            }
            Some(_) => return Err(Error::field(&field, "该机构已参加或已退出，不能再次邀请")),
        }
    }
    Ok(())
}

fn check_leads(order: &Order) -> Result<()> {
    check_kind(order, FinancingKind::Debt)?;
    let confirmed = matches!(order.state, OrderState::Contacting | OrderState::DueDiligence | OrderState::CreditReview);
    if !confirmed {
        return Err(Error::conflict("orders.wrong_state", "企业确认对接后、作出授信决定前才能发起联合授信"));
    }
    Ok(())
}

/// Proposes a joint credit on the institution's own confirmed order.
///
/// # Errors
/// `validation`; `orders.wrong_state`; `joint_credits.already_running`; `consents.closed`; `conflict.stale`.
pub async fn propose(db: &Db, actor: &Actor, id: OrderId, version: i32, input: &JointIn) -> Result<JointCreditId> {
    check_certified(actor)?;
    db.write_once(Intent::by(actor, "joint_credits.propose").on(id), |tx| async move {
        let (demand, order) = lock_order(&tx, &Scope::of_institution(actor), id).await?;
        check_leads(&order)?;
        if order.version != version {
            return Err(Error::stale());
        }
        if store::running(tx.conn(), demand.id).await?.is_some() {
            return Err(Error::conflict("joint_credits.already_running", "该需求已有进行中的联合授信"));
        }
        let consent = consents::of_order(tx.conn(), order.id).await?;
        if !consent.is_some_and(|consent| consent.opens(ConsentScope::Identity, tx.now())) {
            return Err(Error::conflict("consents.closed", "企业未授权或授权已结束，不能发起联合授信"));
        }
        let own = organizations::by_id(tx.conn(), actor.org).await?;
        if check_role(own.institution_type)? != JointRole::Lender {
            return Err(Error::conflict("joint_credits.wrong_type", "担保机构不能牵头联合授信"));
        }
        let rules = JointRules::now(tx.conn()).await?;
        input.check(&demand, &rules)?;
        check_anonymous(tx.conn(), demand.enterprise_id, "note", input.note.as_deref().unwrap_or_default()).await?;
        let mut group = opened(&tx, demand, &order, input, rules).await?;
        let lead = group.add(actor.org, JointRole::Lead, JointMemberState::Committed).await?;
        let row = member::ActiveModel {
            order_id: Set(Some(order.id)),
            officer_id: Set(Some(order.officer_id)),
            unit_id: Set(Some(order.unit_id)),
            wanted: Set(input.share),
            share: Set(input.share),
            rate: Set(Some(input.rate)),
            committed_at: Set(Some(tx.now())),
            ..Default::default()
        };
        group.put(&lead, row).await?;
        invite_named(&mut group, &input.institutions).await?;
        mark(&group, &order).await?;
        let telling = StepDetails { amount: Some(input.total), ..StepDetails::default() };
        group.move_to(JointState::Proposed, Default::default(), JointStep::Proposed, telling, true).await?;
        Ok(group.joint.id)
    })
    .await
}

/// The order is the lead's from now on; its clock runs until the enterprise lets others be invited.
async fn mark(group: &Group, order: &Order) -> Result<()> {
    let row =
        OrderChange { joint_id: Set(Some(group.joint.id)), version: Set(order.version + 1), ..Default::default() };
    save_versioned::<Orders>(&group.tx, row, order.id, order.version).await.map(|_| ())
}

async fn opened(tx: &Tx, demand: Demand, order: &Order, input: &JointIn, rules: JointRules) -> Result<Group> {
    let joint = Joint {
        id: tx.id(),
        no: tx.document_no(store::PREFIX).await?,
        demand_id: demand.id,
        enterprise_id: demand.enterprise_id,
        lead_id: order.institution_id,
        order_id: order.id,
        state: JointState::Proposed,
        version: 0,
        total: input.total,
        guaranteed: input.guaranteed,
        term_months: input.term_months,
        repayment: input.repayment,
        guarantee: input.guarantee,
        note: input.note.clone().filter(|note| !note.trim().is_empty()),
        open: input.open,
        extended: false,
        rules: Doc(rules),
        due_at: None,
        ended_because: None,
        consented_at: None,
        offered_at: None,
        created_at: tx.now(),
        updated_at: tx.now(),
        closed_at: None,
    };
    store::insert(tx, joint.clone().into_active_model().reset_all()).await?;
    Ok(Group { calendar: calendar(tx.conn()).await?, tx: tx.clone(), demand, joint, members: vec![] })
}

/// Invites more institutions, or everybody.
///
/// # Errors
/// `validation`; `joint_credits.wrong_state`; `conflict.stale`. The other steps fail alike.
pub async fn invite(
    db: &Db,
    actor: &Actor,
    id: JointCreditId,
    version: i32,
    institutions: &[OrgId],
    open: bool,
) -> Result<()> {
    let asked = Asked::new(JointActionKind::Invite, "joint_credits.invite", version);
    write(db, actor, id, &asked, |mut group, to| async move {
        if institutions.is_empty() && open == group.joint.open {
            return Err(Error::field("institutions", "请选择邀请的机构，或公开邀请"));
        }
        invite_named(&mut group, institutions).await?;
        let change = joint::ActiveModel { open: Set(open), ..Default::default() };
        let telling = StepDetails { invited: Some(institutions.to_vec()), ..StepDetails::default() };
        group.move_to(to, change, JointStep::Invited, telling, false).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Closes the invitation: as much as is wanted has come together.
///
/// # Errors
/// `joint_credits.not_full`; as for `invite`.
pub async fn form(db: &Db, actor: &Actor, id: JointCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(JointActionKind::Form, "joint_credits.form", version);
    write(db, actor, id, &asked, |mut group, _| async move {
        group.form(Default::default(), JointStep::Formed, StepDetails::default()).await?;
        Ok(Then::Follow)
    })
    .await
}

/// Gives more time, once.
///
/// # Errors
/// `joint_credits.extended`; as for `invite`.
pub async fn extend(db: &Db, actor: &Actor, id: JointCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(JointActionKind::Extend, "joint_credits.extend", version);
    write(db, actor, id, &asked, |mut group, to| async move {
        // Who has said no is not asked again, who has said nothing is.
        let silent = |member: &&Member| member.state == JointMemberState::Passed && member.reason.is_none();
        for member in group.members.clone().iter().filter(silent) {
            let state = Set(JointMemberState::Invited);
            group.put(member, member::ActiveModel { state, ..Default::default() }).await?;
        }
        let change = joint::ActiveModel { extended: Set(true), ..Default::default() };
        group.move_to(to, change, JointStep::Extended, StepDetails::default(), true).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Asks the enterprise for a total of what has come together.
///
/// # Errors
/// `joint_credits.too_few`; as for `invite`.
pub async fn propose_shrink(db: &Db, actor: &Actor, id: JointCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(JointActionKind::ProposeShrink, "joint_credits.propose_shrink", version);
    write(db, actor, id, &asked, |mut group, to| async move {
        let amount = Some(group.shrunk().0);
        let telling = StepDetails { amount, ..StepDetails::default() };
        group.move_to(to, Default::default(), JointStep::ShrinkProposed, telling, true).await?;
        Ok(Then::Rest)
    })
    .await
}

/// Gives it up; the lead's order goes on alone.
///
/// # Errors
/// As for `invite`.
pub async fn cancel(db: &Db, actor: &Actor, id: JointCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(JointActionKind::Cancel, "joint_credits.cancel", version).because(reason);
    write(db, actor, id, &asked, |mut group, to| async move {
        check_anonymous(group.tx.conn(), group.joint.enterprise_id, "reason", reason).await?;
        group.end(to, JointStep::Cancelled, reason.to_owned()).await?;
        Ok(Then::Follow)
    })
    .await
}
