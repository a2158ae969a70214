//! The registers that can be asked, and the facts that each may state. Pure.

use crate::enterprises::Source;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A register outside the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// 工商登记.
    Business,
    /// 税务.
    Tax,
    /// 社会保险.
    SocialInsurance,
    /// 知识产权.
    IntellectualProperty,
    /// 司法.
    Judicial,
}

impl Register {
    /// As the source of a value.
    pub const fn source(self) -> Source {
        match self {
            Self::Business => Source::Business,
            Self::Tax => Source::Tax,
            Self::SocialInsurance => Source::SocialInsurance,
            Self::IntellectualProperty => Source::IntellectualProperty,
            Self::Judicial => Source::Judicial,
        }
    }

    /// Its name, as people read it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Business => "工商登记",
            Self::Tax => "税务",
            Self::SocialInsurance => "社会保险",
            Self::IntellectualProperty => "知识产权",
            Self::Judicial => "司法",
        }
    }

    /// May it state the fact of this name?
    pub fn states(self, key: &str) -> bool {
        let mut parts = key.split('.');
        let (first, last) = (parts.next().unwrap_or_default(), parts.next_back());
        match self {
            Self::Business => matches!(
                (first, last),
                ("legal_person" | "org_type" | "founded_on" | "reg_capital" | "paid_capital" | "reg_authority", None)
                    | ("risks", Some("abnormal_operation" | "serious_violation" | "penalty"))
            ),
            Self::Tax => {
                matches!((first, last), ("tax_grade", None) | ("finance", Some(_)) | ("risks", Some("tax_arrears")))
            }
            Self::SocialInsurance => matches!((first, last), ("insured_count", None)),
            Self::IntellectualProperty => matches!((first, last), ("ip", Some(_)) | ("invention_applications", None)),
            Self::Judicial => matches!((first, last), ("risks", Some("enforcement"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_states_its_own_facts_only() {
        for (register, key, holds) in [
            (Register::Tax, "finance.2025.revenue", true),
            (Register::Tax, "tax_grade", true),
            (Register::Tax, "legal_person", false),
            (Register::Business, "legal_person", true),
            (Register::Business, "risks.penalty", true),
            (Register::Business, "risks.enforcement", false),
            (Register::Judicial, "risks.enforcement", true),
            (Register::SocialInsurance, "insured_count", true),
            (Register::SocialInsurance, "staff", false),
            (Register::IntellectualProperty, "ip.inventions", true),
            (Register::IntellectualProperty, "", false),
        ] {
            assert_eq!(register.states(key), holds, "{register:?} {key}");
        }
    }
}
