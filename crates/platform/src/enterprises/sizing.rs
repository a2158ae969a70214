//! The size of a profile by the rule of its industry.

use super::{
    FinanceYear, Size,
    entity::Model,
    sme::{Industry, SizeRule, size_of, size_rule_of},
};

fn industry_of(row: &Model) -> Option<Industry<'_>> {
    Some((row.industry_section?, row.industry_division.as_deref()?, row.extras.0.industry_class.as_deref()))
}

/// The rule that sizes the profile's industry.
pub fn rule(row: &Model) -> Option<SizeRule> {
    size_rule_of(industry_of(row)?)
}

/// The size by that rule; none while a figure that it needs is missing.
pub fn computed_size(row: &Model, years: &[FinanceYear]) -> Option<Size> {
    let newest = years.iter().max_by_key(|year| year.year);
    size_of(industry_of(row)?, row.staff, row.revenue, newest.and_then(|year| year.assets))
}
