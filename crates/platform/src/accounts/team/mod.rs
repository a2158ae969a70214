//! 子账号, 分支机构: what the primary account arranges inside its organisation (plan: 主账号可自行创建并管理子账号).

mod http;
mod parameters;
mod subs;
mod units;
mod view;

pub use http::routes;
pub use parameters::PARAMETERS;
pub use subs::{AddedAccount, FirstAuthenticator, SubAccountIn, add_sub_account};
pub use units::add_unit;
