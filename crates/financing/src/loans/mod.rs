//! 贷款测算: what a loan costs, and when it is paid back. Products, offers, decisions, joint credits and the calculator all ask
//! here, so that one loan costs the same wherever it is shown (ADR 33).

mod cost;
mod costs;
mod fees;
mod http;
mod loan;
mod plan;
mod repayment;

pub use costs::LoanCosts;
pub use fees::{Fee, FeeBasis, FeePayee, FeeTiming, ProductFee, check_fees, check_product_fees};
pub use loan::Loan;
pub use plan::Instalment;
pub use repayment::Repayment;

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { routes: http::routes, ..Concept::new("loans") };
