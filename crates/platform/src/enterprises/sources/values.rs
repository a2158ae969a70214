//! The facts of a profile by name: `reg_capital`, `ip.inventions`, `titles.high_tech`, `risks.enforcement`, `finance.2025.revenue`.
//! Pure.

use crate::enterprises::{Enterprise, FinanceYear, Risk, RiskKind, Title};
use sea_orm::Iterable;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// A profile with its years.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The profile.
    pub row: Enterprise,
    /// Figures of years, newest first.
    pub years: Vec<FinanceYear>,
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// The member `name` of a document; none where there is no such member, or it is null.
fn member(of: &impl Serialize, name: &str) -> Option<Value> {
    serde_json::to_value(of).ok()?.get(name).filter(|value| !value.is_null()).cloned()
}

/// `of` with another member `name`; none where there is no such member or the value is none of its kind.
fn patched<T: Serialize + DeserializeOwned>(of: &T, name: &str, value: &Value) -> Option<T> {
    let mut document = serde_json::to_value(of).ok()?;
    *document.get_mut(name)? = value.clone();
    read(&document)
}

fn year_of(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| (2_000..2_100).contains(year))
}

/// Facts that are no part of something larger.
const NAMED: [&str; 10] = [
    "legal_person",
    "org_type",
    "founded_on",
    "reg_capital",
    "paid_capital",
    "reg_authority",
    "staff",
    "rd_staff",
    "insured_count",
    "tax_grade",
];

/// Members of a year that are figures.
const FIGURES: [&str; 6] = ["revenue", "profit", "assets", "liabilities", "tax_paid", "rd_expense"];

impl Facts {
    /// Names of all facts that can be checked, known or not.
    pub fn keys(&self) -> Vec<String> {
        let members = |of: Option<Value>| match of {
            Some(Value::Object(members)) => members.into_iter().map(|(name, _)| name).collect(),
            _ => vec![],
        };
        let extras = &self.row.extras.0;
        let named = NAMED.iter().map(|name| (*name).to_owned());
        let ip = members(serde_json::to_value(&extras.ip).ok()).into_iter().map(|name| format!("ip.{name}"));
        let titles = Title::iter().filter_map(|title| Some(format!("titles.{}", json!(title).as_str()?)));
        let risks = RiskKind::iter().filter_map(|kind| Some(format!("risks.{}", json!(kind).as_str()?)));
        let of_year = |year: &FinanceYear| FIGURES.map(|name| format!("finance.{}.{name}", year.year));
        let years = self.years.iter().flat_map(of_year);
        let further = members(serde_json::to_value(&extras.innovation).ok());
        named.chain(titles).chain(years).chain(ip).chain(further).chain(risks).collect()
    }

    /// The fact of this name; none where it is not known, or there is no such fact.
    pub fn get(&self, key: &str) -> Option<Value> {
        let (row, extras) = (&self.row, &self.row.extras.0);
        let parts: Vec<_> = key.split('.').collect();
        let value = match parts.as_slice() {
            ["legal_person"] => json!(row.legal_person),
            ["org_type"] => json!(row.org_type),
            ["founded_on"] => json!(row.founded_on),
            ["reg_capital"] => json!(row.reg_capital),
            ["paid_capital"] => json!(row.paid_capital),
            ["reg_authority"] => json!(extras.reg_authority),
            ["staff"] => json!(row.staff),
            ["rd_staff"] => json!(row.rd_staff),
            ["insured_count"] => json!(extras.insured_count),
            ["tax_grade"] => json!(row.tax_grade),
            ["ip", name] => member(&extras.ip, name)?,
            ["titles", title] => {
                let title: Title = read(&json!(title))?;
                row.titles.0.contains(&title).then_some(json!(true))?
            }
            ["risks", kind] => {
                let kind: RiskKind = read(&json!(kind))?;
                json!(extras.risks.iter().find(|risk| risk.kind == kind)?)
            }
            ["finance", year, name] if FIGURES.contains(name) => {
                let year = year_of(year)?;
                match self.years.iter().find(|one| one.year == year) {
                    Some(year) => member(year, name)?,
                    // Without years the profile's revenue is that of the last one.
                    None if self.years.is_empty() && *name == "revenue" => json!(row.revenue),
                    None => return None,
                }
            }
            [name] => member(&extras.innovation, name)?,
            _ => return None,
        };
        Some(value).filter(|value| !value.is_null())
    }

    /// Makes `value` the fact of this name, null for not known. None where there is no such fact, or the value is none of its kind.
    pub fn set(&mut self, key: &str, value: &Value) -> Option<()> {
        let row = &mut self.row;
        let parts: Vec<_> = key.split('.').collect();
        match parts.as_slice() {
            ["legal_person"] => row.legal_person = read(value)?,
            ["org_type"] => row.org_type = read(value)?,
            ["founded_on"] => row.founded_on = read(value)?,
            ["reg_capital"] => row.reg_capital = read(value)?,
            ["paid_capital"] => row.paid_capital = read(value)?,
            ["reg_authority"] => row.extras.0.reg_authority = read(value)?,
            ["staff"] => row.staff = read(value)?,
            ["rd_staff"] => row.rd_staff = read(value)?,
            ["insured_count"] => row.extras.0.insured_count = read(value)?,
            ["tax_grade"] => row.tax_grade = read(value)?,
            ["ip", name] => row.extras.0.ip = patched(&row.extras.0.ip, name, value)?,
            ["titles", title] => {
                let title: Title = read(&json!(title))?;
                let holds: Option<bool> = read(value)?;
                row.titles.0.retain(|known| *known != title);
                if holds == Some(true) {
                    row.titles.0.push(title);
                }
            }
            ["risks", kind] => {
                let kind: RiskKind = read(&json!(kind))?;
                let risk: Option<Risk> = read(value)?;
                if risk.as_ref().is_some_and(|risk| risk.kind != kind) {
                    return None;
                }
                // The register's answer stands for the first of its kind; what the firm says beyond stays.
                let place = row.extras.0.risks.iter().position(|known| known.kind == kind);
                match (place, risk) {
                    (Some(place), Some(risk)) => row.extras.0.risks[place] = risk,
                    (Some(place), None) => drop(row.extras.0.risks.remove(place)),
                    (None, Some(risk)) => row.extras.0.risks.push(risk),
                    (None, None) => {}
                }
            }
            ["finance", year, name] if FIGURES.contains(name) => self.set_figure(year_of(year)?, name, value)?,
            [name] => row.extras.0.innovation = patched(&row.extras.0.innovation, name, value)?,
            _ => return None,
        }
        Some(())
    }

    fn set_figure(&mut self, year: i32, name: &str, value: &Value) -> Option<()> {
        let known = self.years.iter().position(|one| one.year == year);
        let before = known.map_or_else(|| FinanceYear::empty(year), |place| self.years[place].clone());
        let after = patched(&before, name, value)?;
        match known {
            Some(place) if after.says_nothing() => drop(self.years.remove(place)),
            Some(place) => self.years[place] = after,
            None if after.says_nothing() => {}
            None => self.years.push(after),
        }
        self.years.sort_by_key(|one| std::cmp::Reverse(one.year));
        Some(())
    }

    /// The revenue of the newest year is that of the profile.
    pub fn take_newest_revenue(&mut self) {
        let newest = self.years.iter().max_by_key(|one| one.year).and_then(|one| one.revenue);
        self.row.revenue = newest.or(self.row.revenue);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn nothing() -> Facts {
        Facts { row: Enterprise::empty(Uuid::nil().into()), years: vec![] }
    }

    #[test]
    fn each_fact_is_set_read_and_cleared_by_its_name() {
        for (key, value) in [
            ("legal_person", json!("赵六")),
            ("org_type", json!("limited")),
            ("founded_on", json!("2016-05-18")),
            ("reg_capital", json!(1_000_000)),
            ("paid_capital", json!(500_000)),
            ("reg_authority", json!("高新区市场监督管理局")),
            ("staff", json!(86)),
            ("rd_staff", json!(30)),
            ("insured_count", json!(80)),
            ("tax_grade", json!("a")),
            ("ip.inventions", json!(3)),
            ("invention_applications", json!(4)),
            ("tech_contracts", json!(5_000)),
            ("titles.high_tech", json!(true)),
            ("finance.2025.revenue", json!(800_000_000)),
            ("finance.2025.profit", json!(-5)),
            (
                "risks.enforcement",
                json!({"kind": "enforcement", "since": "2026-01-05", "repaired_on": null, "note": null}),
            ),
        ] {
            let mut facts = nothing();
            assert_eq!(facts.get(key), None, "{key}");
            assert_eq!(facts.set(key, &value), Some(()), "{key}");
            assert_eq!(facts.get(key), Some(value), "{key}");
            assert_eq!(facts.set(key, &Value::Null), Some(()), "{key}");
            assert_eq!(facts, nothing(), "{key} is cleared");
        }
    }

    #[test]
    fn what_is_no_fact_or_no_value_of_its_kind_changes_nothing() {
        for (key, value) in [
            ("name", json!("某公司")),
            ("ip.patents", json!(3)),
            ("titles.best", json!(true)),
            ("finance.2025.source", json!("tax")),
            ("finance.1999.revenue", json!(1)),
            ("finance.2025", json!(1)),
            ("staff", json!("many")),
            ("tax_grade", json!("z")),
            ("risks.enforcement", json!({"kind": "penalty", "since": null, "repaired_on": null, "note": null})),
        ] {
            let mut facts = nothing();
            assert_eq!(facts.set(key, &value), None, "{key}");
            assert_eq!(facts, nothing(), "{key}");
        }
    }
}
