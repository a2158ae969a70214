//! Which figures are worth asking for: those that open items use, the one that decides most first. Pure.

use super::ready::{Ready, ReadyItem};
use jinqiao_policy::catalogue::{Catalogue, Field};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use utoipa::ToSchema;

/// A figure that open items ask about.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PolicyAskedField {
    /// The figure.
    #[serde(flatten)]
    field: Field,
    /// So many open items depend on it, by their conditions or their amounts.
    decides: usize,
}

impl Ready {
    /// The fields of the catalogue that it uses, and the figures of its standard, which the catalogue does not have.
    pub fn fields(&self) -> Vec<&Field> {
        let of_condition = self.requirement.iter().flat_map(|requirement| requirement.fields());
        let mut found: Vec<&Field> = vec![];
        for field in of_condition.chain(self.amounts.iter().flat_map(|amounts| amounts.fields())) {
            if !found.iter().any(|known| known.code == field.code) {
                found.push(field);
            }
        }
        found
    }
}

/// The fields that `items` use, most useful first, then as the catalogue has them.
pub fn asked(catalogue: &Catalogue, items: &[ReadyItem]) -> Vec<PolicyAskedField> {
    let used: Vec<&str> = items.iter().flat_map(|item| item.ready.fields()).map(|field| field.code.as_str()).collect();
    let count = |field: &Field| used.iter().filter(|code| **code == field.code).count();
    let fields = catalogue.fields().map(|(_, field)| PolicyAskedField { decides: count(field), field: field.clone() });
    let mut found: Vec<_> = fields.filter(|asked| asked.decides > 0).collect();
    found.sort_by_key(|asked| Reverse(asked.decides));
    found
}
