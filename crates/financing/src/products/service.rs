//! Use cases of the institution.

use super::{
    FinancingKind, MostDays, ProductContent, ProductFact, ProductState, ProductStep, VersionState,
    bounds::PRODUCTS,
    entity::{product, version},
    model::{Edit, REVIEW},
    parameters::{DECISION_DAYS, DISBURSE_DAYS},
    searched, store,
};
use crate::lpr;
use jinqiao_db::{Db, Doc, Intent, Reading, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, DateTime, Error, Kind, ProductId, Result, local_date};
use jinqiao_platform::{
    enterprises,
    organizations::{self, InstitutionType, Organization},
    permissions::value_of,
    reviews::{self, ReviewState, Submission},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

/// Does an institution of this type finance in this way? Government funds do both.
pub fn finances(institution: InstitutionType, kind: FinancingKind) -> bool {
    match institution {
        InstitutionType::GovernmentFund => true,
        InstitutionType::EquityFund => kind == FinancingKind::Equity,
        _ => kind == FinancingKind::Debt,
    }
}

/// A product that is being written, with its newest version; both as they were.
pub struct Writing {
    pub row: product::Model,
    pub latest: version::Model,
}

impl Writing {
    /// The institution's own product, locked, if nobody changed it since `known`.
    pub async fn own(tx: &Tx, actor: &Actor, id: ProductId, known: i32) -> Result<Self> {
        Self::of(tx, store::lock_own(tx, actor.org, id).await?, known).await
    }

    /// Any product, locked; for the operator.
    pub async fn any(tx: &Tx, id: ProductId, known: i32) -> Result<Self> {
        Self::of(tx, store::lock_any(tx, id).await?, known).await
    }

    async fn of(tx: &Tx, row: product::Model, known: i32) -> Result<Self> {
        if row.version != known {
            return Err(Error::stale());
        }
        let latest = store::latest(tx.conn(), &row).await?;
        Ok(Self { row, latest })
    }

    /// Stores `change` of the product and tells the step.
    pub async fn tell(
        &self,
        tx: &Tx,
        change: product::ActiveModel,
        step: ProductStep,
        number: i32,
        reason: Option<&str>,
    ) -> Result<()> {
        touch(tx, &self.row, change).await?;
        let name = self.latest.content.0.name.clone();
        let (product, kind, institution) = (self.row.id, self.row.kind, self.row.institution_id);
        let reason = reason.map(str::to_owned);
        tx.emit(&ProductFact { step, product, number, kind, name, institution, reason }).await
    }

    /// Stores the new state of the newest version.
    pub async fn decided(&self, tx: &Tx, state: VersionState, mut change: version::ActiveModel) -> Result<()> {
        change.state = Set(state);
        change.updated_at = Set(tx.now());
        store::save_version(tx, change, self.row.id, self.row.latest).await
    }
}

async fn touch(tx: &Tx, row: &product::Model, mut change: product::ActiveModel) -> Result<()> {
    change.version = Set(row.version + 1);
    change.updated_at = Set(tx.now());
    save_versioned::<product::Entity>(tx, change, row.id, row.version).await.map(|_| ())
}

fn not_certified() -> Error {
    let message = "贵机构尚未通过认证，认证后才能发布产品；草稿可以先行保存";
    Error::new(Kind::Forbidden, "organizations.not_certified", message)
}

fn check_kind(own: &Organization, kind: FinancingKind) -> Result<()> {
    if own.institution_type.is_some_and(|institution| finances(institution, kind)) {
        return Ok(());
    }
    let message = match kind {
        FinancingKind::Debt => "贵机构类型不提供债权融资产品",
        FinancingKind::Equity => "贵机构类型不提供股权融资产品",
    };
    Err(Error::field("kind", message))
}

/// Checks the content against the industries that count today.
async fn check(conn: &impl Reading, now: DateTime, content: &ProductContent) -> Result<()> {
    content.check(&enterprises::standards_in_force(conn, local_date(now)).await?.industries)
}

/// With the rates of today's LPR.
async fn priced(tx: &Tx, content: &ProductContent) -> Result<ProductContent> {
    let content = content.clone().priced(lpr::current(tx.conn()).await?.as_ref());
    check(tx.conn(), tx.now(), &content).await?;
    Ok(content)
}

fn first(id: ProductId, number: i32, content: &ProductContent, tx: &Tx) -> version::ActiveModel {
    version::Model {
        product_id: id,
        number,
        state: VersionState::Draft,
        content: Doc(content.clone()),
        defects: Doc::default(),
        refusal: None,
        created_at: tx.now(),
        updated_at: tx.now(),
        submitted_at: None,
        decided_at: None,
    }
    .into_active_model()
    .reset_all()
}

/// Keeps a new draft.
///
/// # Errors
/// `validation`.
pub async fn create(db: &Db, actor: &Actor, content: &ProductContent) -> Result<ProductId> {
    check(db.read(), db.world().now(), content).await?;
    db.write_once(Intent::by(actor, "products.create"), |tx| async move {
        let content = &priced(&tx, content).await?;
        check_kind(&organizations::by_id(tx.conn(), actor.org).await?, content.kind)?;
        organizations::check_room(&tx, actor.org, PRODUCTS, store::unarchived(actor.org)).await?;
        let id: ProductId = tx.id();
        tx.about(id);
        let row = product::Model {
            id,
            no: tx.document_no(searched::PREFIX).await?,
            institution_id: actor.org,
            kind: content.kind,
            state: ProductState::Draft,
            version: 1,
            latest: 1,
            forced_off: None,
            created_at: tx.now(),
            updated_at: tx.now(),
            shelved_at: None,
            shelf_version: None,
            on_shelf: false,
            card: None,
            product_type: None,
            channel: None,
            equity_type: None,
            amount_min: None,
            amount_max: None,
            term_min: None,
            term_max: None,
            rate_min: None,
            rate_max: None,
            cost_min: None,
            guarantees: Doc::default(),
            stages: Doc::default(),
            sections: Doc::default(),
            decision_days: None,
            first_loan_friendly: false,
            pure_online: false,
            valid_from: None,
            valid_to: None,
        };
        product::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        version::Entity::insert(first(id, 1, content, &tx)).exec_without_returning(tx.conn()).await?;
        searched::index_own(&tx, id, content).await?;
        Ok(id)
    })
    .await
}

/// Writes the newest version, or begins the next one when that was decided on.
///
/// # Errors
/// `validation`; `products.wrong_state` while the operator has it; `conflict.stale`.
pub async fn edit(db: &Db, actor: &Actor, id: ProductId, known: i32, content: &ProductContent) -> Result<()> {
    check(db.read(), db.world().now(), content).await?;
    db.write(Intent::by(actor, "products.edit").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        writing.row.state.edit()?;
        if content.kind != writing.row.kind {
            return Err(Error::field("kind", "产品的融资类型不能更改"));
        }
        let content = &priced(&tx, content).await?;
        let mut change: product::ActiveModel = Default::default();
        match writing.latest.state.edit()? {
            Edit::Same => {
                let (content, updated_at) = (Set(Doc(content.clone())), Set(tx.now()));
                let row = version::ActiveModel { content, updated_at, ..Default::default() };
                store::save_version(&tx, row, id, writing.row.latest).await?;
            }
            Edit::Next => {
                let next = writing.row.latest + 1;
                version::Entity::insert(first(id, next, content, &tx)).exec_without_returning(tx.conn()).await?;
                change.latest = Set(next);
            }
        }
        searched::index_own(&tx, id, content).await?;
        touch(&tx, &writing.row, change).await
    })
    .await
}

/// Submits the newest version for review.
///
/// # Errors
/// `organizations.not_certified`; `validation` with what is missing; `products.wrong_state`; `conflict.stale`.
pub async fn submit(db: &Db, actor: &Actor, id: ProductId, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "products.submit").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        writing.row.state.edit()?;
        let state = writing.latest.state.submit()?;
        let own = organizations::by_id(tx.conn(), actor.org).await?;
        if !own.certified {
            return Err(not_certified());
        }
        let most = MostDays {
            decision: value_of(tx.conn(), DECISION_DAYS).await?,
            disburse: value_of(tx.conn(), DISBURSE_DAYS).await?,
        };
        let content = &writing.latest.content.0;
        let today = local_date(tx.now());
        content.check_complete(&enterprises::standards_in_force(tx.conn(), today).await?.industries, most)?;
        let submission = Submission {
            kind: REVIEW,
            subject: id.into(),
            org: actor.org,
            org_name: own.name,
            title: format!("{} {}（第 {} 版）", writing.row.no, content.name, writing.row.latest),
        };
        reviews::submit(&tx, submission).await?;
        let change = version::ActiveModel {
            submitted_at: Set(Some(tx.now())),
            defects: Set(Doc::default()),
            ..Default::default()
        };
        writing.decided(&tx, state, change).await?;
        writing.tell(&tx, Default::default(), ProductStep::Submitted, writing.row.latest, None).await
    })
    .await
}

/// Takes the newest version back from review.
///
/// # Errors
/// `products.wrong_state`; `conflict.stale`.
pub async fn recall(db: &Db, actor: &Actor, id: ProductId, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "products.recall").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        let state = writing.latest.state.recall()?;
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Withdrawn).await?;
        writing.decided(&tx, state, Default::default()).await?;
        writing.tell(&tx, Default::default(), ProductStep::Recalled, writing.row.latest, None).await
    })
    .await
}

/// What happens to the own product on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfAction {
    /// Off the shelf.
    TakeOff,
    /// On it again, with the version that was there last.
    PutOn,
    /// Filed away.
    Archive,
}

impl ShelfAction {
    fn name_and_step(self) -> (&'static str, ProductStep) {
        match self {
            Self::TakeOff => ("products.take_off", ProductStep::TakenOff),
            Self::PutOn => ("products.put_on", ProductStep::PutOn),
            Self::Archive => ("products.archive", ProductStep::Archived),
        }
    }

    fn after(self, row: &product::Model, own: &Organization) -> Result<ProductState> {
        match self {
            Self::TakeOff => row.state.take_off(),
            Self::Archive => row.state.archive(),
            Self::PutOn if !own.certified => Err(not_certified()),
            Self::PutOn if row.forced_off.is_some() => {
                Err(Error::conflict("products.forced_off", "产品已被平台下架，请修改后重新提交审核"))
            }
            Self::PutOn => row.state.put_on(),
        }
    }
}

/// Takes the own product off the shelf, puts it on again, or files it away.
///
/// # Errors
/// `validation`; `products.forced_off`; `organizations.not_certified`; `products.wrong_state`; `conflict.stale`.
pub async fn shelve(
    db: &Db,
    actor: &Actor,
    id: ProductId,
    known: i32,
    action: ShelfAction,
    reason: Option<&str>,
) -> Result<()> {
    Checks::new().optional_text("reason", reason, 500).done()?;
    let (name, step) = action.name_and_step();
    let mut intent = Intent::by(actor, name).on(id);
    if let Some(reason) = reason {
        intent = intent.detail(reason);
    }
    db.write_once(intent, |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        let own = organizations::by_id(tx.conn(), actor.org).await?;
        let state = action.after(&writing.row, &own)?;
        if action == ShelfAction::Archive && writing.latest.state == VersionState::Reviewing {
            return Err(Error::conflict("products.wrong_state", "产品正在审核，请先撤回审核再归档"));
        }
        let mut change = product::ActiveModel { state: Set(state), ..Default::default() };
        change.on_shelf = Set(state == ProductState::OnShelf);
        if action == ShelfAction::PutOn {
            change.shelved_at = Set(Some(tx.now()));
        }
        let number = writing.row.shelf_version.unwrap_or(writing.row.latest);
        writing.tell(&tx, change, step, number, reason).await
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn who_lends_and_who_invests() {
        use InstitutionType::{EquityFund, GovernmentFund};
        for institution in InstitutionType::iter() {
            let invests = matches!(institution, EquityFund | GovernmentFund);
            assert_eq!(finances(institution, FinancingKind::Equity), invests, "{institution:?}");
            assert_eq!(finances(institution, FinancingKind::Debt), institution != EquityFund, "{institution:?}");
        }
    }
}
