//! Queries on authorisations and evidence.

use super::{
    Register,
    entity::{evidence, grant},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, OrgId, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

/// All that registers and documents say of `org`.
pub async fn evidence_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<evidence::Model>> {
    let own = evidence::Entity::find().filter(evidence::Column::OrgId.eq(org));
    Ok(own.order_by_asc(evidence::Column::Key).order_by_asc(evidence::Column::Source).all(conn).await?)
}

/// What `org` has authorised, once or now.
pub async fn grants_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<grant::Model>> {
    Ok(grant::Entity::find().filter(grant::Column::OrgId.eq(org)).all(conn).await?)
}

/// What `org` has authorised `register` to be asked.
pub async fn grant_of(conn: &impl ConnectionTrait, org: OrgId, register: Register) -> Result<Option<grant::Model>> {
    Ok(grant::Entity::find_by_id((org, register)).one(conn).await?)
}

/// Authorisations that hold and whose register is to be asked again, longest due first.
pub async fn due(conn: &impl ConnectionTrait, now: DateTime, most: u64) -> Result<Vec<grant::Model>> {
    let due = grant::Entity::find()
        .filter(grant::Column::RefreshAt.lte(now))
        .filter(grant::Column::RevokedAt.is_null())
        .filter(grant::Column::ExpiresAt.gt(now));
    Ok(due.order_by_asc(grant::Column::RefreshAt).limit(most).all(conn).await?)
}

/// Stores an authorisation in the place of an earlier one.
pub async fn save_grant(tx: &Tx, row: grant::Model) -> Result<()> {
    use grant::Column::{
        AsOf, AskedAt, ExpiresAt, Failure, Faults, GrantedAt, OrgId, RefreshAt, Register, RevokedAt, SignerId,
        TextHash, TextVersion,
    };
    let known = OnConflict::columns([OrgId, Register])
        .update_columns([
            TextVersion,
            TextHash,
            SignerId,
            GrantedAt,
            ExpiresAt,
            RevokedAt,
            AskedAt,
            RefreshAt,
            AsOf,
            Failure,
            Faults,
        ])
        .to_owned();
    let row = row.into_active_model().reset_all();
    grant::Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Stores evidence; what the same source said before of the same fact is replaced.
pub async fn save_evidence(tx: &Tx, rows: Vec<evidence::Model>) -> Result<()> {
    use evidence::Column::{AsOf, ExpiresOn, FileId, Key, OrgId, Source, TakenAt, Value, Verifier};
    if rows.is_empty() {
        return Ok(());
    }
    let known = OnConflict::columns([OrgId, Key, Source])
        .update_columns([Value, AsOf, ExpiresOn, TakenAt, Verifier, FileId])
        .to_owned();
    let rows = rows.into_iter().map(|row| row.into_active_model().reset_all());
    evidence::Entity::insert_many(rows).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}
