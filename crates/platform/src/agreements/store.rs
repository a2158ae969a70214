//! Texts and acceptances.

use jinqiao_db::Tx;
use jinqiao_kernel::{Error, Result};
use sea_orm::{
    ActiveValue::NotSet,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoSimpleExpr as _, QueryFilter, QueryOrder, Set,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

/// A text that users accept. Each concept declares those of its users, with their first version; later ones are published by
/// the operator.
#[derive(Clone, Copy, Debug)]
pub struct Agreement {
    /// The name under which versions are stored.
    pub name: &'static str,
    /// Title of version 1.
    pub title: &'static str,
    /// Text of version 1.
    pub body: &'static str,
}

pub(super) mod agreement {
    use jinqiao_kernel::{AgreementId, DateTime};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreements")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgreementId,
        pub kind: String,
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
pub(super) async fn current(conn: &impl ConnectionTrait, name: &str) -> Result<agreement::Model> {
    let newest = agreement::Entity::find()
        .filter(agreement::Column::Kind.eq(name))
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
    agreement: Agreement,
    version: i32,
    (account, org): (jinqiao_kernel::AccountId, jinqiao_kernel::OrgId),
    subject: Option<uuid::Uuid>,
) -> Result<Accepted> {
    let current = current(tx.conn(), agreement.name).await?;
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
    // What is about no record is accepted once by each account, however often it is sent.
    let insert = acceptance::Entity::insert(row).on_conflict(OnConflict::new().do_nothing().to_owned());
    insert.exec_without_returning(tx.conn()).await?;
    Ok(Accepted { version, hash: current.hash })
}

/// The version in force of an agreement.
pub async fn version_of(conn: &impl ConnectionTrait, agreement: Agreement) -> Result<i32> {
    Ok(current(conn, agreement.name).await?.version)
}

/// Those of `agreements` whose version in force `account` of `org` has not accepted.
pub async fn due(
    conn: &impl ConnectionTrait,
    (account, org): (jinqiao_kernel::AccountId, jinqiao_kernel::OrgId),
    agreements: &[Agreement],
) -> Result<Vec<Agreement>> {
    let mut due = vec![];
    for agreement in agreements {
        let known = acceptance::Entity::find()
            .filter(acceptance::Column::OrgId.eq(org))
            .filter(acceptance::Column::AccountId.eq(account))
            .filter(acceptance::Column::AgreementId.eq(current(conn, agreement.name).await?.id));
        if known.one(conn).await?.is_none() {
            due.push(*agreement);
        }
    }
    Ok(due)
}

/// Whether an account of an organisation, both columns of a query, has not accepted one of the agreements that it is asked for in
/// the version in force: the conditions in `asked` say which names those are. The same as [`due`], within another statement.
pub fn is_due<const N: usize>(
    (account, org): (Expr, Expr),
    asked: impl IntoIterator<Item = (Expr, [&'static str; N])>,
) -> Expr {
    let newest = Query::select()
        .expr(Expr::col(("newest", agreement::Column::Version)).max())
        .from_as(agreement::Entity, "newest")
        .and_where(Expr::col(("newest", agreement::Column::Kind)).equals((agreement::Entity, agreement::Column::Kind)))
        .take();
    let accepted = Query::select()
        .expr(Expr::val(1))
        .from(acceptance::Entity)
        .and_where(
            acceptance::Column::AgreementId.into_simple_expr().equals((agreement::Entity, agreement::Column::Id)),
        )
        .and_where(acceptance::Column::AccountId.into_simple_expr().eq(account))
        .and_where(acceptance::Column::OrgId.into_simple_expr().eq(org))
        .take();
    let mut wanted = Condition::any();
    for (applies, names) in asked {
        wanted = wanted.add(Condition::all().add(applies).add(agreement::Column::Kind.is_in(names)));
    }
    let open = Query::select()
        .expr(Expr::val(1))
        .from(agreement::Entity)
        .cond_where(wanted)
        .and_where(agreement::Column::Version.into_simple_expr().eq(newest))
        .and_where(Expr::exists(accepted).not())
        .take();
    Expr::exists(open)
}
