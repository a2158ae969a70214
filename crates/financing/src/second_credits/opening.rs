//! How a second credit goes on once both sides want it: a new demand and a new order that is in credit review at once, or the
//! institution's decision about an extension (ADR 0018).

use super::{
    entity::{ActiveModel, Model},
    facts::SecondStep,
    model::{SecondKind, SecondState},
    pair::{Pair, StepDetails},
    parameters::SECOND_DECISION_DAYS,
};
use crate::{
    demands,
    orders::{Offer, Order, OrderState, OrderStep, blank, follow, insert_order, opened},
};
use jinqiao_db::Doc;
use jinqiao_kernel::{Actor, DemandId, Error, OrderId, RequestMeta, Result, local_date};
use jinqiao_platform::{
    accounts,
    consents::{self, CONSENT_DAYS, CONSENT_TAIL_DAYS, Grant},
    organizations,
    permissions::{Parameter, days_of, value_of},
};
use sea_orm::Set;

impl Pair {
    /// Both sides want it, and nobody has to review it any more.
    pub async fn go_on(&mut self, to: SecondState, change: ActiveModel) -> Result<()> {
        organizations::check_open(self.tx.conn(), self.row.enterprise_id).await?;
        if !organizations::check_open(self.tx.conn(), self.row.institution_id).await?.certified {
            return Err(Error::conflict("organizations.not_certified", "该机构的认证已被取消，不能办理二次授信"));
        }
        let amount = Some(self.row.wanted.0.amount);
        if to == SecondState::Deciding {
            let (first, days) = (&self.first, CONSENT_TAIL_DAYS);
            self.sign(&change, first.demand_id, (first.id, &first.no), days).await?;
            return self
                .move_to(to, change, SecondStep::Deciding, StepDetails { amount, ..StepDetails::default() })
                .await;
        }
        let order = self.open_order(&change).await?;
        let change = ActiveModel { order_id: Set(Some(order)), ..change };
        if self.row.kind == SecondKind::Renewal {
            // Nobody has to be reminded any more.
            self.tx.disarm(self.first.id).await?;
        }
        self.move_to(to, change, SecondStep::Opened, StepDetails { amount, ..StepDetails::default() }).await
    }

    /// The enterprise as it signed: the person may have left since.
    async fn signer(&self, change: &ActiveModel) -> Result<Actor> {
        let enterprise =
            accounts::actor_of_org(self.tx.conn(), self.row.enterprise_id, &RequestMeta::default()).await?;
        let signer = change.signer_id.try_as_ref().copied().flatten().or(self.row.signer_id);
        Ok(Actor { account: signer.ok_or_else(unsigned)?, ..enterprise })
    }

    /// Opens the data that the enterprise has signed for again.
    async fn sign(
        &self,
        change: &ActiveModel,
        demand: DemandId,
        (order, no): (OrderId, &str),
        days: Parameter,
    ) -> Result<()> {
        let signer = self.signer(change).await?;
        let signed = |row: &Model| Some((row.scopes.0.clone(), row.text_version?, row.text_hash.clone()?));
        let (scopes, text_version, text_hash) = match (change.text_version.try_as_ref(), change.text_hash.try_as_ref())
        {
            (Some(Some(version)), Some(Some(hash))) => {
                let scopes = change.scopes.try_as_ref().map(|scopes| scopes.0.clone()).unwrap_or_default();
                (scopes, *version, hash.clone())
            }
            _ => signed(&self.row).ok_or_else(unsigned)?,
        };
        let grant = Grant {
            enterprise: self.row.enterprise_id,
            grantee: self.row.institution_id,
            demand,
            order,
            order_no: no.to_owned(),
            scopes,
            text_version,
            text_hash,
            days: value_of(self.tx.conn(), days).await?,
            // As it was signed for, when the enterprise asked or agreed.
            method: "password",
        };
        consents::grant(&self.tx, &signer, grant).await
    }

    async fn open_order(&self, change: &ActiveModel) -> Result<OrderId> {
        let (tx, wanted) = (&self.tx, &self.row.wanted.0);
        let before = demands::by_id(tx.conn(), self.first.demand_id).await?;
        let draft = wanted.draft(demands::draft_of(&before));
        let demand = demands::continued(tx, &self.signer(change).await?, &draft).await?;
        let days = days_of(tx.conn(), SECOND_DECISION_DAYS).await?;
        let due = self.calendar.due(tx.now(), days);
        let officer = self.officer().await?;
        let offer = Offer {
            product_id: None,
            amount: wanted.amount,
            rate: wanted.rate,
            lpr: None,
            term_months: wanted.term_months,
            repayment: wanted.repayment,
            guarantee: wanted.guarantee,
            fees: vec![],
            conditions: None,
            valid_until: local_date(due).into(),
            note: self.row.note.clone(),
        };
        let order = Order {
            second_id: Some(self.row.id),
            decision_wd: Some(days),
            offer: Doc(Some(offer)),
            due_at: Some(due),
            decide_by: Some(due),
            ..blank(tx, &demand, &officer, OrderState::CreditReview).await?
        };
        insert_order(tx, &order).await?;
        self.sign(change, demand.id, (order.id, &order.no), CONSENT_DAYS).await?;
        opened(tx, &demand, &order, OrderStep::SecondOpened, Some(wanted.amount)).await?;
        follow(tx, &demand, false).await?;
        Ok(order.id)
    }

    /// Whoever handled the loan, while the account is open; else the primary account.
    async fn officer(&self) -> Result<Actor> {
        let conn = self.tx.conn();
        let primary = accounts::actor_of_org(conn, self.row.institution_id, &RequestMeta::default()).await?;
        if accounts::is_active(conn, self.first.officer_id).await? {
            return Ok(Actor { account: self.first.officer_id, unit: self.first.unit_id, ..primary });
        }
        Ok(primary)
    }
}

fn unsigned() -> Error {
    Error::internal("a second credit goes on without the enterprise's signature")
}
