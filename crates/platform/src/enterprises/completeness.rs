//! How much of the profile is given (domain 2.1).

use super::entity::Model;

/// Completeness in percent, and the fields that are missing. The fifteen facts that a first offer needs weigh 90 of 100,
/// so a demand can be submitted with them alone. Titles and lists count as given: having none is an answer.
pub fn completeness(row: &Model, finance_years: usize) -> (u32, Vec<&'static str>) {
    let text = |value: &Option<String>| value.as_deref().is_some_and(|text| !text.trim().is_empty());
    let given = [
        ("org_type", 6, row.org_type.is_some()),
        ("legal_person", 6, text(&row.legal_person)),
        ("legal_person_id", 6, row.legal_person_id.is_some()),
        ("reg_capital", 6, row.reg_capital.is_some()),
        ("paid_capital", 6, row.paid_capital.is_some()),
        ("founded_on", 6, row.founded_on.is_some()),
        ("district", 6, text(&row.district)),
        ("address", 6, text(&row.address)),
        ("industry_section", 6, row.industry_section.is_some()),
        ("industry_division", 6, text(&row.industry_division)),
        ("main_business", 6, text(&row.main_business)),
        ("staff", 6, row.staff.is_some()),
        ("rd_staff", 6, row.rd_staff.is_some()),
        ("revenue", 6, row.revenue.is_some()),
        ("tax_grade", 6, row.tax_grade.is_some()),
        ("finance", 4, finance_years > 0),
        ("industry_class", 2, text(&row.extras.0.industry_class)),
        ("insured_count", 2, row.extras.0.insured_count.is_some()),
        ("listing_intent", 2, row.extras.0.listing_intent.is_some()),
    ];
    let missing = given.iter().filter(|(.., given)| !given).map(|(name, ..)| *name).collect();
    (given.iter().filter(|(.., given)| *given).map(|(_, weight, _)| weight).sum(), missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_profile_has_nothing_and_the_weights_make_a_hundred() {
        let mut row = Model::empty(uuid::Uuid::nil().into());
        let (percent, missing) = completeness(&row, 0);
        assert_eq!((percent, missing.len()), (0, 19));
        assert_eq!(completeness(&row, 1).0, 4);
        row.extras.0.insured_count = Some(0);
        assert_eq!(completeness(&row, 0).0, 2);
    }
}
