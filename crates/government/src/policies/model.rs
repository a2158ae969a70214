//! Kinds and states of a policy item (domain 2.7, 3.5), pure.

use jinqiao_kernel::{Error, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whose policy it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PolicyLevel {
    /// 国家.
    National,
    /// 市.
    City,
    /// 区.
    District,
}

/// What it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PolicyClass {
    /// 减免.
    Relief,
    /// 奖补.
    Subsidy,
    /// 权益.
    Benefit,
    /// 资质.
    Title,
}

impl PolicyClass {
    /// It is about money, so it says how much.
    pub fn pays(self) -> bool {
        matches!(self, Self::Relief | Self::Subsidy)
    }
}

/// How a firm gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PolicyMode {
    /// 申报.
    Application,
    /// 快申快享.
    Fast,
    /// 免申即享.
    Automatic,
    /// 告知承诺.
    Commitment,
}

/// Where an item stands. What its newest version waits for is the version's own state, so that the published one stays in
/// force while the next is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PolicyState {
    /// 未发布.
    Draft,
    /// 已发布.
    Open,
    /// 暂停.
    Suspended,
    /// 已结束.
    Closed,
    /// 已归档.
    Archived,
}

/// Where one version of an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PolicyVersionState {
    /// 编辑中.
    Draft,
    /// 待核校.
    Checking,
    /// 退回补正.
    Returned,
    /// 核校通过，待发布.
    Checked,
    /// 定时发布.
    Scheduled,
    /// 已发布; never changes again.
    Published,
}

fn wrong() -> Error {
    Error::conflict("policies.wrong_state", "事项当前状态不允许此操作")
}

impl PolicyState {
    /// A version is published. A suspended item stays suspended, and goes on with the new version when it is resumed.
    ///
    /// # Errors
    /// `policies.wrong_state` when archived. The other actions fail alike outside their states.
    pub fn publish(self) -> Result<Self> {
        match self {
            Self::Archived => Err(wrong()),
            Self::Suspended => Ok(Self::Suspended),
            _ => Ok(Self::Open),
        }
    }

    /// It pays nobody for a while.
    ///
    /// # Errors
    /// Unless open.
    pub fn suspend(self) -> Result<Self> {
        if self == Self::Open { Ok(Self::Suspended) } else { Err(wrong()) }
    }

    /// It goes on.
    ///
    /// # Errors
    /// Unless suspended.
    pub fn resume(self) -> Result<Self> {
        if self == Self::Suspended { Ok(Self::Open) } else { Err(wrong()) }
    }

    /// It ends; a new version may open it again.
    ///
    /// # Errors
    /// Unless open or suspended.
    pub fn close(self) -> Result<Self> {
        if matches!(self, Self::Open | Self::Suspended) { Ok(Self::Closed) } else { Err(wrong()) }
    }

    /// It is filed away, finally.
    ///
    /// # Errors
    /// While it is in force, and when archived already.
    pub fn archive(self) -> Result<Self> {
        if matches!(self, Self::Draft | Self::Closed) { Ok(Self::Archived) } else { Err(wrong()) }
    }

    /// The department writes.
    ///
    /// # Errors
    /// When archived.
    pub fn edit(self) -> Result<Self> {
        if self == Self::Archived { Err(wrong()) } else { Ok(self) }
    }

    /// Everybody can read it.
    pub fn listed(self) -> bool {
        matches!(self, Self::Open | Self::Suspended | Self::Closed)
    }
}

/// What an edit does with the newest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Writes it.
    Same,
    /// Leaves it as it is, and makes the next one.
    Next,
}

impl PolicyVersionState {
    /// The department edits.
    ///
    /// # Errors
    /// `policies.wrong_state` from the submission to the publication. The other actions fail alike outside their states.
    pub fn edit(self) -> Result<Edit> {
        match self {
            Self::Draft | Self::Returned => Ok(Edit::Same),
            Self::Published => Ok(Edit::Next),
            Self::Checking | Self::Checked | Self::Scheduled => Err(wrong()),
        }
    }

    /// It is submitted for the legal check.
    ///
    /// # Errors
    /// Unless draft or returned.
    pub fn submit(self) -> Result<Self> {
        if matches!(self, Self::Draft | Self::Returned) { Ok(Self::Checking) } else { Err(wrong()) }
    }

    /// The department takes it back before it is published; it has to be checked anew.
    ///
    /// # Errors
    /// Unless submitted and not published.
    pub fn recall(self) -> Result<Self> {
        if matches!(self, Self::Checking | Self::Checked | Self::Scheduled) { Ok(Self::Draft) } else { Err(wrong()) }
    }

    /// Another person finds it lawful.
    ///
    /// # Errors
    /// Unless it waits for the check.
    pub fn pass(self) -> Result<Self> {
        if self == Self::Checking { Ok(Self::Checked) } else { Err(wrong()) }
    }

    /// Another person sends it back with an opinion.
    ///
    /// # Errors
    /// Unless it waits for the check.
    pub fn give_back(self) -> Result<Self> {
        if self == Self::Checking { Ok(Self::Returned) } else { Err(wrong()) }
    }

    /// It will be published at a moment, which may be moved.
    ///
    /// # Errors
    /// Unless checked.
    pub fn schedule(self) -> Result<Self> {
        if matches!(self, Self::Checked | Self::Scheduled) { Ok(Self::Scheduled) } else { Err(wrong()) }
    }

    /// It is published, and takes the place of the version before.
    ///
    /// # Errors
    /// Unless checked.
    pub fn publish(self) -> Result<Self> {
        if matches!(self, Self::Checked | Self::Scheduled) { Ok(Self::Published) } else { Err(wrong()) }
    }

    /// Only the own department reads it yet.
    pub fn private(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// Transitions of an item, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Policy item (政策事项)",
    transitions: || {
        transitions_of(
            PolicyState::iter(),
            &[
                ("a version is published", PolicyState::publish),
                ("suspend", PolicyState::suspend),
                ("resume", PolicyState::resume),
                ("close", PolicyState::close),
                ("archive", PolicyState::archive),
                ("edit", PolicyState::edit),
            ],
        )
    },
};

/// Transitions of a version, for the documents.
pub const VERSION_MACHINE: Machine = Machine {
    name: "Version of a policy item (政策事项版本)",
    transitions: || {
        transitions_of(
            PolicyVersionState::iter(),
            &[
                ("submit", PolicyVersionState::submit),
                ("recall", PolicyVersionState::recall),
                ("pass the legal check", PolicyVersionState::pass),
                ("return", PolicyVersionState::give_back),
                ("schedule", PolicyVersionState::schedule),
                ("publish", PolicyVersionState::publish),
            ],
        )
    },
};

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
