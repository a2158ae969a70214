//! What is agreed to beside the profile: the first version of the text.

use crate::agreements::Agreement;

/// The legal person's separate consent to the keeping of the identity number (法定代表人个人信息单独同意书).
pub const LEGAL_PERSON_DATA: Agreement = Agreement {
    name: "legal_person_data",
    title: "法定代表人个人信息单独同意书",
    body: include_str!("agreements/legal_person_data.txt"),
};
