//! What an operator has seen in a document: the values that the firm typed, confirmed against an attachment of its profile.

use super::{
    entity::evidence,
    overlay::restored,
    pull::{expiry, take},
    save::facts_of,
    store,
};
use crate::{enterprises::Source, organizations};
use jinqiao_db::{Db, Doc, Intent};
use jinqiao_kernel::{Actor, Checks, Day, Error, FileId, OrgId, Result, Text, local_date};
use serde::Deserialize;
use utoipa::ToSchema;

/// Values that a document shows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentIn {
    /// Names of the facts.
    #[schema(min_items = 1, max_items = 40, value_type = Vec<Text<60>>)]
    pub keys: Vec<String>,
    /// An audit report, or another document.
    pub audited: bool,
    /// The day for which the document holds.
    pub as_of: Day,
    /// The document, an attachment of the profile.
    pub file: FileId,
}

/// Confirms the values that the firm typed; `version` is that of the profile that the operator read.
///
/// # Errors
/// `validation`; `conflict.stale`.
pub async fn confirm(db: &Db, actor: &Actor, org: OrgId, version: i32, input: &DocumentIn) -> Result<()> {
    let detail = input.keys.iter().take(40).cloned().collect::<Vec<_>>().join("、");
    db.write_once(Intent::by(actor, "enterprises.confirm_document").on(org).detail(detail), |tx| async move {
        let firm = organizations::lock(&tx, org).await?;
        let known = facts_of(tx.conn(), firm.id).await?;
        if known.row.version != version {
            return Err(Error::stale());
        }
        let before = store::evidence_of(tx.conn(), org).await?;
        let typed = restored(&known, known.clone(), &before);
        let mut checks = Checks::new();
        checks.that("as_of", *input.as_of <= local_date(tx.now()), "日期不能晚于今天");
        checks.that("file", known.row.attachments.0.contains(&input.file), "请选择企业档案中的附件");
        checks.that("keys", (1..=40).contains(&input.keys.len()), "请选择要确认的项目，一次最多 40 项");
        let values: Vec<_> = input.keys.iter().take(40).map(|key| (key, typed.get(key))).collect();
        for (i, (_, value)) in values.iter().enumerate() {
            checks.that(&format!("keys[{i}]"), value.is_some(), "企业没有填写此项");
        }
        checks.done()?;
        let expires_on = expiry(&tx, *input.as_of).await?;
        let row = |(key, value): (&String, Option<serde_json::Value>)| {
            Some(evidence::Model {
                org_id: org,
                key: key.clone(),
                source: if input.audited { Source::Audit } else { Source::Document },
                value: Doc(value?),
                as_of: *input.as_of,
                expires_on,
                taken_at: tx.now(),
                verifier: format!("平台审核（{}）", actor.name),
                file_id: Some(input.file),
            })
        };
        take(&tx, &known, values.into_iter().filter_map(row).collect()).await
    })
    .await
}
