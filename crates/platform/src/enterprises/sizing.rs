//! The size of a profile by the rule of its industry.

use super::{
    FinanceYear, Size,
    entity::Model,
    sme::{Industry, Sizes},
};

fn industry_of(row: &Model) -> Option<Industry<'_>> {
    Some((row.industry_section?, row.industry_division.as_deref()?, row.extras.0.industry_class.as_deref()))
}

/// The name of the rule of `sizes` for the profile's industry.
pub fn rule<'a>(row: &Model, sizes: &'a Sizes) -> Option<&'a str> {
    sizes.rule_of(industry_of(row)?)
}

/// The size by that rule; none while a figure that it needs is missing.
pub fn computed_size(row: &Model, years: &[FinanceYear], sizes: &Sizes) -> Option<Size> {
    let newest = years.iter().max_by_key(|year| year.year);
    sizes.size_of(industry_of(row)?, row.staff, row.revenue, newest.and_then(|year| year.assets))
}
