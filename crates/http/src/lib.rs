//! Web plumbing: from a request to an actor and checked input, from an error to problem+json, from routes to the
//! OpenAPI document, and the embedded pages.

mod address;
mod app;
mod bounded;
mod compressed;
mod connections;
mod context;
mod cookies;
mod couriers;
mod document;
mod etag;
mod extract;
mod files;
mod gate;
mod guard;
mod headers;
mod if_match;
mod limits;
mod names;
mod notices;
mod paced;
mod pages;
mod problem;
mod serve;
mod shares;
mod state;
mod throttle;
mod timeline;

pub use app::app;
pub use bounded::{Bounded, Place};
pub use connections::Connections;
pub use context::{
    Agency, AnyUser, Audience, Enterprise, Government, Institution, Operator, Supervisor, User, Visitor,
};
pub use context::{AgencyUser, EnterpriseUser, GovernmentUser, InstitutionUser, OperatorUser, SupervisorUser};
pub use cookies::{cleared_session_cookie, device_cookie, device_token, session_cookie};
pub use couriers::{Couriers, Mail, Sending, Sms};
pub use document::openapi;
pub use etag::lasting;
pub use extract::{Json, Path, Query};
pub use files::{FileStore, LocalFiles, used_percent};
pub use guard::{PUBLIC, agreements_owed, guarded, public};
pub use if_match::IfMatch;
pub use names::name_values;
pub use problem::{CODES, Problem};
pub use serve::serve;
pub use shares::{Share, Shares};
pub use state::{AppState, Authenticate, Settings};
pub use timeline::{Side, TimelineFact, TimelineItem, timeline};

/// Result of a handler.
pub type Answer<T> = std::result::Result<T, Problem>;
/// Routes with their OpenAPI entries.
pub type Routes = utoipa_axum::router::OpenApiRouter<AppState>;
