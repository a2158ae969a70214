//! What a department writes into an item (domain 3.5). A draft may be incomplete; what is there stays within its bounds.

use super::{
    PolicyClass, PolicyLevel, PolicyMode,
    parts::{PolicyContact, PolicyMaterial, PolicyQuestion, PolicyStage},
    windows::{Opening, PolicyWindow},
};
use jinqiao_kernel::{Day, FileId, Money, NaiveDate, PolicyId};
use jinqiao_policy::{condition::Condition, form::Form, standard::Standard};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Everything that an item says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyContent {
    /// What it is called.
    #[schema(max_length = 60)]
    pub title: String,
    /// Number of the document that it follows from (文号).
    #[schema(max_length = 60)]
    pub document_no: String,
    /// Where that can be read; https.
    #[schema(max_length = 300)]
    pub document_link: String,
    /// Whose policy it is.
    pub level: Option<PolicyLevel>,
    /// What it gives.
    pub class: Option<PolicyClass>,
    /// How a firm gets it.
    pub mode: Option<PolicyMode>,
    /// For whom it is, in words (惠及对象).
    #[schema(max_length = 1000)]
    pub object: String,
    /// How much, or what, in words (扶持内容).
    #[schema(max_length = 1000)]
    pub benefit: String,
    /// Who is eligible; none for everybody.
    pub condition: Option<Condition>,
    /// How much is paid.
    pub standard: Option<Standard>,
    /// For all of them together, fen.
    pub budget: Option<Money>,
    /// First day of the first window.
    pub opens_on: Option<Day>,
    /// Its last day; none without an end.
    pub closes_on: Option<Day>,
    /// The windows after it (申报批次), in time order; no two overlap.
    #[schema(max_items = 11)]
    pub later_windows: Vec<PolicyWindow>,
    /// What to bring.
    #[schema(max_items = 30)]
    pub materials: Vec<PolicyMaterial>,
    /// What a firm fills in (申报表单); none where materials say everything.
    pub form: Option<Form>,
    /// Items that a firm cannot have beside this one (不重复享受).
    #[schema(max_items = 20)]
    pub conflicts: Vec<PolicyId>,
    /// Working days for which the portal names who is to get it (公示); none without.
    pub publicity_days: Option<i32>,
    /// How it goes.
    #[schema(max_items = 20)]
    pub steps: Vec<PolicyStage>,
    /// Whom to ask.
    #[schema(max_items = 10)]
    pub contacts: Vec<PolicyContact>,
    /// Files for everybody (附件), of this version: texts, guides, empty forms.
    #[schema(max_items = 10)]
    pub attachments: Vec<FileId>,
    /// What is often asked.
    #[schema(max_items = 30)]
    pub faq: Vec<PolicyQuestion>,
}

impl PolicyContent {
    /// Working days of all steps.
    pub(super) fn days(&self) -> Option<i32> {
        let days: i32 = self.steps.iter().filter_map(|step| step.days).sum();
        (days > 0).then_some(days)
    }

    /// The most that one firm is paid.
    pub(super) fn cap(&self) -> Option<Money> {
        self.standard.as_ref().and_then(|standard| standard.cap)
    }

    /// All windows, in time order.
    pub fn windows(&self) -> impl Iterator<Item = PolicyWindow> {
        let first = PolicyWindow { opens_on: self.opens_on, closes_on: self.closes_on };
        std::iter::once(first).chain(self.later_windows.iter().copied())
    }

    /// How it stands on `day`, by its windows alone.
    pub fn opening(&self, day: NaiveDate) -> Opening {
        Opening::of(self.windows(), day)
    }

    pub(super) fn over(&self, today: NaiveDate) -> bool {
        matches!(self.opening(today), Opening::Over(_))
    }
}
