//! What lists show of an item, kept beside its state.

use super::{PolicyContent, windows::PolicyWindow};
use jinqiao_kernel::Money;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a list shows of an item besides its kinds and days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyCard {
    /// What it is called.
    pub title: String,
    /// How much, or what.
    pub benefit: String,
    /// The most that one firm is paid, fen.
    pub cap: Option<Money>,
    /// Working days from the application to the end.
    pub days: Option<i32>,
    /// Its windows after the first.
    #[serde(default)]
    pub later_windows: Vec<PolicyWindow>,
}

impl PolicyCard {
    /// The card of an item that says `content`.
    pub fn of(content: &PolicyContent) -> Self {
        let (title, benefit) = (content.title.clone(), content.benefit.clone());
        let later_windows = content.later_windows.clone();
        Self { title, benefit, cap: content.cap(), days: content.days(), later_windows }
    }
}
