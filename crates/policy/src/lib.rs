//! The rules of policies (政策兑现), pure: a typed catalogue of what can be known of an enterprise, conditions over it that answer
//! *holds / fails by how much / cannot be told*, the amount with its trace, and forms. The portal's matcher, the calculator, the
//! pre-check, the reviewer's screen and the list of 免申即享 are the same evaluation. The language with examples: `docs/policy.md`.

pub mod catalogue;
pub mod condition;
mod days;
mod decimal;
mod defect;
mod fault;
pub mod form;
pub mod standard;

pub use days::{DayEdge, Offset};
pub use decimal::{Decimal, MOST_WHOLE};
pub use defect::{Defect, DefectCode};
pub use fault::{Fault, FaultCode, MOST_BYTES, MOST_FAULTS, read};
