//! Session, registration, and what an account may do for itself.

use super::{
    LoginIn, PasswordHasher, RegistrationIn, accepting, admin, contact, demo, entity::session, grants::ACCOUNT_OWN,
    guard, login, register, sessions, signing, store, team,
};
use crate::{agreements::AgreementName, concept::Chapters, organizations};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::AppendHeaders,
};
use jinqiao_http::{
    Answer, AnyUser, AppState, Json, Path, Routes, Visitor, cleared_session_cookie, device_cookie, device_token,
    guarded, public, session_cookie,
};
use jinqiao_kernel::{
    Access, AccountId, Actor, DateTime, Error, Kind, OrgId, OrgKind, Owed, RequestMeta, Result, Role, SessionId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Who is logged in here, if anybody.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SessionView {
    me: Option<Me>,
    /// A demo server: its accounts are listed at `/demo/accounts`.
    demo: bool,
    /// Short messages arrive at phones, so that codes are asked for.
    sms: bool,
    /// Mail arrives at mailboxes.
    mail: bool,
}

/// The logged-in account.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Me {
    account_id: AccountId,
    account_no: String,
    name: String,
    login: String,
    role: Role,
    /// Primary account of its organisation (主账号).
    primary: bool,
    /// How far it may go.
    access: Access,
    /// It came with a one-time password: nothing else is open until another is chosen.
    password_due: bool,
    /// What it has to read and accept before it goes on.
    agreements_due: Vec<AgreementName>,
    permissions: Vec<String>,
    organization: MyOrganization,
    last_login_at: Option<DateTime>,
}

/// The organisation of the logged-in account.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MyOrganization {
    id: OrgId,
    name: String,
    kind: OrgKind,
    state: organizations::OrgState,
    certified: bool,
}

/// A login that is open somewhere.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AccountSession {
    id: SessionId,
    created_at: DateTime,
    seen_at: DateTime,
    address: String,
    agent: String,
    /// The one that asks.
    current: bool,
}

/// A change of password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordIn {
    #[schema(min_length = 1, max_length = 256)]
    current: String,
    #[schema(min_length = 10, max_length = 128)]
    new: String,
}

/// The own password, typed again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordAgainIn {
    #[schema(min_length = 1, max_length = 256)]
    password: String,
}

/// An agreement that was read and accepted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AcceptedIn {
    kind: AgreementName,
    /// The version that was read.
    version: i32,
}

/// The new registration.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Registered {
    id: OrgId,
}

type Cookies<const N: usize> = AppendHeaders<[(HeaderName, String); N]>;

fn cookies<const N: usize>(all: [String; N]) -> Cookies<N> {
    AppendHeaders(all.map(|cookie| (header::SET_COOKIE, cookie)))
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(read)))
        .routes(public(routes!(log_in)))
        .routes(guarded(ACCOUNT_OWN, routes!(log_out)))
        .routes(public(routes!(demo_accounts)))
        .routes(public(routes!(registration)))
        .routes(guarded(ACCOUNT_OWN, routes!(password)))
        .routes(guarded(ACCOUNT_OWN, routes!(agree)))
        .routes(guarded(ACCOUNT_OWN, routes!(sign)))
        .routes(guarded(ACCOUNT_OWN, routes!(own_sessions)))
        .routes(guarded(ACCOUNT_OWN, routes!(end_session)))
        .merge(guard::routes())
        .merge(team::routes())
        .merge(admin::routes())
        .merge(contact::routes())
}

async fn view(
    app: &AppState,
    chapters: Chapters,
    request: &RequestMeta,
    account: Option<AccountId>,
) -> Result<SessionView, Error> {
    let demo = demo::open(&app.settings, request) && demo::is_demo(&app.db).await?;
    let (sms, mail) = (app.couriers.sms.delivers(), app.couriers.mail.delivers());
    let Some(id) = account else { return Ok(SessionView { me: None, demo, sms, mail }) };
    let account = store::by_id(app.db.read(), id).await?;
    let org = organizations::by_id(app.db.read(), account.org_id).await?;
    let agreements_due = accepting::due(app.db.read(), &account).await?;
    let standing = store::standing(&account, &org, !agreements_due.is_empty());
    let granted = chapters.permissions().filter(|permission| standing.may(*permission));
    let me = Me {
        access: account.access,
        agreements_due,
        password_due: account.password_until.is_some(),
        account_id: id,
        account_no: account.no,
        name: account.name,
        login: account.login,
        role: account.role,
        primary: account.primary_account,
        permissions: granted.map(|permission| permission.name.to_owned()).collect(),
        organization: MyOrganization {
            id: org.id,
            name: org.name,
            kind: org.kind,
            state: org.state,
            certified: org.certified,
        },
        last_login_at: account.last_login_at,
    };
    Ok(SessionView { me: Some(me), demo, sms, mail })
}

/// Who is logged in here, if anybody.
#[utoipa::path(get, path = "/session", tag = "accounts", responses((status = 200, body = SessionView)))]
async fn read(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    visitor: Visitor,
) -> Answer<Json<SessionView>> {
    let account = visitor.actor.map(|actor| actor.account);
    Ok(Json(view(&app, chapters, &visitor.request, account).await?))
}

/// Logs in.
#[utoipa::path(post, path = "/session", tag = "accounts", request_body = LoginIn, responses((status = 200, body = SessionView)))]
async fn log_in(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    visitor: Visitor,
    headers: HeaderMap,
    Json(input): Json<LoginIn>,
) -> Answer<(Cookies<2>, Json<SessionView>)> {
    let device = device_token(&app.settings, &headers);
    let session = visitor.actor.as_ref().map(|actor| actor.session);
    let place = login::LoginPlace {
        request: &visitor.request,
        device: device.as_deref(),
        session,
        demo: demo::open(&app.settings, &visitor.request),
    };
    let tokens = login::login(&app.db, &app.vault, &PasswordHasher::new(&app.settings), &place, &input).await?;
    let session = sessions::of_token(&app.db, &tokens.session).await?;
    let account = session.map(|opened| opened.account.id);
    let view = view(&app, chapters, &visitor.request, account).await?;
    let set = [session_cookie(&app.settings, &tokens.session), device_cookie(&app.settings, &tokens.device)];
    Ok((cookies(set), Json(view)))
}

/// Whoever made the account knows its one-time password, and may not sign in its name.
fn check_own_password(user: &Actor) -> Result<()> {
    if user.owes == Some(Owed::Password) {
        return Err(Error::new(Kind::Forbidden, "accounts.password_due", "请先设置您自己的登录密码"));
    }
    Ok(())
}

/// Accepts what the own account has to.
#[utoipa::path(post, path = "/account/agreements", tag = "accounts", request_body = AcceptedIn, responses((status = 204)))]
async fn agree(State(app): State<AppState>, user: AnyUser, Json(input): Json<AcceptedIn>) -> Answer<StatusCode> {
    check_own_password(&user)?;
    accepting::accept(&app.db, &user, &input.kind, input.version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Types the password again, to sign something within the next five minutes.
#[utoipa::path(post, path = "/account/signature", tag = "accounts", request_body = PasswordAgainIn, responses((status = 204)))]
async fn sign(State(app): State<AppState>, user: AnyUser, Json(input): Json<PasswordAgainIn>) -> Answer<StatusCode> {
    check_own_password(&user)?;
    signing::confirm(&app.db, &PasswordHasher::new(&app.settings), &user, &input.password).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Logs out.
#[utoipa::path(delete, path = "/session", tag = "accounts", responses((status = 204)))]
async fn log_out(State(app): State<AppState>, user: AnyUser) -> Answer<(StatusCode, Cookies<1>)> {
    login::logout(&app.db, &user).await?;
    Ok((StatusCode::NO_CONTENT, cookies([cleared_session_cookie(&app.settings)])))
}

/// Accounts of a demo server.
#[utoipa::path(get, path = "/demo/accounts", tag = "accounts", responses((status = 200, body = Vec<demo::DemoAccount>)))]
async fn demo_accounts(State(app): State<AppState>, visitor: Visitor) -> Answer<Json<Vec<demo::DemoAccount>>> {
    if !demo::open(&app.settings, &visitor.request) {
        return Err(Error::not_found().into());
    }
    let accounts = demo::demo_accounts(&app.db, &app.vault).await?;
    if accounts.is_empty() { Err(Error::not_found().into()) } else { Ok(Json(accounts)) }
}

/// Registers an organisation with its primary account.
#[utoipa::path(post, path = "/registrations", tag = "accounts", request_body = RegistrationIn, responses((status = 201, body = Registered)))]
async fn registration(
    State(app): State<AppState>,
    visitor: Visitor,
    Json(input): Json<RegistrationIn>,
) -> Answer<(StatusCode, Json<Registered>)> {
    let hasher = PasswordHasher::new(&app.settings);
    let id = register::register_openly(&app.db, &app.vault, &hasher, &app.couriers, &visitor.request, input).await?;
    Ok((StatusCode::CREATED, Json(Registered { id })))
}

/// Changes the own password.
#[utoipa::path(post, path = "/account/password", tag = "accounts", request_body = PasswordIn, responses((status = 204)))]
async fn password(State(app): State<AppState>, user: AnyUser, Json(input): Json<PasswordIn>) -> Answer<StatusCode> {
    let hasher = PasswordHasher::new(&app.settings);
    login::change_password(&app.db, &hasher, &user, &input.current, &input.new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The own open sessions.
#[utoipa::path(get, path = "/account/sessions", tag = "accounts", responses((status = 200, body = Vec<AccountSession>)))]
async fn own_sessions(State(app): State<AppState>, user: AnyUser) -> Answer<Json<Vec<AccountSession>>> {
    let rows = sessions::of_account(app.db.read(), user.account, app.db.world().real_now()).await?;
    let shown = rows.into_iter().map(|row| {
        let session::Model { id, created_at, seen_at, address, agent, .. } = row;
        AccountSession { id, created_at, seen_at, address, agent, current: id == user.session }
    });
    Ok(Json(shown.collect()))
}

/// Ends one of the own sessions.
#[utoipa::path(delete, path = "/account/sessions/{id}", tag = "accounts", params(("id" = SessionId, Path)), responses((status = 204)))]
async fn end_session(State(app): State<AppState>, user: AnyUser, Path(id): Path<SessionId>) -> Answer<StatusCode> {
    sessions::end(&app.db, &user, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
