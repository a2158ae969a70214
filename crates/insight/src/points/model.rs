//! 积分规则: what counts, for whom, how much, how often and under which condition (domain 2.10). Pure.

use jinqiao_financing::orders::RefusalCode;
use jinqiao_kernel::{Checks, OrgKind, Result};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whose points they are.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PointSide {
    /// An enterprise's.
    Enterprise,
    /// A financial institution's.
    Institution,
    /// An intermediary agency's.
    Agency,
}

impl PointSide {
    /// Its name, as people read it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Enterprise => "企业",
            Self::Institution => "金融机构",
            Self::Agency => "中介机构",
        }
    }

    /// The side of an organisation; departments and the operator have no points.
    pub const fn of(kind: OrgKind) -> Option<Self> {
        match kind {
            OrgKind::Enterprise => Some(Self::Enterprise),
            OrgKind::Institution => Some(Self::Institution),
            OrgKind::Agency => Some(Self::Agency),
            OrgKind::Department | OrgKind::Operator => None,
        }
    }
}

use PointSide::{Agency, Enterprise, Institution};

/// An occasion on which points are given or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PointEvent {
    /// The registration was approved.
    Registered,
    /// The first login of a day, by anybody of the organisation.
    DailyLogin,
    /// The profile became complete.
    ProfileComplete,
    /// A demand was approved.
    DemandApproved,
    /// A product was approved for the first time.
    ProductApproved,
    /// A good rating became visible: 4 or 5 overall.
    RatedWell,
    /// A bad rating became visible: 1 or 2 overall.
    RatedBadly,
    /// The institution grabbed a demand.
    Grabbed,
    /// The first contact came soon after the confirmation.
    QuickContact,
    /// The grant came soon after the confirmation.
    QuickOffer,
    /// The payment was recorded.
    Disbursed,
    /// The payment is the enterprise's first loan.
    FirstLoan,
    /// The institution led a joint credit to its end.
    JointLead,
    /// An application for a policy item was taken up.
    PolicyAccepted,
    /// What a policy item pays was paid.
    PolicyPaid,
    /// Credit was not granted.
    CreditRefused,
    /// An application was not taken on in time.
    LateTakeOn,
    /// The first contact was not made in time.
    LateContact,
    /// The first contact was not even made a working day later.
    NoContact,
    /// The decision is late, for each working day.
    LateDecision,
    /// The operator found that an institution refused without a valid reason.
    RefusedWithoutReason,
    /// The operator found that an enterprise handed in false material.
    FalseMaterial,
    /// The operator found that an enterprise could not be reached.
    OutOfContact,
}

/// In what a condition of time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Hours of working time.
    Hours,
    /// Working days.
    Days,
}

impl PointEvent {
    /// What has happened, as people read it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Registered => "注册审核通过",
            Self::DailyLogin => "每天第一次登录",
            Self::ProfileComplete => "企业档案完整度达到 100%",
            Self::DemandApproved => "融资需求审核通过",
            Self::ProductApproved => "金融产品首次审核通过",
            Self::RatedWell => "收到正面评价（4–5 分）",
            Self::RatedBadly => "收到负面评价（1–2 分）",
            Self::Grabbed => "抢单或接单报价",
            Self::QuickContact => "确认对接后及时联系企业",
            Self::QuickOffer => "确认对接后及时授信",
            Self::Disbursed => "放款或投资款到账",
            Self::FirstLoan => "为企业发放首笔贷款",
            Self::JointLead => "牵头联合授信并完成",
            Self::PolicyAccepted => "政策申请获受理",
            Self::PolicyPaid => "政策资金到账",
            Self::CreditRefused => "授信未通过",
            Self::LateTakeOn => "逾期未受理产品申请",
            Self::LateContact => "逾期未联系企业",
            Self::NoContact => "逾期仍未联系企业",
            Self::LateDecision => "逾期未作出授信决定（每个工作日）",
            Self::RefusedWithoutReason => "无正当理由拒绝（平台认定）",
            Self::FalseMaterial => "提供虚假材料（平台认定）",
            Self::OutOfContact => "无法联系（平台认定）",
        }
    }

    /// Whom it concerns.
    pub const fn sides(self) -> &'static [PointSide] {
        match self {
            Self::Registered | Self::DailyLogin => &[Enterprise, Institution, Agency],
            Self::RatedWell | Self::RatedBadly | Self::Disbursed => &[Enterprise, Institution],
            Self::ProfileComplete
            | Self::DemandApproved
            | Self::PolicyAccepted
            | Self::PolicyPaid
            | Self::CreditRefused
            | Self::FalseMaterial
            | Self::OutOfContact => &[Enterprise],
            Self::ProductApproved
            | Self::Grabbed
            | Self::QuickContact
            | Self::QuickOffer
            | Self::FirstLoan
            | Self::JointLead
            | Self::LateTakeOn
            | Self::LateContact
            | Self::NoContact
            | Self::LateDecision
            | Self::RefusedWithoutReason => &[Institution],
        }
    }

    /// Is it noted by the operator, not by the platform itself?
    pub const fn finding(self) -> bool {
        matches!(self, Self::RefusedWithoutReason | Self::FalseMaterial | Self::OutOfContact)
    }

    /// It counts only within a time, told in this.
    pub const fn measured(self) -> Option<Measure> {
        match self {
            Self::QuickContact => Some(Measure::Hours),
            Self::QuickOffer => Some(Measure::Days),
            _ => None,
        }
    }

    /// Points are given for it, or taken: a rule cannot turn one into the other.
    pub const fn gives(self) -> bool {
        !matches!(
            self,
            Self::RatedBadly
                | Self::CreditRefused
                | Self::LateTakeOn
                | Self::LateContact
                | Self::NoContact
                | Self::LateDecision
                | Self::RefusedWithoutReason
                | Self::FalseMaterial
                | Self::OutOfContact
        )
    }
}

/// Within what a cap counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CapPeriod {
    /// A day in Shanghai.
    Day,
    /// A calendar month.
    Month,
    /// A quarter of the year.
    Quarter,
    /// One order, demand or whatever it is about.
    Subject,
    /// All time.
    Ever,
}

/// What a cap counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CapUnit {
    /// Points; the entry that would exceed it is cut.
    Points,
    /// Entries.
    Times,
}

/// A limit of what an occasion may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    /// Within what.
    pub period: CapPeriod,
    /// Of what.
    pub unit: CapUnit,
    /// How much at most, 1 to 10,000.
    pub most: i32,
}

/// What a cap has counted so far; entries that were reversed do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Entries.
    pub times: i64,
    /// Points, without their sign.
    pub points: i64,
}

/// What a rule says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleTerms {
    /// Points of one occasion, negative where points are taken; 0 lets the occasion count nothing.
    pub points: i32,
    /// At most three.
    #[serde(default)]
    pub caps: Vec<Cap>,
    /// For the first contact, hours of working time from the confirmation; for the grant, working days.
    #[serde(default)]
    pub within: Option<i32>,
    /// For refused credit: only these reasons; all of them where the list is empty.
    #[serde(default)]
    pub refusal_codes: Vec<RefusalCode>,
}

const MOST_POINTS: i32 = 1_000;
const MOST_CAP: i32 = 10_000;
const MOST_CAPS: usize = 3;
/// A working day, minutes.
const DAY: i64 = jinqiao_platform::calendar::WORKING_DAY;

impl RuleTerms {
    /// Checks what is said of `event`.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, event: PointEvent) -> Result<()> {
        let mut checks = Checks::new();
        let range = if event.gives() { 0..=MOST_POINTS } else { -MOST_POINTS..=0 };
        let words = if event.gives() {
            "加分项的分值须在 0 至 1000 之间"
        } else {
            "减分项的分值须在 -1000 至 0 之间"
        };
        checks.range("points", self.points, range, words);
        checks.that("caps", self.caps.len() <= MOST_CAPS, "上限最多三项");
        for (index, cap) in self.caps.iter().enumerate() {
            let field = format!("caps[{index}].most");
            checks.range(&field, cap.most, 1..=MOST_CAP, "须在 1 至 10000 之间");
        }
        match event.measured() {
            Some(_) => {
                checks.given("within", self.within.as_ref());
                checks.range("within", self.within.unwrap_or(1), 1..=90, "须在 1 至 90 之间");
            }
            None => {
                checks.that("within", self.within.is_none(), "此项没有时间条件");
            }
        }
        let narrowed = self.refusal_codes.is_empty() || event == PointEvent::CreditRefused;
        checks.that("refusal_codes", narrowed, "此项没有原因条件");
        checks.that("refusal_codes", self.refusal_codes.len() <= 15, "原因有重复");
        checks.done()
    }

    /// Does the rule cover an occasion that took `minutes` of working time, or was refused because of `code`?
    pub fn covers(&self, event: PointEvent, minutes: Option<i64>, code: Option<RefusalCode>) -> bool {
        let in_time = match (event.measured(), self.within) {
            (Some(measure), Some(within)) => {
                let unit = if measure == Measure::Hours { 60 } else { DAY };
                minutes.is_some_and(|minutes| minutes <= i64::from(within) * unit)
            }
            (Some(_), None) => false,
            (None, _) => true,
        };
        let meant = self.refusal_codes.is_empty() || code.is_some_and(|code| self.refusal_codes.contains(&code));
        in_time && meant
    }
}

/// `points` as far as each cap leaves room, with their sign; 0 when one is used up.
pub fn limit_by_caps(points: i32, caps: &[(Cap, Used)]) -> i32 {
    let left = |(cap, used): &(Cap, Used)| match cap.unit {
        CapUnit::Times if used.times >= i64::from(cap.most) => 0,
        CapUnit::Times => i64::from(i32::MAX),
        CapUnit::Points => (i64::from(cap.most) - used.points).max(0),
    };
    let most = caps.iter().map(left).min().unwrap_or(i64::from(i32::MAX));
    let size = i64::from(points).abs().min(most);
    points.signum() * i32::try_from(size).unwrap_or(i32::MAX)
}

/// The `part` of `whole` that falls to one of several who share the points of an occasion, rounded, at least one point.
pub fn share_of_points(points: i32, part: i64, whole: i64) -> i32 {
    if whole <= 0 || points == 0 {
        return points;
    }
    let (size, part) = (i128::from(points.abs()), i128::from(part.clamp(0, whole)));
    let whole = i128::from(whole);
    let rounded = (2 * size * part + whole) / (2 * whole);
    points.signum() * i32::try_from(rounded.max(1)).unwrap_or(i32::MAX)
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
