//! A field of the catalogue.

use crate::fault::{FaultCode, Faults, is_name, is_reserved};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Options of a choice.
pub(crate) const MOST_OPTIONS: usize = 2_000;

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyKind))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Fen.
    Money,
    /// Thousandths of a percent (0.001 %).
    Rate,
    /// A number with at most six decimals.
    Number,
    /// A whole number, not below zero.
    Count,
    /// A calendar day.
    Date,
    /// 是 or 否.
    YesNo,
    /// One of a list.
    Choice,
    /// Any of a list.
    Several,
    /// Words.
    Text,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyChoice))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    #[cfg_attr(feature = "openapi", schema(max_length = 60))]
    pub code: String,
    /// What is shown.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub name: String,
}

/// From which part of what the platform knows a field comes, so that a page can lead to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicySource))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    /// The profile of the enterprise.
    Profile,
    /// A finance year.
    Finance {
        /// 0 is the newest year, 1 the one before it.
        years_back: u8,
    },
    /// Titles such as 高新技术企业.
    Titles,
    /// The innovation score.
    Score,
    /// Risks that are on record.
    Risks,
    /// What was done on the platform: first loan, disbursed amount, interest paid.
    Trades,
    /// A block of the same form.
    Form,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyOrigin))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The enterprise itself (企业自填).
    SelfDeclared,
    /// The commercial register (登记信息).
    Register,
    /// The platform's own records (平台记录).
    Platform,
    /// The tax authority (税务信息).
    Tax,
    /// Social security (社保信息).
    SocialSecurity,
    /// The register of intellectual property (知识产权信息).
    IntellectualProperty,
    /// A department of the government (部门认定).
    Department,
    /// An auditor (审计报告).
    Audit,
}

impl Origin {
    /// In Chinese.
    pub fn words(self) -> &'static str {
        match self {
            Self::SelfDeclared => "企业自填",
            Self::Register => "登记信息",
            Self::Platform => "平台记录",
            Self::Tax => "税务信息",
            Self::SocialSecurity => "社保信息",
            Self::IntellectualProperty => "知识产权信息",
            Self::Department => "部门认定",
            Self::Audit => "审计报告",
        }
    }
}

/// A field of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyField))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable code: small letters, digits and single low lines, at most 60.
    pub code: String,
    /// Chinese name, at most 100 characters.
    pub name: String,
    /// Type.
    pub kind: Kind,
    /// Unit of a number or count, such as 人 or 分.
    #[serde(default)]
    pub unit: String,
    /// What can be chosen, for choices only.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Where it comes from.
    pub source: Source,
    /// Who usually says so.
    pub origin: Origin,
    /// An empty list says that there is none, as a register's does; else it says nothing, as a question that was left out.
    #[serde(default)]
    pub complete: bool,
}

impl Field {
    /// Whether it can be computed with.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, Kind::Money | Kind::Rate | Kind::Number | Kind::Count | Kind::YesNo)
    }

    /// A value of this field in words: 70%, 120 万元, 高新技术企业; long texts are cut.
    pub fn words(&self, value: &super::Value) -> String {
        super::words_of(self, value)
    }

    /// The name of an option; whatever is no option is its own.
    pub(crate) fn option<'a>(&'a self, code: &'a str) -> &'a str {
        self.options.iter().find(|one| one.code == code).map_or(code, |one| one.name.as_str())
    }

    pub(crate) fn check(&self, path: &str, faults: &mut Faults) {
        if !is_name(&self.code) || is_reserved(&self.code) {
            faults.add(format!("{path}/code"), FaultCode::BadName, NAMES);
        }
        faults.label(format!("{path}/name"), &self.name, 100);
        faults.text(format!("{path}/unit"), &self.unit, 20);
        if matches!(self.kind, Kind::Choice | Kind::Several) {
            check_options(&self.options, MOST_OPTIONS, &format!("{path}/options"), faults);
        } else if !self.options.is_empty() {
            faults.add(format!("{path}/options"), FaultCode::NotApplicable, "只有选择类指标可以设置选项");
        }
    }
}

/// How names are written.
pub(crate) const NAMES: &str = "编码由小写字母、数字和单个下划线组成，以字母开头，不超过 60 个字符";

/// Options: some, not too many, each with a code of its own and a name.
pub(crate) fn check_options(options: &[Choice], most: usize, path: &str, faults: &mut Faults) {
    if options.is_empty() {
        faults.add(path, FaultCode::Empty, "请至少设置一个选项");
    }
    if options.len() > most {
        faults.add(path, FaultCode::TooMany, format!("选项不超过 {most} 个"));
        return;
    }
    let mut seen = HashSet::new();
    for (place, option) in options.iter().enumerate() {
        faults.label(format!("{path}/{place}/code"), &option.code, 60);
        faults.label(format!("{path}/{place}/name"), &option.name, 100);
        if option.code.trim() != option.code {
            faults.add(format!("{path}/{place}/code"), FaultCode::BadName, "选项编码前后不能有空白");
        }
        if !seen.insert(option.code.as_str()) {
            faults.add(format!("{path}/{place}/code"), FaultCode::Taken, format!("选项“{}”重复", option.code));
        }
    }
}
