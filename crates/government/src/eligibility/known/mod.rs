//! What the platform knows of an enterprise: profile, finance years, titles, risks, score and loans, as a record of the catalogue. Every
//! value has its origin and its day. What is not known stays out, 0 is a value.

mod finance;
mod profile;
#[cfg(test)]
mod tests;

use super::service::catalogue;
use chrono::Datelike;
use finance::Finance;
use jinqiao_db::Reading;
use jinqiao_financing::{
    orders,
    servicing::{Borrowed, borrowed_by},
};
use jinqiao_kernel::{DateTime, Error, Money, NaiveDate, OrgId, Rate, Result, local_date};
use jinqiao_platform::enterprises::{self, Enterprise, FinanceYear, Score};
use jinqiao_policy::catalogue::{Catalogue, Known, Origin, Record, Value};

/// Everything that the record is made of.
struct Facts {
    profile: Enterprise,
    years: Vec<FinanceYear>,
    score: Option<Score>,
    /// It had a loan by an order of the platform.
    had_loan: bool,
    borrowed: Borrowed,
}

/// A value before it has its place in the record.
type Said = (&'static str, Value, Origin, Option<NaiveDate>);

/// What is known of `enterprise` at `now`.
///
/// # Errors
/// When the database fails.
pub async fn record_of(conn: &impl Reading, enterprise: OrgId, now: DateTime) -> Result<Record> {
    let found = records_of(conn, &[enterprise], now).await?.pop();
    found.ok_or_else(|| Error::internal("a firm without a record"))
}

/// What is known of each of `firms` at `now`, in their order. At most six statements for all of them, fewer where parameters are known
/// already; nobody asks for more than a few hundred at once.
///
/// # Errors
/// When the database fails.
pub async fn records_of(conn: &impl Reading, firms: &[OrgId], now: DateTime) -> Result<Vec<Record>> {
    let wanted = || firms.iter().copied();
    let profiles = enterprises::of_orgs(conn, firms).await?;
    let mut years = enterprises::years_of_all(conn, wanted()).await?;
    let told = profiles.into_iter().map(|profile| {
        let years = years.remove(&profile.org_id).unwrap_or_default();
        (profile, years)
    });
    let told: Vec<_> = told.collect();
    let scores = enterprises::scores_of_profiles(conn, &told, now).await?;
    let had_loan = orders::had_loans(conn, wanted()).await?;
    let borrowed = borrowed_by(conn, wanted()).await?;
    let (catalogue, today) = (catalogue()?, local_date(now));
    let record = |((profile, years), score): ((Enterprise, Vec<FinanceYear>), Option<Score>)| {
        let firm = profile.org_id;
        let borrowed = borrowed.get(&firm).copied().unwrap_or_default();
        Facts { profile, years, score, had_loan: had_loan.contains(&firm), borrowed }.record(catalogue, today)
    };
    Ok(told.into_iter().zip(scores).map(record).collect())
}

impl Facts {
    /// The record; `today` dates what the platform counts itself.
    fn record(&self, catalogue: &Catalogue, today: NaiveDate) -> Record {
        let mut record = Record::new(catalogue);
        let said = profile::said(&self.profile)
            .into_iter()
            .chain(Finance::of(&self.profile, &self.years, today.year()).said())
            .chain(self.counted(today));
        for (code, value, origin, date) in said {
            if let Some(key) = catalogue.find(code) {
                // What does not suit, an empty list of titles for example, is not known.
                record.set(catalogue, key, Known { value, origin, date });
            }
        }
        record
    }

    /// What the platform counts: the score, the first loan, and sums over loans.
    fn counted(&self, today: NaiveDate) -> Vec<Said> {
        let own = |code, value| (code, value, Origin::Platform, Some(today));
        let mut said = vec![
            own("disbursed", Value::Money(self.borrowed.lent)),
            own("interest_paid", Value::Money(self.borrowed.interest)),
        ];
        said.extend(self.score.as_ref().map(|score| own("score", Value::Count(score.points.into()))));
        if self.had_loan {
            said.push(own("first_loan", Value::YesNo(false)));
        } else {
            said.extend(profile::first_loan(&self.profile));
        }
        said
    }
}

/// `part` of `whole` in thousandths of a percent, to the nearest, halves up; none of nothing. What is larger than a rate holds is the
/// largest rate, so that it compares as it should.
fn share(part: Money, whole: Money) -> Option<Rate> {
    let (part, whole) = (i128::from(part.0), i128::from(whole.0));
    let rate = (whole > 0).then(|| (part * 200_000 + whole).div_euclid(whole * 2))?;
    Some(Rate(i32::try_from(rate).unwrap_or(i32::MAX)))
}
