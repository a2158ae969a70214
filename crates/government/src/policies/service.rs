//! Use cases of the department that writes.

use super::{
    PolicyContent, PolicyFact, PolicyState, PolicyStep, PolicyVersionState, attachments,
    bounds::{MOST_VERSIONS, POLICIES},
    entity::{policy, version},
    model::Edit,
    store,
};
use jinqiao_db::{Db, Doc, Intent, Tx, save_versioned};
use jinqiao_kernel::{AccountId, Actor, Error, PolicyId, Result, local_date};
use jinqiao_platform::organizations;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

/// An item that is being written, with its newest version; both as they were.
pub struct Writing {
    pub row: policy::Model,
    pub latest: version::Model,
}

impl Writing {
    /// The department's own item, locked, if nobody changed it since `known`.
    pub async fn own(tx: &Tx, actor: &Actor, id: PolicyId, known: i32) -> Result<Self> {
        Self::of(tx, store::lock_own(tx, actor.org, id).await?).await?.seen(known)
    }

    /// An item with its newest version; `row` is locked.
    pub async fn of(tx: &Tx, row: policy::Model) -> Result<Self> {
        let latest = store::version(tx.conn(), row.id, row.latest).await?;
        Ok(Self { row, latest })
    }

    /// As it is, if nobody changed it since `known`.
    pub fn seen(self, known: i32) -> Result<Self> {
        if self.row.version == known { Ok(self) } else { Err(Error::stale()) }
    }

    /// Stores `change` of the item.
    pub async fn touch(&self, tx: &Tx, mut change: policy::ActiveModel) -> Result<()> {
        change.version = Set(self.row.version + 1);
        change.updated_at = Set(tx.now());
        save_versioned::<policy::Entity>(tx, change, self.row.id, self.row.version).await.map(|_| ())
    }

    /// Stores `change` of the newest version in its new state, which the item repeats in `row`.
    pub async fn move_version(
        &self,
        tx: &Tx,
        to: PolicyVersionState,
        mut change: version::ActiveModel,
        row: policy::ActiveModel,
    ) -> Result<()> {
        change.state = Set(to);
        change.updated_at = Set(tx.now());
        store::save_version(tx, change, self.row.id, self.row.latest).await?;
        self.touch(tx, policy::ActiveModel { latest_state: Set(to), ..row }).await
    }

    /// The fact that `step` happened to version `number`.
    pub fn fact(&self, step: PolicyStep, number: i32, reason: Option<&str>) -> PolicyFact {
        PolicyFact {
            step,
            policy: self.row.id,
            number,
            title: self.row.latest_title.clone(),
            department: self.row.department_id,
            submitted_by: self.latest.submitted_by,
            reason: reason.map(str::to_owned),
        }
    }

    /// Tells that `step` happened to the newest version.
    pub async fn tell(&self, tx: &Tx, step: PolicyStep, reason: Option<&str>) -> Result<()> {
        tx.emit(&self.fact(step, self.row.latest, reason)).await
    }
}

fn first(id: PolicyId, number: i32, content: &PolicyContent, writer: AccountId, tx: &Tx) -> version::ActiveModel {
    version::Model {
        policy_id: id,
        number,
        state: PolicyVersionState::Draft,
        content: Doc(content.clone()),
        authors: Doc(vec![writer]),
        written_by: writer,
        submitted_by: None,
        submitted_at: None,
        checked_by: None,
        checked_at: None,
        opinion: None,
        publish_at: None,
        published_at: None,
        created_at: tx.now(),
        updated_at: tx.now(),
    }
    .into_active_model()
    .reset_all()
}

/// Keeps a new draft.
///
/// # Errors
/// `validation`; `organizations.full`.
pub async fn create(db: &Db, actor: &Actor, content: &PolicyContent) -> Result<PolicyId> {
    content.check()?;
    db.write_once(Intent::by(actor, "policies.create").detail(&content.title), |tx| async move {
        organizations::check_room(&tx, actor.org, POLICIES, store::unarchived(actor.org)).await?;
        let id: PolicyId = tx.id();
        tx.about(id);
        let row = policy::Model {
            id,
            no: tx.document_no("SX").await?,
            department_id: actor.org,
            state: PolicyState::Draft,
            version: 1,
            latest: 1,
            latest_state: PolicyVersionState::Draft,
            latest_title: content.title.clone(),
            reason: None,
            created_at: tx.now(),
            updated_at: tx.now(),
            published: None,
            listed: false,
            card: None,
            level: None,
            class: None,
            mode: None,
            opens_on: None,
            closes_on: None,
            published_at: None,
        };
        policy::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        attachments::keep(&tx, actor, id, content, None).await?;
        version::Entity::insert(first(id, 1, content, actor.account, &tx)).exec_without_returning(tx.conn()).await?;
        Ok(id)
    })
    .await
}

/// Writes the newest version, or begins the next one when that is published.
///
/// # Errors
/// `validation`; `policies.wrong_state` from the submission to the publication; `conflict.stale`.
pub async fn edit(db: &Db, actor: &Actor, id: PolicyId, known: i32, content: &PolicyContent) -> Result<()> {
    content.check()?;
    db.write(Intent::by(actor, "policies.edit").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        writing.row.state.edit()?;
        let mut change = policy::ActiveModel { latest_title: Set(content.title.clone()), ..Default::default() };
        match writing.latest.state.edit()? {
            Edit::Same => {
                let mut authors = writing.latest.authors.0.clone();
                if !authors.contains(&actor.account) {
                    authors.push(actor.account);
                }
                let row = version::ActiveModel {
                    content: Set(Doc(content.clone())),
                    authors: Set(Doc(authors)),
                    written_by: Set(actor.account),
                    updated_at: Set(tx.now()),
                    ..Default::default()
                };
                attachments::keep(&tx, actor, id, content, Some(&writing.latest)).await?;
                store::save_version(&tx, row, id, writing.row.latest).await?;
            }
            Edit::Next if writing.row.latest >= MOST_VERSIONS => {
                let text = format!("一个事项最多 {MOST_VERSIONS} 个版本，请新建事项");
                return Err(Error::conflict("organizations.full", text));
            }
            Edit::Next => {
                let next = writing.row.latest + 1;
                attachments::keep(&tx, actor, id, content, None).await?;
                let row = first(id, next, content, actor.account, &tx);
                version::Entity::insert(row).exec_without_returning(tx.conn()).await?;
                change.latest = Set(next);
                change.latest_state = Set(PolicyVersionState::Draft);
            }
        }
        writing.touch(&tx, change).await
    })
    .await
}

/// Submits the newest version for the legal check; everything that is missing or wrong is told at once.
///
/// # Errors
/// `validation`; `policies.wrong_state`; `conflict.stale`.
pub async fn submit(db: &Db, actor: &Actor, id: PolicyId, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "policies.submit").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        writing.row.state.edit()?;
        let to = writing.latest.state.submit()?;
        writing.latest.content.0.check_complete(local_date(tx.now()))?;
        let change = version::ActiveModel {
            submitted_by: Set(Some(actor.account)),
            submitted_at: Set(Some(tx.now())),
            opinion: Set(None),
            ..Default::default()
        };
        writing.move_version(&tx, to, change, Default::default()).await?;
        writing.tell(&tx, PolicyStep::Submitted, None).await
    })
    .await
}

/// Takes the newest version back before it is published; it has to be checked anew.
///
/// # Errors
/// `policies.wrong_state`; `conflict.stale`.
pub async fn recall(db: &Db, actor: &Actor, id: PolicyId, known: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "policies.recall").on(id), |tx| async move {
        let writing = Writing::own(&tx, actor, id, known).await?;
        let to = writing.latest.state.recall()?;
        let change = version::ActiveModel {
            checked_by: Set(None),
            checked_at: Set(None),
            publish_at: Set(None),
            ..Default::default()
        };
        writing.move_version(&tx, to, change, Default::default()).await?;
        tx.disarm(id).await?;
        writing.tell(&tx, PolicyStep::Recalled, None).await
    })
    .await
}
