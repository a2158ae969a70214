//! The matching engine (智能匹配): rules and ranking as pure functions without database or web server. The concept
//! `matching` calls it in both directions: products for a demand, demands for a product. What is compared is given in plain
//! values, so that one rule serves an enterprise that is known whole and one that is known by its bands only.

pub mod clusters;
pub mod market;
pub mod network;
mod rank;
mod rules;
mod score;
pub mod sheet;
pub mod text;
mod words;

pub use rank::{Match, NearMiss, Ranking, contenders, rank};
pub use rules::{Failure, Rule, Verdict, failure, judge};
pub use score::{Part, Score, Weights, score};

use jinqiao_kernel::{Money, Rate};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What the caller knows of an offer and a wish from elsewhere, in thousandths; none where nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// How much the description speaks of what the money is for.
    pub text: Option<i32>,
    /// How often firms like this one got money there.
    pub history: Option<i32>,
    /// How far firms like this one chose it, by the network.
    #[serde(default)]
    pub network: Option<i32>,
    /// How many limits the institution has kept.
    pub service: Option<i32>,
    /// How many of the demand's tags the product speaks of.
    #[serde(default)]
    pub tags: Option<i32>,
}

/// What a product asks for and gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Amounts, fen.
    pub amount: Option<RangeInclusive<Money>>,
    /// Terms, months; none for equity.
    pub term: Option<RangeInclusive<i32>>,
    /// Lowest rate; none for equity.
    pub rate_min: Option<Rate>,
    /// Names of the securities accepted; empty for any.
    pub guarantees: Vec<String>,
    /// Rounds of equity; empty for any.
    pub stages: Vec<String>,
    /// Codes of industries served; empty for all.
    pub industries_in: Vec<String>,
    /// Codes of industries not served.
    pub industries_out: Vec<String>,
    /// Districts or parks served; empty for all.
    pub regions: Vec<String>,
    /// Least age of the firm, months.
    pub age_min: Option<i32>,
    /// Least yearly revenue, fen.
    pub revenue_min: Option<Money>,
    /// Least taxes paid in a year, fen.
    pub tax_min: Option<Money>,
    /// Worst tax grade accepted: 0 is the best.
    pub tax_grade_worst: Option<u8>,
    /// One of these titles is needed; empty for none.
    pub titles_any: Vec<String>,
    /// Firms with one of these risks are not served.
    pub negative: Vec<String>,
    /// Welcomes firms that never had a loan.
    pub first_loan_friendly: bool,
}

/// An offer beside a wish. Both are described once, however often they are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// What is offered.
    pub offer: &'a Offer,
    /// What is wanted.
    pub wish: &'a Wish,
    /// Yearly cost at the wanted amount and term with all fees, where it can be computed.
    pub annual_cost: Option<Rate>,
    /// What is known of the two from elsewhere.
    pub told: Told,
}

/// What a firm wants, and what is known of it: an exact value is a range of one, a band a wide one, nothing is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Fen; none for a firm that has not said what it wants.
    pub amount: Option<Money>,
    /// Months; none for equity.
    pub term: Option<i32>,
    /// Highest rate that would be accepted.
    pub rate_max: Option<Rate>,
    /// Securities offered.
    pub guarantees: Vec<String>,
    /// Ways of repaying that are preferred; empty for any.
    #[serde(default)]
    pub repayments: Vec<String>,
    /// Round of equity.
    pub stage: Option<String>,
    /// Codes of its industry, from section to class.
    pub industry: Vec<String>,
    /// Places, from district to park.
    pub places: Vec<String>,
    /// Age, months.
    pub age: Option<RangeInclusive<i32>>,
    /// Yearly revenue.
    pub revenue: Option<RangeInclusive<Money>>,
    /// Taxes paid in a year.
    pub tax: Option<Money>,
    /// Tax grade, 0 is the best.
    pub tax_grade: Option<u8>,
    /// Official titles.
    pub titles: Vec<String>,
    /// Risks that last; none when nothing may be known of them.
    pub risks: Option<Vec<String>>,
    /// Never had a loan.
    pub first_loan: bool,
    /// Words in which the firm describes itself or what it wants.
    #[serde(default)]
    pub tags: Vec<String>,
}
