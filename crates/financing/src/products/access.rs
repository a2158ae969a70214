//! What the institution may do with a product now, and why not.

use super::{ProductState, VersionState, entity::product, entity::version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action on the own product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductActionKind {
    /// Change it, or begin a new version.
    Edit,
    /// Submit the newest version for review.
    Submit,
    /// Take it back from review.
    Recall,
    /// Take the product off the shelf.
    TakeOff,
    /// Put it on the shelf again.
    PutOn,
    /// File it away.
    Archive,
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductAction {
    action: ProductActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// Every action on a product with its newest version.
pub fn actions(row: &product::Model, latest: &version::Model) -> Vec<ProductAction> {
    use ProductActionKind::{Archive, Edit, PutOn, Recall, Submit, TakeOff};
    let entry =
        |action, allowed: bool, why: &str| ProductAction { action, allowed, why: (!allowed).then(|| why.to_owned()) };
    let alive = row.state != ProductState::Archived;
    let reviewing = latest.state == VersionState::Reviewing;
    let put_on = row.state.put_on().is_ok();
    vec![
        entry(
            Edit,
            alive && latest.state.edit().is_ok(),
            if alive { "正在审核，撤回后才能修改" } else { "产品已归档" },
        ),
        entry(Submit, alive && latest.state.submit().is_ok(), "只有编辑中和退回补正的版本可以提交审核"),
        entry(Recall, reviewing, "只有审核中的版本可以撤回"),
        entry(TakeOff, row.state.take_off().is_ok(), "产品未上架"),
        entry(
            PutOn,
            put_on && row.forced_off.is_none(),
            if put_on {
                "产品已被平台下架，请修改后重新提交审核"
            } else {
                "只有已下架的产品可以重新上架"
            },
        ),
        entry(
            Archive,
            row.state.archive().is_ok() && !reviewing,
            if reviewing { "正在审核，撤回后才能归档" } else { "请先下架再归档" },
        ),
    ]
}
