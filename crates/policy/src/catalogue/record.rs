//! What is known of one enterprise.

use super::{Catalogue, Key, Origin, Value};
use crate::defect::{Defect, DefectCode, pointer_part};
use jinqiao_kernel::NaiveDate;
use serde_json::{Map, Value as Json};

/// A value, who says so, and of which day it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The value.
    pub value: Value,
    /// Who says so.
    pub origin: Origin,
    /// Of which day it is, where that is known.
    pub date: Option<NaiveDate>,
}

/// What is known of one enterprise, by the fields of a catalogue. What was never set is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    known: Vec<Option<Known>>,
}

impl Record {
    /// Nothing is known.
    pub fn new(catalogue: &Catalogue) -> Self {
        Self { known: vec![None; catalogue.len()] }
    }

    /// Notes what is known of a field. A value of another type, beyond its bounds or blank is not taken, and the field stays
    /// unknown; the answer says whether it was taken.
    pub fn set(&mut self, catalogue: &Catalogue, key: Key, known: Known) -> bool {
        let suits = catalogue.field(key).is_some_and(|field| known.value.suits(field));
        match self.known.get_mut(usize::from(key.0)) {
            Some(place) if suits => {
                *place = Some(known);
                true
            }
            _ => false,
        }
    }

    /// What is known of a field.
    #[inline]
    pub fn get(&self, key: Key) -> Option<&Known> {
        self.known.get(usize::from(key.0))?.as_ref()
    }

    /// Figures as somebody typed them, by code; blanks are not known.
    ///
    /// # Errors
    /// Every figure that can't be read, or that the catalogue doesn't have.
    pub fn read(
        catalogue: &Catalogue,
        figures: &Map<String, Json>,
        origin: Origin,
        date: Option<NaiveDate>,
    ) -> Result<Self, Vec<Defect>> {
        let (mut record, mut defects) = (Self::new(catalogue), vec![]);
        for (code, json) in figures.iter().take(super::MOST_FIELDS) {
            let path = format!("/{}", pointer_part(code));
            let Some((key, field)) = catalogue.find(code).and_then(|key| Some((key, catalogue.field(key)?))) else {
                defects.push(Defect { path, code: DefectCode::Unknown, text: "没有这项指标".into() });
                continue;
            };
            match field.read(json) {
                Ok(Some(value)) => {
                    record.set(catalogue, key, Known { value, origin, date });
                }
                Ok(None) => {}
                Err((code, text)) => defects.push(Defect { path, code, text: format!("“{}”{text}", field.name) }),
            }
        }
        if defects.is_empty() { Ok(record) } else { Err(defects) }
    }
}
