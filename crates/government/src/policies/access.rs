//! What a reader may do with an item now, and why not.

use super::{
    PolicyState, PolicyVersionState,
    entity::{policy, version},
    grants::{POLICIES_CHECK, POLICIES_OWN},
};
use jinqiao_kernel::{Actor, Error, Kind, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PolicyActionKind {
    /// Change it, or begin a new version.
    Edit,
    /// Submit the newest version for the legal check.
    Submit,
    /// Take the newest version back.
    Recall,
    /// Publish the newest version, now or at a moment.
    Publish,
    /// Suspend it.
    Suspend,
    /// Resume it.
    Resume,
    /// End it.
    Close,
    /// File it away.
    Archive,
    /// Check the newest version, and pass it or send it back.
    Check,
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PolicyAction {
    action: PolicyActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// The legal check is another person's: nobody's who wrote on the version or submitted it.
///
/// # Errors
/// `policies.same_person`.
pub fn check_another(actor: &Actor, latest: &version::Model) -> Result<()> {
    if latest.authors.0.contains(&actor.account) || latest.submitted_by == Some(actor.account) {
        return Err(Error::new(Kind::Forbidden, "policies.same_person", "须由编写、提交人以外的人员核校"));
    }
    Ok(())
}

/// An item that waits for its publication is not filed away.
pub fn settled(latest: PolicyVersionState) -> bool {
    latest.edit().is_ok()
}

/// Every action that concerns the reader.
pub fn actions(actor: &Actor, row: &policy::Model, latest: &version::Model) -> Vec<PolicyAction> {
    use PolicyActionKind::{Archive, Check, Close, Edit, Publish, Recall, Resume, Submit, Suspend};
    let entry =
        |action, allowed: bool, why: &str| PolicyAction { action, allowed, why: (!allowed).then(|| why.to_owned()) };
    let standing = actor.standing();
    let mut found = vec![];
    if row.department_id == actor.org && standing.may_write(POLICIES_OWN) {
        let (item, version) = (row.state, latest.state);
        let alive = item != PolicyState::Archived;
        let editing = if alive { "已提交核校，撤回后才能修改" } else { "事项已归档" };
        let filing = if settled(version) {
            "请先结束办理再归档"
        } else {
            "有版本等待发布，撤回后才能归档"
        };
        found.extend([
            entry(Edit, alive && version.edit().is_ok(), editing),
            entry(Submit, alive && version.submit().is_ok(), "只有编辑中和退回补正的版本可以提交核校"),
            entry(Recall, version.recall().is_ok(), "只有提交后、发布前的版本可以撤回"),
            entry(Publish, alive && version.publish().is_ok(), "核校通过后才能发布"),
            entry(Suspend, item.suspend().is_ok(), "只有已发布的事项可以暂停"),
            entry(Resume, item.resume().is_ok(), "只有暂停的事项可以恢复"),
            entry(Close, item.close().is_ok(), "只有已发布的事项可以结束"),
            entry(Archive, item.archive().is_ok() && settled(version), filing),
        ]);
    }
    if standing.may_write(POLICIES_CHECK) && latest.state == PolicyVersionState::Checking {
        let another = check_another(actor, latest);
        found.push(entry(Check, another.is_ok(), "须由编写、提交人以外的人员核校"));
    }
    found
}
