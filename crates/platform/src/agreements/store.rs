//! Texts and acceptances.

use super::texts;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Error, Result};
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait, ConnectionTrait, DeriveActiveEnum, EntityTrait, EnumIter, Iterable, QueryFilter,
    QueryOrder, Set,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// For whom or for what an agreement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// Enterprises (企业用户服务与保密协议).
    Enterprise,
    /// Financial institutions (金融机构保密协议).
    Institution,
    /// Agencies (中介机构保密协议).
    Agency,
    /// Departments (政府用户保密承诺).
    Government,
    /// The operator's staff (平台运营人员保密协议).
    Operator,
    /// An enterprise's permission to open its data (企业信息授权书).
    DataAuthorization,
}

pub(super) mod agreement {
    use jinqiao_kernel::{AgreementId, DateTime};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreements")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementId,
        pub kind: super::AgreementKind,
        pub version: i32,
        pub title: String,
        pub body: String,
        pub hash: String,
        pub effective_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod acceptance {
    use jinqiao_kernel::{AccountId, AgreementId, DateTime, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_acceptances")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub agreement_id: AgreementId,
        pub account_id: AccountId,
        pub org_id: OrgId,
        pub subject: Option<Uuid>,
        pub at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A text that was accepted: what a consent quotes.
pub struct Accepted {
    /// Version of the text.
    pub version: i32,
    /// SHA-256 of title and body, hex.
    pub hash: String,
}

/// The version in force.
pub(super) async fn current(conn: &impl ConnectionTrait, kind: AgreementKind) -> Result<agreement::Model> {
    let newest = agreement::Entity::find()
        .filter(agreement::Column::Kind.eq(kind))
        .order_by_desc(agreement::Column::Version)
        .one(conn)
        .await?;
    newest.ok_or_else(Error::not_found)
}

/// Records that `account` of `org` accepted `version`, which must be the one in force, for `subject` if it is about one
/// record.
///
/// # Errors
/// `agreements.outdated` when a newer version is in force.
pub async fn accept(
    tx: &Tx,
    kind: AgreementKind,
    version: i32,
    (account, org): (jinqiao_kernel::AccountId, jinqiao_kernel::OrgId),
    subject: Option<uuid::Uuid>,
) -> Result<Accepted> {
    let current = current(tx.conn(), kind).await?;
    if current.version != version {
        return Err(Error::conflict("agreements.outdated", "协议已更新，请阅读新版本后再同意"));
    }
    let row = acceptance::ActiveModel {
        seq: NotSet,
        agreement_id: Set(current.id),
        account_id: Set(account),
        org_id: Set(org),
        subject: Set(subject),
        at: Set(tx.now()),
    };
    acceptance::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(Accepted { version, hash: current.hash })
}

/// Publishes version 1 of every agreement that has none yet; run at each start.
pub async fn publish_first_versions(db: &Db) -> Result<()> {
    for kind in AgreementKind::iter() {
        let known = agreement::Entity::find().filter(agreement::Column::Kind.eq(kind)).one(db.read()).await?;
        if known.is_none() {
            let (title, body) = texts::first(kind);
            db.write(Intent::system("agreements.publish").detail(title), |tx| async move {
                publish(&tx, kind, title, body).await
            })
            .await?;
        }
    }
    Ok(())
}

async fn publish(tx: &Tx, kind: AgreementKind, title: &str, body: &str) -> Result<()> {
    let hash = Sha256::digest(format!("{title}\n{body}")).iter().map(|byte| format!("{byte:02x}")).collect();
    let row = agreement::ActiveModel {
        id: Set(tx.id()),
        kind: Set(kind),
        version: Set(1),
        title: Set(title.into()),
        body: Set(body.into()),
        hash: Set(hash),
        effective_at: Set(tx.now()),
    };
    // Another node that starts at the same time may have been faster.
    agreement::Entity::insert(row)
        .on_conflict(
            sea_orm::sea_query::OnConflict::columns([agreement::Column::Kind, agreement::Column::Version])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}
