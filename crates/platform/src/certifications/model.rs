//! States of an application, and the rules for a card.

use crate::reviews::ReviewKind;
use jinqiao_kernel::{Checks, Error, FileId, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An application to be certified, in the operator's queue (认证申请).
pub const REVIEW: ReviewKind =
    ReviewKind { name: "certification", text: "认证申请", page: "/operator/certifications" };

/// Where the application for certification (认证申请) stands. Whether the organisation *is* certified is its own flag,
/// which the operator may also set without an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CertificationState {
    /// Not applied yet (未申请).
    None,
    /// Waits for the operator (审核中).
    Applied,
    /// Granted (已通过).
    Granted,
    /// Refused, with a reason; may apply again (未通过).
    Refused,
}

fn wrong() -> Error {
    Error::conflict("certifications.wrong_state", "认证申请当前状态不允许此操作")
}

impl CertificationState {
    /// The organisation applies, first or again.
    ///
    /// # Errors
    /// `certifications.wrong_state` while the operator has it.
    pub fn apply(self) -> Result<Self> {
        if self == Self::Applied { Err(wrong()) } else { Ok(Self::Applied) }
    }

    /// The operator decides.
    ///
    /// # Errors
    /// `certifications.wrong_state` unless it waits.
    pub fn decide(self, granted: bool) -> Result<Self> {
        match self {
            Self::Applied => Ok(if granted { Self::Granted } else { Self::Refused }),
            _ => Err(wrong()),
        }
    }

    /// The card changes; the reviewer decides on what was applied with.
    ///
    /// # Errors
    /// `certifications.wrong_state` while the operator has it.
    pub fn edit(self) -> Result<Self> {
        if self == Self::Applied { Err(wrong()) } else { Ok(self) }
    }
}

/// The card as it is written.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardIn {
    /// What the organisation does, at most 2000 characters.
    #[schema(max_length = 2000)]
    pub introduction: Option<String>,
    /// Address.
    #[schema(max_length = 200)]
    pub address: Option<String>,
    /// Phone for customers.
    #[schema(max_length = 30)]
    pub service_phone: Option<String>,
    /// Website, with http or https.
    #[schema(max_length = 200)]
    pub website: Option<String>,
    /// Number of the licence (许可证编号).
    #[schema(max_length = 60)]
    pub licence_no: Option<String>,
    /// What it offers, at most 500 characters.
    #[schema(max_length = 500)]
    pub service_scope: Option<String>,
    /// Uploaded files: the licence and the like.
    #[serde(default)]
    pub attachments: Vec<FileId>,
}

impl CardIn {
    /// Checks what is given.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        for (field, value, most) in
            [("introduction", &self.introduction, 2_000), ("service_scope", &self.service_scope, 500)]
        {
            checks.optional_text(field, value.as_deref(), most);
        }
        for (field, value, most) in [("address", &self.address, 200), ("licence_no", &self.licence_no, 60)] {
            checks.optional_line(field, value.as_deref(), most);
        }
        let phone = self.service_phone.as_deref().unwrap_or_default();
        let digits = phone.bytes().filter(u8::is_ascii_digit).count();
        let plain = phone.chars().all(|c| c.is_ascii_digit() || "+- ()".contains(c));
        checks.that("service_phone", phone.is_empty() || (plain && (5..=16).contains(&digits)), "服务电话格式不正确");
        let site = self.website.as_deref().unwrap_or_default();
        let http = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
        let sane = http.is_some_and(|rest| {
            rest.contains('.')
                && rest.len() <= 190
                && rest.chars().all(|c| c.is_ascii_graphic() && !r#""<>\"#.contains(c))
        });
        checks.that("website", site.is_empty() || sane, "网址须以 http:// 或 https:// 开头").done()
    }
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Certification (认证申请)",
    transitions: || {
        transitions_of(
            CertificationState::iter(),
            &[
                ("apply", CertificationState::apply),
                ("grant", |state| state.decide(true)),
                ("refuse", |state| state.decide(false)),
                ("edit the card", CertificationState::edit),
            ],
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_action() {
        use CertificationState::{Applied, Granted, None, Refused};
        for state in [None, Applied, Granted, Refused] {
            let waits = state == Applied;
            assert_eq!(state.apply().ok(), (!waits).then_some(Applied), "{state:?}");
            assert_eq!(state.edit().ok(), (!waits).then_some(state), "{state:?}");
            assert_eq!(state.decide(true).ok(), waits.then_some(Granted), "{state:?}");
            assert_eq!(state.decide(false).ok(), waits.then_some(Refused), "{state:?}");
        }
    }

    #[test]
    fn phones_and_websites() {
        for (phone, site, good) in [
            ("023-61234567", "https://bank.example.cn/credit", true),
            ("", "", true),
            ("打电话", "", false),
            ("", "javascript:alert(1)", false),
            ("", "https://a.cn/\"onclick", false),
        ] {
            let card = CardIn { service_phone: Some(phone.into()), website: Some(site.into()), ..CardIn::default() };
            assert_eq!(card.check().is_ok(), good, "{phone} {site}");
        }
    }
}
