//! What everybody sees of an application while it is public.

use super::entity::Application;
use jinqiao_db::Db;
use jinqiao_kernel::{ApplicationId, DateTime, Money, OrgId, Page, PolicyId, Result};
use jinqiao_platform::organizations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An application while it is public: who, for what, how much.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PublicApplication {
    id: ApplicationId,
    no: String,
    policy_id: PolicyId,
    title: String,
    department: String,
    enterprise: String,
    /// Its code without its middle: 9150**********03XK.
    code: String,
    amount: Option<Money>,
    until: Option<DateTime>,
}

/// What is public.
pub async fn told(db: &Db, rows: Page<Application>) -> Result<Page<PublicApplication>> {
    let ids = rows.items.iter().flat_map(|row| [row.department_id, row.enterprise_id]);
    let orgs = organizations::names(db.read(), ids).await?;
    let name = |id: OrgId| orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default();
    let code = |id: OrgId| orgs.get(&id).and_then(|org| org.uscc.as_deref()).map(masked_code).unwrap_or_default();
    Ok(rows.map(|row| PublicApplication {
        id: row.id,
        no: row.no.unwrap_or_default(),
        policy_id: row.policy_id,
        title: row.title,
        department: name(row.department_id),
        enterprise: name(row.enterprise_id),
        code: code(row.enterprise_id),
        amount: row.amount,
        until: row.public_until,
    }))
}

/// A code without its middle.
fn masked_code(code: &str) -> String {
    let signs: Vec<char> = code.chars().collect();
    let hidden = signs.len().saturating_sub(8);
    let shown = |part: &[char]| part.iter().collect::<String>();
    match signs.len() {
        0..=8 => code.to_owned(),
        _ => format!("{}{}{}", shown(&signs[..4]), "*".repeat(hidden), shown(&signs[4 + hidden..])),
    }
}
