//! A joint credit under its lock, and how a step of it is written: store, tell, watch the limit that begins.

use super::{
    access::ActionContext,
    entity::{Joint, Member, joint, member},
    facts::{JointFact, JointStep},
    figures::JointFigures,
    limits::{remind_before, turn},
    model::{JointMemberState, JointRole, JointState},
    shares::{Gathered, shrunk},
    store,
};
use crate::{
    demands::Demand,
    orders::{Order, Scope, of_demand},
};
use jinqiao_db::{Tx, save_versioned};
use jinqiao_kernel::{DateTime, Error, JointCreditId, Money, OrgId, Result};
use jinqiao_platform::calendar::{WorkCalendar, calendar};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

/// A joint credit with its demand, both locked, and its members.
pub struct Group {
    pub tx: Tx,
    pub calendar: WorkCalendar,
    pub demand: Demand,
    pub joint: Joint,
    pub members: Vec<Member>,
}

/// What a step tells beside the states.
#[derive(Default)]
pub struct StepDetails {
    /// The institution that it is about.
    pub about: Option<OrgId>,
    pub amount: Option<Money>,
    pub reason: Option<String>,
    /// The loan as the step leaves it, where it was promised.
    pub figures: Option<JointFigures>,
    /// The lead's order goes on alone.
    pub goes_on: bool,
    /// Those who are asked now, where it is not everybody who has not answered.
    pub invited: Option<Vec<OrgId>>,
}

impl Group {
    /// The joint credit, locked; whoever asks may know of it.
    pub async fn locked(tx: &Tx, id: JointCreditId) -> Result<Self> {
        let (demand, joint) = store::lock(tx, id).await?;
        Self::of(tx, demand, joint).await
    }

    /// A joint credit whose demand is locked.
    pub async fn of(tx: &Tx, demand: Demand, joint: Joint) -> Result<Self> {
        let members = store::members(tx.conn(), joint.id).await?;
        Ok(Self { calendar: calendar(tx.conn()).await?, tx: tx.clone(), demand, joint, members })
    }

    /// The joint credit, locked, if `scope` sees it.
    pub async fn seen_by(tx: &Tx, scope: &Scope, certified: bool, id: JointCreditId) -> Result<Self> {
        store::by_id(tx.conn(), scope, certified, id).await?;
        Self::locked(tx, id).await
    }

    pub fn gathered(&self) -> Gathered {
        Gathered::of(&self.members.iter().map(Member::part).collect::<Vec<_>>())
    }

    /// What an action of `org` is judged by.
    pub fn context(&self, org: OrgId) -> ActionContext<'_> {
        ActionContext { joint: &self.joint, gathered: self.gathered(), own: self.member(org) }
    }

    /// The smaller total that is proposed where too little has come together, and the lead's share of it.
    pub fn shrunk(&self) -> (Money, Money) {
        let lead = self.member(self.joint.lead_id).map_or(Money::ZERO, |lead| lead.share);
        shrunk(self.gathered().loan, self.joint.total, lead, self.joint.rules.0.distributed_percent)
    }

    pub fn member(&self, org: OrgId) -> Option<&Member> {
        self.members.iter().find(|member| member.institution_id == org)
    }

    /// How many members are in `state`.
    pub fn count(&self, state: JointMemberState) -> usize {
        self.members.iter().filter(|member| member.state == state).count()
    }

    /// Orders on the demand, as they are now; every write of one waits for the demand's lock.
    pub async fn orders(&self) -> Result<Vec<Order>> {
        of_demand(self.tx.conn(), self.demand.id).await
    }

    /// Stores a changed member.
    pub async fn put(&mut self, member: &Member, change: member::ActiveModel) -> Result<()> {
        let row = member::ActiveModel { id: Set(member.id), version: Set(member.version + 1), ..change };
        let saved = store::save_member(&self.tx, row).await?;
        let place = self.members.iter().position(|known| known.id == saved.id);
        let place = place.ok_or_else(|| Error::internal("a member of another joint credit"))?;
        self.members[place] = saved;
        Ok(())
    }

    /// Every member in `from` goes to `to`.
    pub async fn move_members(&mut self, from: JointMemberState, to: JointMemberState) -> Result<()> {
        let moving: Vec<_> = self.members.iter().filter(|member| member.state == from).cloned().collect();
        for member in &moving {
            self.put(member, member::ActiveModel { state: Set(to), ..Default::default() }).await?;
        }
        Ok(())
    }

    /// Adds a member that was asked, or that came by itself.
    pub async fn add(&mut self, institution: OrgId, role: JointRole, state: JointMemberState) -> Result<Member> {
        let row = Member {
            id: self.tx.id(),
            joint_id: self.joint.id,
            institution_id: institution,
            place: i32::try_from(self.members.len()).unwrap_or(i32::MAX),
            role,
            state,
            version: 1,
            order_id: None,
            adopted: false,
            minutes: None,
            officer_id: None,
            unit_id: None,
            wanted: Money::ZERO,
            share: Money::ZERO,
            rate: None,
            fee: Money::ZERO,
            conditions: None,
            refusal_code: None,
            reason: None,
            due_at: None,
            left_minutes: None,
            invited_at: self.tx.now(),
            committed_at: None,
            decided_at: None,
        };
        store::insert_member(&self.tx, row.clone().into_active_model().reset_all()).await?;
        self.members.push(row.clone());
        Ok(row)
    }

    /// Goes to `to` with `change`, tells it, and watches the limit of where it is then. What stays in its state keeps its end,
    /// unless the limit begins anew.
    pub async fn move_to(
        &mut self,
        to: JointState,
        change: joint::ActiveModel,
        step: JointStep,
        telling: StepDetails,
        anew: bool,
    ) -> Result<()> {
        let now = self.tx.now();
        let from = self.joint.state;
        let due_at =
            if to == from && !anew { self.joint.due_at } else { self.joint.rules.0.due(&self.calendar, to, now) };
        let ended = (!to.running()).then_some(now);
        let row = joint::ActiveModel {
            id: Set(self.joint.id),
            state: Set(to),
            version: Set(self.joint.version + 1),
            due_at: Set(due_at),
            updated_at: Set(now),
            closed_at: Set(ended),
            ..change
        };
        self.joint = save_versioned::<joint::Entity>(&self.tx, row, self.joint.id, self.joint.version).await?;
        self.tx.emit(&self.fact(step, Some(from), telling)).await?;
        self.watch(due_at).await
    }

    /// Watches the limit that runs now; what was late before has been told of.
    async fn watch(&self, due_at: Option<DateTime>) -> Result<()> {
        let told = |step| JointFact {
            turn: turn(self.joint.state),
            ..self.fact(step, Some(self.joint.state), StepDetails::default())
        };
        let reminder =
            due_at.map(|due| (self.calendar.before(due, remind_before(self.joint.state)), told(JointStep::Reminded)));
        let end = due_at.filter(|due| *due > self.tx.now()).map(|due| (due, told(JointStep::Overdue)));
        self.tx.watch(self.joint.id, reminder, end).await
    }

    /// Everybody without whom it does not go on.
    pub fn parties(&self) -> Vec<OrgId> {
        let members = self.members.iter().filter(|member| member.state.stands()).map(|member| member.institution_id);
        [self.joint.enterprise_id, self.joint.lead_id].into_iter().chain(members).collect()
    }

    /// Gives the limit that runs another working day: one of the parties is suspended.
    pub async fn postpone(&mut self) -> Result<()> {
        let due_at = Some(self.calendar.due(self.tx.now(), 1));
        let row = joint::ActiveModel { id: Set(self.joint.id), due_at: Set(due_at), ..Default::default() };
        self.joint = save_versioned::<joint::Entity>(&self.tx, row, self.joint.id, self.joint.version).await?;
        self.watch(due_at).await
    }

    pub(super) fn fact(&self, step: JointStep, from: Option<JointState>, telling: StepDetails) -> JointFact {
        let known = |member: &&Member| {
            let concerned = member.state.stands() || member.state == JointMemberState::Invited;
            self.joint.consented_at.is_some() && concerned && member.role != JointRole::Lead
        };
        let members = self.members.iter().filter(known);
        let invited = members.clone().filter(|member| member.state == JointMemberState::Invited);
        JointFact {
            step,
            joint: self.joint.id,
            no: self.joint.no.clone(),
            demand_no: self.demand.no.clone(),
            enterprise: self.joint.enterprise_id,
            lead: self.joint.lead_id,
            order: self.joint.order_id,
            invited: telling.invited.unwrap_or_else(|| invited.map(|member| member.institution_id).collect()),
            members: members.map(|member| member.institution_id).collect(),
            open: self.joint.open && self.joint.state == JointState::Inviting,
            about: telling.about,
            guarantees: telling
                .about
                .and_then(|org| self.member(org))
                .is_some_and(|of| of.role == JointRole::Guarantor),
            from,
            to: self.joint.state,
            amount: telling.amount,
            reason: telling.reason,
            figures: telling.figures,
            goes_on: telling.goes_on,
            turn: None,
        }
    }
}
