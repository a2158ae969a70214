//! A data source for demonstrations: it answers as the firm itself typed, and for some firms something else, always the same.

use super::{DataSource, Facts, Fetched, Register, SourceFailure, Statement, overlay::restored, save::facts_of, store};
use crate::organizations;
use chrono::Days;
use jinqiao_db::Db;
use jinqiao_kernel::{Error, NaiveDate, Result, local_date};
use serde_json::{Value, json};

/// The registers of an invented country.
pub struct Simulator(Db);

impl Simulator {
    /// Firms are those of this database.
    pub fn new(db: Db) -> Self {
        Self(db)
    }

    async fn answer(&self, register: Register, uscc: &str) -> Result<Option<Statement>> {
        let Some(org) = organizations::id_of_code(self.0.read(), uscc).await? else { return Ok(None) };
        let shown = facts_of(self.0.read(), org).await?;
        let evidence = store::evidence_of(self.0.read(), org).await?;
        let typed = restored(&shown, shown.clone(), &evidence);
        Ok(Some(statement(register, uscc, &typed, local_date(self.0.world().now()))))
    }
}

/// A number of the firm that never changes.
fn luck(uscc: &str) -> u64 {
    uscc.bytes().fold(7, |sum, byte| (sum * 31 + u64::from(byte)) % 10_007)
}

/// One firm in nine has told the platform more than it has declared.
fn declared(uscc: &str, value: &Value) -> Value {
    match value.as_i64() {
        Some(amount) if luck(uscc).is_multiple_of(9) => json!(amount / 100 * 92),
        _ => value.clone(),
    }
}

fn statement(register: Register, uscc: &str, typed: &Facts, today: NaiveDate) -> Statement {
    let keys: Vec<String> = match register {
        Register::Business => {
            ["legal_person", "org_type", "founded_on", "reg_capital", "paid_capital", "reg_authority"]
                .map(str::to_owned)
                .into()
        }
        Register::Tax => {
            let of_year = |year: i32| {
                ["revenue", "profit", "assets", "liabilities", "tax_paid", "rd_expense"]
                    .map(|name| format!("finance.{year}.{name}"))
            };
            let years = typed.years.iter().flat_map(|year| of_year(year.year));
            years.chain(["tax_grade".to_owned()]).collect()
        }
        Register::SocialInsurance => vec!["insured_count".to_owned()],
        Register::IntellectualProperty => {
            let counts = ["inventions", "utility_models", "software", "pct"].map(|name| format!("ip.{name}"));
            counts.into_iter().chain(["invention_applications".to_owned()]).collect()
        }
        // Nobody of the demonstration is under enforcement.
        Register::Judicial => vec![],
    };
    let known = |key: String| {
        let value = typed.get(&key)?;
        let value = if key.ends_with(".revenue") { declared(uscc, &value) } else { value };
        Some((key, value))
    };
    Statement {
        as_of: today.checked_sub_days(Days::new(10 + luck(uscc) % 50)).unwrap_or(today),
        values: keys.into_iter().filter_map(known).collect(),
    }
}

impl DataSource for Simulator {
    fn name(&self) -> &str {
        "模拟数据（演示）"
    }

    fn fetch<'a>(&'a self, register: Register, uscc: &'a str) -> Fetched<'a> {
        Box::pin(async move {
            let answer = self.answer(register, uscc).await.map_err(|_: Error| SourceFailure::Unreachable)?;
            answer.ok_or(SourceFailure::Unknown)
        })
    }
}
