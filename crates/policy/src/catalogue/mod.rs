//! What can be known of an enterprise (指标目录): each field with its type, unit, and where it comes from. The chapter that knows the
//! sources registers the fields as data; conditions, amounts and prefilled forms name them by their codes.

mod field;
mod record;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub use field::{Choice, Field, Kind, Origin, Source};
pub use record::{Known, Record};
pub use value::Value;

pub(crate) use field::{NAMES, check_options};
pub(crate) use words::{YES, money, percent, shown, words_of};

use crate::fault::{Fault, FaultCode, Faults};
use std::{collections::HashMap, sync::Arc};

/// Fields of a catalogue.
pub const MOST_FIELDS: usize = 1_000;

/// The place of a field in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub(crate) u16);

/// Fields that were checked, found by their codes.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    fields: Vec<Arc<Field>>,
    by_code: HashMap<String, Key>,
}

impl Catalogue {
    /// A catalogue of `fields`, in their order.
    ///
    /// # Errors
    /// Every fault with its place: too many fields, codes and names that are missing, taken or not allowed, choices without options.
    pub fn new(fields: Vec<Field>) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        if fields.len() > MOST_FIELDS {
            faults.add("", FaultCode::TooMany, format!("指标不超过 {MOST_FIELDS} 个"));
            return Err(faults.none_or(None::<()>).err().unwrap_or_default());
        }
        let mut by_code = HashMap::new();
        for (place, field) in fields.iter().enumerate() {
            field.check(&format!("/{place}"), &mut faults);
            let key = Key(u16::try_from(place).unwrap_or(u16::MAX));
            if by_code.insert(field.code.clone(), key).is_some() {
                faults.add(format!("/{place}/code"), FaultCode::Taken, format!("编码“{}”已被使用", field.code));
            }
        }
        faults.none_or(Some(Self { fields: fields.into_iter().map(Arc::new).collect(), by_code }))
    }

    /// The field of this code.
    pub fn find(&self, code: &str) -> Option<Key> {
        self.by_code.get(code).copied()
    }

    /// The field at `key`; keys of another catalogue have none.
    pub fn field(&self, key: Key) -> Option<&Arc<Field>> {
        self.fields.get(usize::from(key.0))
    }

    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = (Key, &Field)> {
        (0..).map(Key).zip(self.fields.iter().map(Arc::as_ref))
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}
