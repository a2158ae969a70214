//! States of a registration, and the rules for what is registered.

use crate::reviews::ReviewKind;
use jinqiao_kernel::{
    Checks, Error, FieldError, FileId, Kind, Machine, OrgKind, Result, Secret, Uscc, UsccError, transitions_of, typed,
};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Mobile number of an organisation's contact.
pub struct Mobile;

impl Secret for Mobile {
    const CONTEXT: &'static str = "organizations.mobile";
}

/// A registration, in the operator's queue (注册审核).
pub const REVIEW: ReviewKind =
    ReviewKind { name: "organization", text: "单位注册", page: "/operator/organizations" };

/// Where a registration stands (domain 2.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OrgState {
    /// Waits for the operator (待审核).
    Reviewing,
    /// To be corrected by the applicant (退回补正).
    Returned,
    /// Registered (正常).
    Active,
    /// Refused, finally (不予通过).
    Refused,
    /// Registered, and suspended by the operator for the time being (暂停使用).
    Suspended,
}

impl OrgState {
    fn step(self, from: Self, to: Self) -> Result<Self> {
        if self == from {
            Ok(to)
        } else {
            Err(Error::conflict("organizations.wrong_state", "单位当前状态不允许此操作"))
        }
    }

    /// The operator approves.
    ///
    /// # Errors
    /// `organizations.wrong_state` unless under review; so for the other two decisions.
    pub fn approve(self) -> Result<Self> {
        self.step(Self::Reviewing, Self::Active)
    }

    /// The operator returns it with all its defects.
    ///
    /// # Errors
    /// As for [`OrgState::approve`].
    pub fn give_back(self) -> Result<Self> {
        self.step(Self::Reviewing, Self::Returned)
    }

    /// The operator refuses it.
    ///
    /// # Errors
    /// As for [`OrgState::approve`].
    pub fn refuse(self) -> Result<Self> {
        self.step(Self::Reviewing, Self::Refused)
    }

    /// The applicant corrects and submits again.
    ///
    /// # Errors
    /// `organizations.wrong_state` unless returned.
    pub fn resubmit(self) -> Result<Self> {
        self.step(Self::Returned, Self::Reviewing)
    }

    /// The operator certifies, or withdraws the certification.
    ///
    /// # Errors
    /// `organizations.wrong_state` unless registered.
    pub fn certify(self) -> Result<Self> {
        self.step(Self::Active, Self::Active)
    }

    /// The operator suspends it.
    ///
    /// # Errors
    /// `organizations.wrong_state` unless registered and not suspended yet.
    pub fn suspend(self) -> Result<Self> {
        self.step(Self::Active, Self::Suspended)
    }

    /// The operator lets it go on.
    ///
    /// # Errors
    /// `organizations.wrong_state` unless suspended.
    pub fn resume(self) -> Result<Self> {
        self.step(Self::Suspended, Self::Active)
    }
}

/// Type of a financial institution (domain 1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum InstitutionType {
    /// Bank (银行).
    Bank,
    /// Equity fund (股权投资基金).
    EquityFund,
    /// Guarantor (担保).
    Guarantor,
    /// Micro-loan company (小额贷款).
    MicroLoan,
    /// Leasing (融资租赁).
    Leasing,
    /// Factoring (商业保理).
    Factoring,
    /// Insurer (保险).
    Insurer,
    /// Government fund (政府基金).
    GovernmentFund,
}

/// What the applicant says of the organisation.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Particulars {
    /// Name.
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    /// Unified social credit code.
    #[schema(max_length = 40)]
    pub uscc: String,
    /// The applicant says that the code stands so on the licence: asked for a code of the pilots of 2015 and 2016.
    #[serde(default)]
    pub uscc_confirmed: bool,
    /// Type, for institutions only.
    pub institution_type: Option<InstitutionType>,
    /// Legal person (法定代表人).
    #[serde(default)]
    #[schema(max_length = 50)]
    pub legal_person: Option<String>,
    /// Registered address (注册地址).
    #[serde(default)]
    #[schema(max_length = 200)]
    pub address: Option<String>,
    /// The business licence, uploaded for this registration; none keeps the one known.
    #[serde(default)]
    pub licence: Option<FileId>,
    /// Number of the licence to do its business (金融许可证), for institutions only.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub permit_no: Option<String>,
    /// That licence, uploaded for this registration; none keeps the one known.
    #[serde(default)]
    pub permit: Option<FileId>,
    /// Person to talk to.
    #[schema(min_length = 2, max_length = 50)]
    pub contact_name: String,
    /// Mobile number of that person; none keeps the one known.
    #[serde(default, deserialize_with = "typed::read_mobile_if_any")]
    #[schema(max_length = 30)]
    pub mobile: Option<String>,
    /// E-mail.
    #[schema(max_length = 254)]
    pub email: Option<String>,
}

impl Particulars {
    /// The code, as it is kept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn code(&self) -> Result<Uscc, UsccError> {
        Uscc::read(&self.uscc, self.uscc_confirmed)
    }

    /// Asks for the confirmation of a code that may be right, once everything else is.
    ///
    /// # Errors
    /// `organizations.code_unconfirmed`.
    pub fn check_confirmed(&self) -> Result<()> {
        let Err(error @ UsccError::Unconfirmed) = self.code() else { return Ok(()) };
        let field = FieldError { field: "uscc".into(), message: error.message().into() };
        Err(Error::new(Kind::Invalid, "organizations.code_unconfirmed", error.message()).with_fields(vec![field]))
    }

    /// Adds what breaks a rule to `checks`.
    pub fn check(&self, kind: OrgKind, checks: &mut Checks) {
        checks.line("name", &self.name, 2..=100).line("contact_name", &self.contact_name, 2..=50);
        if let Err(error) = self.code()
            && error != UsccError::Unconfirmed
        {
            checks.that("uscc", false, error.message());
        }
        if let Some(mobile) = &self.mobile {
            checks.mobile("mobile", mobile);
        }
        if let Some(email) = self.email.as_deref().filter(|email| !email.is_empty()) {
            checks.email("email", email);
        }
        let typed = self.institution_type.is_some();
        checks.that(
            "institution_type",
            typed == (kind == OrgKind::Institution),
            "金融机构须选择机构类型，其他单位不填",
        );
    }
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Organisation (单位)",
    transitions: || {
        transitions_of(
            OrgState::iter(),
            &[
                ("approve", OrgState::approve),
                ("return", OrgState::give_back),
                ("refuse", OrgState::refuse),
                ("submit again", OrgState::resubmit),
                ("certify", OrgState::certify),
                ("suspend", OrgState::suspend),
                ("resume", OrgState::resume),
            ],
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    /// A transition.
    type Transition = fn(OrgState) -> Result<OrgState>;

    #[test]
    fn every_state_and_action() {
        use OrgState::{Active, Refused, Returned, Reviewing, Suspended};
        let actions: [(&str, Transition, OrgState, OrgState); 7] = [
            ("approve", OrgState::approve, Reviewing, Active),
            ("return", OrgState::give_back, Reviewing, Returned),
            ("refuse", OrgState::refuse, Reviewing, Refused),
            ("resubmit", OrgState::resubmit, Returned, Reviewing),
            ("certify", OrgState::certify, Active, Active),
            ("suspend", OrgState::suspend, Active, Suspended),
            ("resume", OrgState::resume, Suspended, Active),
        ];
        for (name, action, from, to) in actions {
            for state in [Reviewing, Returned, Active, Refused, Suspended] {
                let want = (state == from).then_some(to);
                assert_eq!(action(state).ok(), want, "{state:?} {name}");
            }
        }
    }
}
