//! Pure vocabulary of the platform: what every other crate speaks. No web server, no async runtime; database and
//! OpenAPI derives only behind the features `sql` and `openapi`.

mod actor;
mod checks;
mod clock;
#[cfg(feature = "sql")]
mod database;
mod day;
mod error;
mod identity;
mod ids;
mod machine;
mod mask;
mod money;
pub mod normal;
mod page;
mod permission;
mod rate;
mod sealed;
pub mod sheet;
mod terms;
#[cfg(feature = "openapi")]
mod text;
pub mod typed;
mod uscc;

pub use actor::{Actor, OnceKey, OrgKind, RequestMeta, Role};
pub use checks::Checks;
pub use clock::{
    Clock, Entropy, ManualClock, SeededEntropy, Shift, SystemClock, SystemEntropy, World, day_begins, local_date,
    local_month,
};
#[cfg(feature = "sql")]
pub use database::DatabaseFailure;
pub use day::{Day, Moment, OUT_OF_RANGE};
pub use error::{CODES, Error, FieldError, Kind, Result};
pub use identity::{is_identity_number, is_place};
pub use ids::*;
pub use machine::{Action, Machine, Transition, transitions_by, transitions_of};
pub use mask::{mask_id_number, mask_mobile};
pub use money::Money;
pub use page::{COUNT_CAP, Page, PageQuery};
pub use permission::{Access, Entry, Owed, Permission, Standing};
pub use rate::{BasisPoints, Rate};
pub use sealed::{KeyedHash, Sealed, Secret, Vault};
pub use terms::{AskedTerms, asked_parts, asked_terms, kept_terms};
#[cfg(feature = "openapi")]
pub use text::Text;
pub use uscc::{Uscc, UsccError};

/// A moment, UTC; shown to people in Asia/Shanghai.
pub type DateTime = chrono::DateTime<chrono::Utc>;
/// A calendar day in Asia/Shanghai.
pub type NaiveDate = chrono::NaiveDate;
