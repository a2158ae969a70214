//! Timelines: facts told to a person who may know only some names.

use jinqiao_db::{Fact, FactKind};
use jinqiao_kernel::{DateTime, OrgId, Result, Role};
use serde::{Deserialize, Serialize};

/// Whose act it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The enterprise (企业).
    Enterprise,
    /// The institution (机构).
    Institution,
    /// The operator (平台).
    Platform,
    /// A department (政府).
    Government,
    /// An agency (中介机构).
    Agency,
    /// The platform by itself (系统).
    System,
}

/// One line of a timeline: who, when, what, why.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TimelineItem {
    /// When.
    pub at: DateTime,
    /// Stable name of what happened.
    pub kind: String,
    /// Whose act it was.
    pub side: Side,
    /// Name of the organisation, where the reader may know it.
    pub actor: Option<String>,
    /// What happened, in a Chinese sentence.
    pub text: String,
    /// Why, in the words of whoever did it.
    pub reason: Option<String>,
}

/// A fact that can be told.
pub trait TimelineFact: FactKind {
    /// What happened, in a Chinese sentence without names.
    fn text(&self) -> String;
    /// Why, if somebody had to say.
    fn reason(&self) -> Option<String>;
    /// Whose act it was, where that person had no account yet.
    fn newcomer(&self) -> Option<(Side, OrgId)> {
        None
    }
    /// It follows from what somebody did, and is nobody's own act: that somebody is not named for it.
    fn by_itself(&self) -> bool {
        false
    }
}

/// Tells `facts`; `name_of` gives the names that this reader may know.
///
/// # Errors
/// When a stored fact is not of type `T`.
pub fn timeline<T: TimelineFact>(
    facts: &[Fact],
    name_of: impl Fn(OrgId) -> Option<String>,
) -> Result<Vec<TimelineItem>> {
    let item = |fact: &Fact| {
        let told: T = fact.decode()?;
        let newcomer = told.newcomer().filter(|_| fact.role.is_none());
        let by_itself = told.by_itself();
        Ok(TimelineItem {
            at: fact.at,
            kind: fact.kind.clone(),
            side: newcomer.as_ref().map_or_else(|| side(fact.role.filter(|_| !by_itself)), |(side, _)| *side),
            actor: fact.org.filter(|_| !by_itself).or(newcomer.as_ref().map(|(_, org)| *org)).and_then(&name_of),
            text: told.text(),
            reason: told.reason(),
        })
    };
    facts.iter().map(item).collect()
}

fn side(role: Option<Role>) -> Side {
    match role {
        Some(Role::Enterprise) => Side::Enterprise,
        Some(Role::Institution) => Side::Institution,
        Some(Role::Operator) => Side::Platform,
        Some(Role::Government | Role::Supervisor) => Side::Government,
        Some(Role::Agency) => Side::Agency,
        None => Side::System,
    }
}
