//! States of a product and of its versions (domain 2.12).

use jinqiao_kernel::{Error, Machine, Result, transitions_of};
use jinqiao_platform::reviews::ReviewKind;
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A version of a product, in the operator's queue (产品审核).
pub const REVIEW: ReviewKind = ReviewKind { name: "product", text: "金融产品", page: "/operator/products" };

/// Where a product stands. What its newest version waits for is the version's own state, so that the old version can stay
/// on the shelf while a new one is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ProductState {
    /// 未上架: no version was approved yet.
    Draft,
    /// 已上架.
    OnShelf,
    /// 已下架.
    OffShelf,
    /// 已归档.
    Archived,
}

/// Where one version of a product stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// 编辑中.
    Draft,
    /// 待审核.
    Reviewing,
    /// 退回补正.
    Returned,
    /// 审核不予通过.
    Refused,
    /// 审核通过; frozen.
    Approved,
}

fn wrong() -> Error {
    Error::conflict("products.wrong_state", "产品当前状态不允许此操作")
}

impl ProductState {
    /// The operator approves a version: it comes on the shelf.
    ///
    /// # Errors
    /// `products.wrong_state` when archived. The other actions fail alike outside their states.
    pub fn approve(self) -> Result<Self> {
        if self == Self::Archived { Err(wrong()) } else { Ok(Self::OnShelf) }
    }

    /// It leaves the shelf.
    ///
    /// # Errors
    /// Unless on it.
    pub fn take_off(self) -> Result<Self> {
        if self == Self::OnShelf { Ok(Self::OffShelf) } else { Err(wrong()) }
    }

    /// The institution puts it on the shelf again.
    ///
    /// # Errors
    /// Unless off the shelf.
    pub fn put_on(self) -> Result<Self> {
        if self == Self::OffShelf { Ok(Self::OnShelf) } else { Err(wrong()) }
    }

    /// The institution files it away, finally.
    ///
    /// # Errors
    /// While on the shelf, and when archived already.
    pub fn archive(self) -> Result<Self> {
        if matches!(self, Self::Draft | Self::OffShelf) { Ok(Self::Archived) } else { Err(wrong()) }
    }

    /// The institution changes it.
    ///
    /// # Errors
    /// When archived.
    pub fn edit(self) -> Result<Self> {
        if self == Self::Archived { Err(wrong()) } else { Ok(self) }
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

impl VersionState {
    /// The institution edits.
    ///
    /// # Errors
    /// `products.wrong_state` while the operator has it. The other actions fail alike outside their states.
    pub fn edit(self) -> Result<Edit> {
        match self {
            Self::Draft | Self::Returned => Ok(Edit::Same),
            Self::Approved | Self::Refused => Ok(Edit::Next),
            Self::Reviewing => Err(wrong()),
        }
    }

    /// The institution submits it for review.
    ///
    /// # Errors
    /// Unless draft or returned.
    pub fn submit(self) -> Result<Self> {
        if matches!(self, Self::Draft | Self::Returned) { Ok(Self::Reviewing) } else { Err(wrong()) }
    }

    /// The institution takes it back from review.
    ///
    /// # Errors
    /// Unless under review; so for the three decisions.
    pub fn recall(self) -> Result<Self> {
        self.decide(Self::Draft)
    }

    /// The operator approves.
    ///
    /// # Errors
    /// Unless under review.
    pub fn approve(self) -> Result<Self> {
        self.decide(Self::Approved)
    }

    /// The operator returns it with all its defects.
    ///
    /// # Errors
    /// Unless under review.
    pub fn give_back(self) -> Result<Self> {
        self.decide(Self::Returned)
    }

    /// The operator refuses it.
    ///
    /// # Errors
    /// Unless under review.
    pub fn refuse(self) -> Result<Self> {
        self.decide(Self::Refused)
    }

    fn decide(self, to: Self) -> Result<Self> {
        if self == Self::Reviewing { Ok(to) } else { Err(wrong()) }
    }
}

/// Transitions of a product, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Product (金融产品)",
    transitions: || {
        transitions_of(
            ProductState::iter(),
            &[
                ("a version is approved", ProductState::approve),
                ("take off", ProductState::take_off),
                ("put on again", ProductState::put_on),
                ("archive", ProductState::archive),
                ("edit", ProductState::edit),
            ],
        )
    },
};

/// Transitions of a version, for the documents.
pub const VERSION_MACHINE: Machine = Machine {
    name: "Version of a product (产品版本)",
    transitions: || {
        transitions_of(
            VersionState::iter(),
            &[
                ("submit", VersionState::submit),
                ("recall", VersionState::recall),
                ("approve", VersionState::approve),
                ("return", VersionState::give_back),
                ("refuse", VersionState::refuse),
            ],
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_the_shelf_and_action() {
        use ProductState::{Archived, Draft, OffShelf, OnShelf};
        type Transition = fn(ProductState) -> Result<ProductState>;
        let actions: [(&str, Transition, &[ProductState], Option<ProductState>); 5] = [
            ("approve", ProductState::approve, &[Draft, OnShelf, OffShelf], Some(OnShelf)),
            ("take_off", ProductState::take_off, &[OnShelf], Some(OffShelf)),
            ("put_on", ProductState::put_on, &[OffShelf], Some(OnShelf)),
            ("archive", ProductState::archive, &[Draft, OffShelf], Some(Archived)),
            ("edit", ProductState::edit, &[Draft, OnShelf, OffShelf], None),
        ];
        for (name, action, from, to) in actions {
            for state in ProductState::iter() {
                let want = from.contains(&state).then(|| to.unwrap_or(state));
                assert_eq!(action(state).ok(), want, "{state:?} {name}");
            }
        }
    }

    #[test]
    fn every_state_of_a_version_and_action() {
        use VersionState::{Approved, Draft, Refused, Returned, Reviewing};
        type Transition = fn(VersionState) -> Result<VersionState>;
        let actions: [(&str, Transition, &[VersionState], VersionState); 5] = [
            ("submit", VersionState::submit, &[Draft, Returned], Reviewing),
            ("recall", VersionState::recall, &[Reviewing], Draft),
            ("approve", VersionState::approve, &[Reviewing], Approved),
            ("return", VersionState::give_back, &[Reviewing], Returned),
            ("refuse", VersionState::refuse, &[Reviewing], Refused),
        ];
        for (name, action, from, to) in actions {
            for state in VersionState::iter() {
                assert_eq!(action(state).ok(), from.contains(&state).then_some(to), "{state:?} {name}");
            }
        }
        for (state, want) in [
            (Draft, Some(Edit::Same)),
            (Returned, Some(Edit::Same)),
            (Approved, Some(Edit::Next)),
            (Refused, Some(Edit::Next)),
            (Reviewing, None),
        ] {
            assert_eq!(state.edit().ok(), want, "{state:?}");
        }
    }
}
