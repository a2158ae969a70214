//! Table `organizations`.

use super::{InstitutionType, OrgState, model::Mobile};
use crate::reviews::Defect;
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{DateTime, FileId, KeyedHash, OrgId, OrgKind, Sealed, Uscc};
use sea_orm::entity::prelude::*;

#[expect(missing_docs, reason = "columns; explained at the views")]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organizations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrgId,
    pub kind: OrgKind,
    pub name: String,
    pub uscc: Option<String>,
    /// The code that an applicant gave though another organisation is registered under it; `uscc` is none then, so that
    /// nothing that looks for a code finds a claim.
    pub claimed_uscc: Option<String>,
    pub institution_type: Option<InstitutionType>,
    pub state: OrgState,
    pub certified: bool,
    pub contact_name: String,
    pub mobile: Sealed<Mobile>,
    pub mobile_hash: KeyedHash,
    pub email: Option<String>,
    /// When a code has come to that number; none while it is not proved (未核验).
    pub mobile_verified_at: Option<DateTime>,
    /// When a code has come to that address.
    pub email_verified_at: Option<DateTime>,
    pub legal_person: Option<String>,
    pub address: Option<String>,
    /// Number of an institution's licence to do its business.
    pub permit_no: Option<String>,
    /// The business licence, a file …
    pub licence: Option<FileId>,
    /// … and an institution's licence to do its business.
    pub permit: Option<FileId>,
    /// The picture that stands for it, a file (标识); shown to others through [`Model::shown_mark`] alone.
    pub mark: Option<FileId>,
    pub version: i32,
    pub round: i32,
    pub defects: Doc<Vec<Defect>>,
    pub refusal: Option<String>,
    pub created_at: DateTime,
    pub submitted_at: DateTime,
    pub decided_at: Option<DateTime>,
    /// While it is suspended: since when …
    pub suspended_at: Option<DateTime>,
    /// … and why, in the operator's words.
    pub suspension: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The code that the organisation gave, its own or claimed.
    pub(super) fn given_uscc(&self) -> Option<String> {
        self.uscc.clone().or_else(|| self.claimed_uscc.clone())
    }

    /// Does its code have a last character other than the computed one, which the applicant has confirmed?
    pub(super) fn code_deviates(&self) -> bool {
        self.given_uscc().and_then(|code| Uscc::read(&code, true).ok()).is_some_and(|code| code.deviates())
    }

    /// Its mark, as far as everybody may see it: of certified organisations that are not suspended.
    pub fn shown_mark(&self) -> Option<FileId> {
        self.mark.filter(|_| self.certified && self.state == OrgState::Active)
    }

    /// The contact's number in part, for lists.
    ///
    /// # Errors
    /// When the stored number cannot be opened.
    pub fn mobile_masked(&self, vault: &jinqiao_kernel::Vault) -> jinqiao_kernel::Result<String> {
        Ok(jinqiao_kernel::mask_mobile(&vault.open(&self.mobile)?))
    }
}

pub(super) mod unit {
    use jinqiao_kernel::{OrgId, UnitId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "units")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UnitId,
        pub org_id: OrgId,
        pub parent_id: Option<UnitId>,
        pub name: String,
        /// Nobody can be put into it any more; what is in it stays.
        pub closed: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Versioned for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
}
