//! The page, part by part. A part that its reader may not see is none.

use super::access::PanoramaBasis;
use jinqiao_financing::{demands::FirmDemands, orders::OrderState, products::FinancingKind};
use jinqiao_government::applications::{ApplicationState, FirmApplications};
use jinqiao_insight::points::FirmStanding;
use jinqiao_kernel::{DateTime, Money, NaiveDate};
use jinqiao_oversight::complaints::FirmComplaints;
use jinqiao_platform::enterprises::{
    ExistingLoan, FinanceYear, IndustrySection, IpCounts, ListingIntent, OpenedScore, OrgType, Origins, Risk, Size,
    TaxGrade, Title,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A firm on one page.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Panorama {
    /// When it was put together.
    pub(super) at: DateTime,
    /// Why the reader sees it.
    pub(super) basis: PanoramaBasis,
    pub(super) name: String,
    pub(super) uscc: String,
    /// Where the values come from; what is not named the firm typed.
    pub(super) origins: Origins,
    pub(super) registration: Option<PanoramaRegistration>,
    pub(super) business: Option<PanoramaBusiness>,
    pub(super) finance: Option<PanoramaFinance>,
    pub(super) financing: Option<PanoramaFinancing>,
    pub(super) policies: Option<PanoramaPolicies>,
    pub(super) standing: Option<PanoramaStanding>,
}

/// 登记信息.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaRegistration {
    pub(super) former_names: Vec<String>,
    pub(super) org_type: Option<OrgType>,
    pub(super) legal_person: Option<String>,
    pub(super) founded_on: Option<NaiveDate>,
    pub(super) reg_authority: Option<String>,
    pub(super) address: Option<String>,
    pub(super) district: Option<String>,
    pub(super) park: Option<String>,
    /// On the platform since; no consent opens it.
    pub(super) registered_at: Option<DateTime>,
    pub(super) risks: Vec<Risk>,
}

/// 经营与人员.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaBusiness {
    pub(super) industry_section: Option<IndustrySection>,
    pub(super) industry_division: Option<String>,
    pub(super) main_business: Option<String>,
    pub(super) size: Option<Size>,
    pub(super) staff: Option<i32>,
    pub(super) rd_staff: Option<i32>,
    pub(super) insured_count: Option<i32>,
    pub(super) titles: Vec<Title>,
    pub(super) ip: IpCounts,
    pub(super) listing_intent: Option<ListingIntent>,
    /// None while age or revenue are not known.
    pub(super) score: Option<OpenedScore>,
}

/// 财务.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaFinance {
    pub(super) reg_capital: Option<Money>,
    pub(super) paid_capital: Option<Money>,
    pub(super) tax_grade: Option<TaxGrade>,
    /// Newest first.
    pub(super) years: Vec<FinanceYear>,
    pub(super) existing_loans: Vec<ExistingLoan>,
    pub(super) guarantees_given: Option<Money>,
    pub(super) overdue: Option<bool>,
}

/// 融资记录.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaFinancing {
    pub(super) demands: FirmDemands,
    /// Number of orders …
    pub(super) orders: u64,
    /// … and those that moved last.
    pub(super) newest: Vec<PanoramaOrder>,
    /// Loans paid out and confirmed, fen, and how many draws they are made of.
    pub(super) lent: Money,
    pub(super) draws: i64,
    /// Principal that is not repaid, fen.
    pub(super) owed: Money,
    /// What should have been paid by now and was not, fen.
    pub(super) late: Money,
}

/// An order in the record.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaOrder {
    pub(super) no: String,
    pub(super) institution: String,
    pub(super) kind: FinancingKind,
    pub(super) state: OrderState,
    pub(super) granted_amount: Money,
    pub(super) disbursed_amount: Money,
    pub(super) opened_at: DateTime,
}

/// 政策记录.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaPolicies {
    /// By state; amounts only where they stand.
    pub(super) states: Vec<FirmApplications>,
    pub(super) count: i64,
    /// Granted and not taken back, fen.
    pub(super) granted: Money,
    /// Paid, fen.
    pub(super) paid: Money,
    /// Those that moved last.
    pub(super) newest: Vec<PanoramaApplication>,
}

/// An application in the record.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaApplication {
    pub(super) no: Option<String>,
    pub(super) title: String,
    pub(super) department: String,
    pub(super) state: ApplicationState,
    /// Once it stands, fen.
    pub(super) amount: Option<Money>,
    pub(super) submitted_at: Option<DateTime>,
}

/// 平台信用 and complaints.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PanoramaStanding {
    pub(super) points: FirmStanding,
    pub(super) complaints: FirmComplaints,
}

impl PanoramaPolicies {
    /// What the states come to. What is granted is told once it stands: before that, reviewers may still change it.
    pub(super) fn new(mut states: Vec<FirmApplications>, newest: Vec<PanoramaApplication>) -> Self {
        use ApplicationState::{Approved, Paid, Paying};
        let of = |wanted: &[ApplicationState]| {
            Money(states.iter().filter(|one| wanted.contains(&one.state)).map(|one| one.amount.0).sum())
        };
        let (granted, paid) = (of(&[Approved, Paying, Paid]), of(&[Paid]));
        let count = states.iter().map(|one| one.count).sum();
        for one in states.iter_mut().filter(|one| !one.state.decided()) {
            one.amount = Money::ZERO;
        }
        states.sort_by_key(|one| one.state.place());
        Self { states, count, granted, paid, newest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_once_they_stand() {
        use ApplicationState::{FirstReview, Paid, Paying, Recovered, SecondReview};
        let of = |state, count, fen| FirmApplications { state, count, amount: Money(fen) };
        let states = vec![
            of(Recovered, 1, 7),
            of(Paid, 2, 30),
            of(SecondReview, 1, 11),
            of(Paying, 1, 5),
            of(FirstReview, 3, 0),
        ];
        let told = PanoramaPolicies::new(states, vec![]);
        assert_eq!((told.count, told.granted, told.paid), (8, Money(35), Money(30)));
        let told: Vec<_> = told.states.iter().map(|one| (one.state, one.amount.0)).collect();
        assert_eq!(told, [(FirstReview, 0), (SecondReview, 0), (Paying, 5), (Paid, 30), (Recovered, 7)]);
    }
}
