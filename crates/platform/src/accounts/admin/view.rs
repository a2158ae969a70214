//! What the operator sees of accounts: no more personal data than it takes to know whose they are.

use super::{
    access::{AccountAction, actions},
    entity::link,
    facts::AccountFact,
    links::Issued,
    model::{AccountState, IdentityProof, LinkKind, ResetKind},
    store,
};
use crate::{
    accounts::{entity::account::Model, sessions, store as accounts},
    organizations::{self, OrgState, Organization, units_of},
};
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{Settings, TimelineItem, timeline};
use jinqiao_kernel::{
    Access, AccountId, Actor, DateTime, Error, OrgId, OrgKind, Page, Result, Role, Vault, mask_mobile,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An account of any organisation.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ManagedAccount {
    id: AccountId,
    no: String,
    name: String,
    login: String,
    role: Role,
    /// Primary account of its organisation (主账号).
    primary: bool,
    access: Access,
    state: AccountState,
    org_id: OrgId,
    organization: String,
    org_kind: OrgKind,
    org_state: OrgState,
    created_at: DateTime,
    last_login_at: Option<DateTime>,
}

/// A browser that is logged in.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ManagedSession {
    created_at: DateTime,
    seen_at: DateTime,
    /// Browser, as it calls itself.
    agent: String,
}

/// A link that was made and not used yet.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OpenLink {
    kind: LinkKind,
    made_at: DateTime,
    expires_at: DateTime,
}

/// A reset that waits for a second person.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OpenReset {
    kind: ResetKind,
    /// How the person has shown who they are.
    proof: Option<IdentityProof>,
    asked_by: String,
    asked_at: DateTime,
    reason: String,
}

/// An account with all that an operator may see and do.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ManagedAccountDetail {
    account: ManagedAccount,
    /// Branch or department.
    unit: Option<String>,
    /// Of the person; of the organisation, for its primary account without one.
    mobile_masked: Option<String>,
    /// A code has come to that number; until then it is unproved (未核验).
    mobile_verified: bool,
    /// A one-time password was not changed yet.
    password_due: bool,
    /// It logs in with a second factor.
    authenticator: bool,
    disabled_at: Option<DateTime>,
    disabled_reason: Option<String>,
    sessions: Vec<ManagedSession>,
    links: Vec<OpenLink>,
    reset: Option<OpenReset>,
    actions: Vec<AccountAction>,
    timeline: Vec<TimelineItem>,
}

/// A link, shown once: to be handed over to the person.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct IssuedLink {
    url: String,
    expires_at: DateTime,
}

impl IssuedLink {
    /// Browsers do not send what stands behind `#`, so the token gets into no log.
    pub fn new(settings: &Settings, issued: &Issued) -> Self {
        let url = format!("{}/account-link#{}", settings.public_url.trim_end_matches('/'), issued.token);
        Self { url, expires_at: issued.expires_at }
    }
}

impl ManagedAccount {
    fn new(row: &Model, org: &Organization) -> Self {
        Self {
            id: row.id,
            no: row.no.clone(),
            name: row.name.clone(),
            login: row.login.clone(),
            role: row.role,
            primary: row.primary_account,
            access: row.access,
            state: AccountState::of(row.active),
            org_id: org.id,
            organization: org.name.clone(),
            org_kind: org.kind,
            org_state: org.state,
            created_at: row.created_at,
            last_login_at: row.last_login_at,
        }
    }
}

/// A page of accounts, with the names of their organisations.
pub async fn listed(db: &Db, page: Page<Model>) -> Result<Page<ManagedAccount>> {
    let orgs = organizations::names(db.read(), page.items.iter().map(|row| row.org_id)).await?;
    page.try_map(|row| {
        let org = orgs.get(&row.org_id).ok_or_else(Error::not_found)?;
        Ok(ManagedAccount::new(&row, org))
    })
}

impl ManagedAccountDetail {
    /// The account `id`, for `actor`.
    pub async fn new(db: &Db, vault: &Vault, actor: &Actor, id: AccountId) -> Result<Self> {
        let (conn, now) = (db.read(), db.world().real_now());
        let row = accounts::by_id(conn, id).await?;
        let org = organizations::by_id(conn, row.org_id).await?;
        let units = units_of(conn, org.id).await?;
        let unit = units.into_iter().find(|unit| unit.id == row.unit_id && unit.parent_id.is_some());
        let open = store::open_reset(conn, id).await?;
        let mut facts = facts_of(conn, id).await?;
        facts.retain(|fact| fact.kind.starts_with("account_admin."));
        let reset = match &open {
            Some(open) => Some(OpenReset {
                kind: open.kind,
                proof: open.proof,
                asked_by: accounts::by_id(conn, open.asked_by).await?.name,
                asked_at: open.asked_at,
                reason: open.reason.clone(),
            }),
            None => None,
        };
        let link = |link: link::Model| OpenLink { kind: link.kind, made_at: link.made_at, expires_at: link.expires_at };
        let sessions = sessions::of_account(conn, id, now).await?.into_iter();
        let of_org = row.mobile.is_none() && row.primary_account;
        let mobile_masked = match &row.mobile {
            Some(mobile) => Some(mask_mobile(&vault.open(mobile)?)),
            None if of_org => Some(org.mobile_masked(vault)?),
            None => None,
        };
        Ok(Self {
            account: ManagedAccount::new(&row, &org),
            unit: unit.map(|unit| unit.name),
            mobile_masked,
            mobile_verified: of_org && org.mobile_verified_at.is_some(),
            password_due: row.password_until.is_some(),
            authenticator: row.totp_seed.is_some(),
            disabled_at: row.disabled_at,
            disabled_reason: row.disabled_reason.clone(),
            sessions: sessions
                .map(|row| ManagedSession { created_at: row.created_at, seen_at: row.seen_at, agent: row.agent })
                .collect(),
            links: store::open_links(conn, id, now).await?.into_iter().map(link).collect(),
            reset,
            actions: actions(actor.account, &row, open.as_ref()),
            timeline: timeline::<AccountFact>(&facts, |_| None)?,
        })
    }
}
