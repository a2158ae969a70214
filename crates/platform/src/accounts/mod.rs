//! 账户管理: logins, sessions, second factor, and registration of an organisation together with its first account.

mod accepting;
mod access;
mod admin;
mod agreements;
mod authenticate;
mod bounds;
mod codes;
mod contact;
mod demo;
mod devices;
mod entity;
mod factor;
mod facts;
mod grants;
mod guard;
mod http;
mod login;
mod migrations;
mod model;
mod passwords;
mod register;
mod searched;
mod sessions;
mod signing;
mod store;
mod sweep;
mod team;
mod totp;
mod words;

use crate::concept::Concept;
pub use accepting::accept_all;
pub use admin::{
    AccountFact, AccountStep, ConsoleAuthenticator, console_authenticator, console_disable, console_password,
};
pub use authenticate::SessionAuthenticator;
pub use demo::{DemoAccount, demo_accounts, mark_demo};
pub use facts::FirstLogin;
use grants::PERMISSIONS;
pub use grants::{ACCOUNT_OWN, TEAM_MANAGE};
pub use guard::{ProofPurpose, admit_stranger_file, place_of};
use http::routes;
pub use login::{LoggedIn, LoginIn, LoginPlace, change_password, login};
use migrations::migrations;
pub use model::AccountIn;
pub use passwords::PasswordHasher;
pub use register::{NewStaff, RegistrationIn, RegistrationKind, StaffCredentials, add_staff, register};
pub use sessions::working;
pub use signing::signing_method;
pub use store::{
    Named, Person, actor_of, actor_of_org, contact_of, handlers_of, ids_matching, ids_of_org, ids_of_role, is_active,
    named, orgs_of_role, people_of, person, primary_of, works_in,
};
pub use sweep::sweep;
pub use team::{AddedAccount, FirstAuthenticator, SubAccountIn, add_sub_account, add_unit};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    letters: &[admin::LETTERS],
    parameters: &[team::PARAMETERS],
    agreements: agreements::AGREEMENTS,
    words: &[words::WORDS, admin::WORDS, contact::WORDS],
    codes: codes::CODES,
    bounds: bounds::BOUNDS,
    permissions: PERMISSIONS,
    start: Some(|db| Box::pin(searched::refresh(db))),
    ..Concept::new("accounts")
};
