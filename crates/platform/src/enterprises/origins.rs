//! Where each value of the profile comes from, and since when: noted for what a save changes.

use super::{
    entity::Model,
    model::{Origin, Origins},
};
use jinqiao_kernel::NaiveDate;
use serde_json::{Map, Value, json};

fn facts(row: &Model) -> Map<String, Value> {
    let mut facts = match serde_json::to_value(&row.extras.0) {
        Ok(Value::Object(extras)) => extras,
        _ => Map::new(),
    };
    // Each figure has an origin of its own.
    if let Some(Value::Object(figures)) = facts.remove("innovation") {
        facts.extend(figures);
    }
    if let Some(Value::Object(counts)) = facts.remove("ip") {
        facts.extend(counts.into_iter().map(|(name, count)| (format!("ip.{name}"), count)));
    }
    let own = json!({
        "org_type": row.org_type, "legal_person": row.legal_person, "reg_capital": row.reg_capital,
        "paid_capital": row.paid_capital, "founded_on": row.founded_on, "district": row.district, "park": row.park,
        "address": row.address, "industry_section": row.industry_section, "industry_division": row.industry_division,
        "main_business": row.main_business, "staff": row.staff, "rd_staff": row.rd_staff, "revenue": row.revenue,
        "tax_grade": row.tax_grade, "titles": row.titles.0,
    });
    if let Value::Object(own) = own {
        facts.extend(own);
    }
    facts
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(empty),
        _ => false,
    }
}

/// The origins after a save on day `on` that made `after` of `before`.
pub fn updated(before: &Model, after: &Model, on: NaiveDate) -> Origins {
    let mut origins = before.origins.0.clone();
    let old = facts(before);
    for (field, value) in facts(after) {
        if empty(&value) {
            origins.remove(&field);
        } else if old.get(&field) != Some(&value) || !origins.contains_key(&field) {
            origins.insert(field, Origin::own(on));
        }
    }
    origins
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn only_what_changed_is_dated_anew() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let none = Model::empty(Uuid::nil().into());
        let mut first = none.clone();
        first.staff = Some(10);
        first.district = Some("高新区".into());
        first.origins.0 = updated(&none, &first, day("2026-01-01"));
        let mut second = first.clone();
        second.staff = Some(12);
        second.district = None;
        second.extras.0.insured_count = Some(9);
        let origins = updated(&first, &second, day("2026-02-01"));
        let days: Vec<_> = origins.iter().map(|(field, origin)| (field.as_str(), origin.on)).collect();
        assert_eq!(days, [("insured_count", day("2026-02-01")), ("staff", day("2026-02-01"))]);
        assert_eq!(first.origins.0["district"].on, day("2026-01-01"));
        assert_eq!(updated(&second, &first, day("2026-03-01"))["district"].on, day("2026-03-01"));
    }
}
