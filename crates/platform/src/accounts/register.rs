//! Making accounts: by registration, and at the server's console.

use super::{
    admin::{fresh_codes, put_codes},
    agreements::{AGENCY, ENTERPRISE, INSTITUTION, PRIVACY},
    contact::{self, CodePurpose, ContactChannel, Given},
    entity::account,
    guard::{self, ExtraProof, Gate, ProofPurpose},
    model::{AccountIn, PersonMobile},
    passwords::PasswordHasher,
    searched,
    totp::{self, TotpSeed},
};
use crate::{
    agreements::{self, Agreement},
    organizations::{self, InstitutionType, NewOrganization, Particulars},
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx, unless_taken};
use jinqiao_http::Couriers;
use jinqiao_kernel::{
    Access, AccountId, Checks, ContactCodeId, DateTime, Error, FileId, OrgId, OrgKind, RequestMeta, Result, Role,
    Sealed, UnitId, Vault, typed,
};
use sea_orm::{EntityTrait, Set};
use serde::Deserialize;
use utoipa::ToSchema;

/// Who can register today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegistrationKind {
    /// An enterprise.
    Enterprise,
    /// A financial institution.
    Institution,
    /// An intermediary agency.
    Agency,
}

/// Registration of an organisation and its primary account.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrationIn {
    /// Enterprise, institution or agency.
    pub kind: RegistrationKind,
    /// Full name of the organisation.
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    /// Unified social credit code.
    #[schema(max_length = 40)]
    pub uscc: String,
    /// The code stands so on the licence: asked for a code of the pilots of 2015 and 2016.
    #[serde(default)]
    pub uscc_confirmed: bool,
    /// Type, for institutions only.
    pub institution_type: Option<InstitutionType>,
    /// Legal person (法定代表人).
    #[schema(min_length = 2, max_length = 50)]
    pub legal_person: String,
    /// Registered address (注册地址).
    #[schema(min_length = 5, max_length = 200)]
    pub address: String,
    /// The business licence, uploaded at `/registrations/files`.
    pub licence: Option<FileId>,
    /// Number of the licence to do its business (金融许可证), for institutions only.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub permit_no: Option<String>,
    /// That licence, uploaded at `/registrations/files`.
    #[serde(default)]
    pub permit: Option<FileId>,
    /// Person to talk to; also the account's name.
    #[schema(min_length = 2, max_length = 50)]
    pub contact_name: String,
    /// Mobile number of that person.
    #[serde(deserialize_with = "typed::read_mobile")]
    #[schema(max_length = 30)]
    pub mobile: String,
    /// What `/registrations/mobile-code` answered …
    #[serde(default)]
    pub mobile_ticket: Option<ContactCodeId>,
    /// … and the code that came to the phone; asked for where short messages arrive.
    #[serde(default, deserialize_with = "typed::read_code_if_any")]
    #[schema(max_length = 30)]
    pub mobile_code: Option<String>,
    /// E-mail.
    #[schema(max_length = 254)]
    pub email: Option<String>,
    /// Login name.
    #[schema(min_length = 4, max_length = 32)]
    pub login: String,
    /// Password.
    #[schema(min_length = 10, max_length = 128)]
    pub password: String,
    /// Version of the agreement that was read and accepted.
    pub agreement_version: i32,
    /// Version of the privacy notice that was read and accepted.
    pub privacy_version: i32,
    /// A solved challenge of `/proofs`, where one was asked for.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub proof: Option<String>,
}

/// An account that is to be made; its password is hashed already.
pub(super) struct NewAccount {
    pub role: Role,
    pub primary: bool,
    pub access: Access,
    pub name: String,
    pub login: String,
    pub password: String,
    /// For a one-time password: until when it opens the account.
    pub password_until: Option<DateTime>,
    pub mobile: Option<Sealed<PersonMobile>>,
    pub totp: Option<Sealed<TotpSeed>>,
}

impl NewAccount {
    /// The primary account of an organisation.
    fn primary(role: Role, name: &str, login: &str, password: String) -> Self {
        Self {
            role,
            primary: true,
            access: Access::Handle,
            name: name.trim().into(),
            login: login.to_lowercase(),
            password,
            password_until: None,
            mobile: None,
            totp: None,
        }
    }
}

/// A registration whose input was checked.
struct Checked {
    org: NewOrganization,
    role: Role,
    agreement: Agreement,
    input: RegistrationIn,
}

/// `examined`: it has to bring what the operator examines it by.
fn checked(db: &Db, vault: &Vault, input: RegistrationIn, examined: bool) -> Result<Checked> {
    let (kind, role, agreement) = match input.kind {
        RegistrationKind::Enterprise => (OrgKind::Enterprise, Role::Enterprise, ENTERPRISE),
        RegistrationKind::Institution => (OrgKind::Institution, Role::Institution, INSTITUTION),
        RegistrationKind::Agency => (OrgKind::Agency, Role::Agency, AGENCY),
    };
    let mut checks = Checks::new();
    checks.optional_text("proof", input.proof.as_deref(), 300);
    let own_words = vec![input.login.clone(), input.name.clone(), input.mobile.clone()];
    AccountIn { login: &input.login, password: &input.password, own_words }.check(&mut checks);
    let particulars = Particulars {
        name: input.name.clone(),
        uscc: input.uscc.clone(),
        uscc_confirmed: input.uscc_confirmed,
        institution_type: input.institution_type,
        legal_person: Some(input.legal_person.clone()),
        address: Some(input.address.clone()),
        licence: input.licence,
        permit_no: input.permit_no.clone(),
        permit: input.permit,
        contact_name: input.contact_name.clone(),
        mobile: Some(input.mobile.clone()),
        email: input.email.clone(),
    };
    if examined {
        organizations::check_papers(kind, &particulars, None, &mut checks);
    }
    let org = NewOrganization::checked(vault, db.world(), kind, particulars, &mut checks)?;
    Ok(Checked { org, role, agreement, input })
}

impl Checked {
    /// The code of the phone, if one was given.
    fn code<'a>(&'a self, request: &'a RequestMeta) -> Option<Given<'a>> {
        Some(Given {
            purpose: CodePurpose::Registration,
            target: Some((ContactChannel::Sms, &self.input.mobile)),
            ticket: self.input.mobile_ticket?,
            code: self.input.mobile_code.as_deref()?,
            once: request.once.as_ref(),
        })
    }
}

/// Where short messages arrive, nobody registers with a phone that they do not hold; elsewhere the number stays unproved,
/// whatever code is given.
async fn prove_mobile(
    db: &Db,
    vault: &Vault,
    couriers: &Couriers,
    request: &RequestMeta,
    checked: Checked,
) -> Result<Checked> {
    let delivers = couriers.sms.delivers();
    match checked.code(request) {
        Some(given) => drop(contact::check(db, vault, &given, "mobile_code").await?),
        None if delivers => return Err(Error::field("mobile_code", "请获取并填写短信验证码")),
        None => {}
    }
    let org = checked.org.clone().with_mobile_verified(delivers);
    Ok(Checked { org, ..checked })
}

/// Registers an organisation with its primary account and the acceptance of the agreement, all in one write. For pages: so many
/// an hour from one address and one network, and beyond that with a proof of work each.
///
/// # Errors
/// `validation` with every broken rule, and on `mobile_code`; `agreements.outdated`; those of [`guard::enter`].
pub(super) async fn register_openly(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    couriers: &Couriers,
    request: &RequestMeta,
    input: RegistrationIn,
) -> Result<OrgId> {
    let checked = checked(db, vault, input, true)?;
    let proof = checked.input.proof.as_deref();
    let once = request.once.as_ref();
    let further = ExtraProof { vault, purpose: ProofPurpose::Registration, subject: "", proof, once, code: None };
    let (_, hash) = guard::enter(db, hasher, &Gate::registration(&request.address, further)).await?;
    let checked = prove_mobile(db, vault, couriers, request, checked).await?;
    let password = hash.hash(db.world(), &checked.input.password).await?;
    store(db, request, &checked, password).await
}

/// As by the page, at the server's console: demo data.
///
/// # Errors
/// `validation` with every broken rule; `agreements.outdated`.
pub async fn register(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    request: &RequestMeta,
    input: RegistrationIn,
) -> Result<OrgId> {
    let checked = checked(db, vault, input, false)?;
    let password = hasher.hash(db.world(), &checked.input.password).await?;
    store(db, request, &checked, password).await
}

async fn store(db: &Db, request: &RequestMeta, checked: &Checked, password: String) -> Result<OrgId> {
    let Checked { org, role, agreement, input } = checked;
    let code = &checked.code(request);
    let account = &NewAccount::primary(*role, &input.contact_name, &input.login, password);
    db.write_once(Intent::visitor(request, "accounts.register"), |tx| async move {
        let (org, unit) = organizations::register(&tx, org).await?;
        let id = insert(&tx, account, org, unit).await?;
        agreements::accept(&tx, *agreement, input.agreement_version, (id, org), None).await?;
        agreements::accept(&tx, PRIVACY, input.privacy_version, (id, org), None).await?;
        if let Some(code) = code {
            contact::use_up(&tx, code, "mobile_code").await?;
        }
        tx.call(organizations::SUBMITTED, org).await?;
        Ok(org)
    })
    .await
}

pub(super) async fn insert(tx: &Tx, new: &NewAccount, org: OrgId, unit: UnitId) -> Result<AccountId> {
    let id: AccountId = tx.id();
    let row = account::ActiveModel {
        id: Set(id),
        no: Set(format!("A{:08}", tx.next_in("accounts").await?)),
        org_id: Set(org),
        unit_id: Set(unit),
        role: Set(new.role),
        primary_account: Set(new.primary),
        access: Set(new.access),
        name: Set(new.name.clone()),
        login: Set(new.login.clone()),
        password: Set(new.password.clone()),
        password_until: Set(new.password_until),
        mobile: Set(new.mobile.clone()),
        totp_seed: Set(new.totp.clone()),
        totp_last_step: Set(0),
        active: Set(true),
        disabled_at: Set(None),
        disabled_reason: Set(None),
        created_at: Set(tx.now()),
        last_login_at: Set(None),
    };
    let inserted = account::Entity::insert(row).exec_without_returning(tx.conn()).await;
    unless_taken(inserted, "login", || Error::field("login", "该登录名已被使用，请换一个"))?;
    searched::index(tx, id, &new.login, &new.name).await?;
    Ok(id)
}

/// An account made at the server's console, for roles that nobody can register for.
pub struct NewStaff {
    /// Role: operator, supervisor, government or agency.
    pub role: Role,
    /// Name of the organisation; it is made along with the account.
    pub organization: String,
    /// Person.
    pub name: String,
    /// Mobile number.
    pub mobile: String,
    /// Unified social credit code of the organisation, if known.
    pub uscc: String,
    /// Login name.
    pub login: String,
    /// Password.
    pub password: String,
    /// The password opens nothing but the choice of another, and that for three days.
    pub one_time: bool,
}

/// A one-time password from the console opens the account for this long.
const FROM_CONSOLE: TimeDelta = TimeDelta::hours(72);

/// What is shown once, at the console.
pub struct StaffCredentials {
    /// Account.
    pub id: AccountId,
    /// Organisation.
    pub org: OrgId,
    /// `otpauth://` address for an authenticator app, where the role needs one.
    pub totp_url: Option<String>,
    /// Codes that work once each in place of the app.
    pub recovery_codes: Vec<String>,
}

/// Adds an organisation with an account of a staff role.
///
/// # Errors
/// `validation`.
pub async fn add_staff(db: &Db, vault: &Vault, hasher: &PasswordHasher, new: NewStaff) -> Result<StaffCredentials> {
    let kind = match new.role {
        Role::Operator => OrgKind::Operator,
        Role::Government | Role::Supervisor => OrgKind::Department,
        Role::Agency => OrgKind::Agency,
        Role::Enterprise | Role::Institution => return Err(Error::field("role", "企业和金融机构请在页面注册")),
    };
    let mut checks = Checks::new();
    AccountIn { login: &new.login, password: &new.password, own_words: vec![new.login.clone()] }.check(&mut checks);
    let password_until = new.one_time.then(|| db.world().real_now() + FROM_CONSOLE);
    let particulars = Particulars {
        name: new.organization,
        uscc: new.uscc,
        // Whoever is at the server's console has the licence before them.
        uscc_confirmed: true,
        institution_type: None,
        legal_person: None,
        address: None,
        licence: None,
        permit_no: None,
        permit: None,
        contact_name: new.name.clone(),
        mobile: Some(typed::mobile(&new.mobile)),
        email: None,
    };
    let org = NewOrganization::checked(vault, db.world(), kind, particulars, &mut checks)?;
    let totp = if new.role.needs_totp() { Some(totp::enrol(vault, db.world(), &new.login)?) } else { None };
    let recovery_codes = if totp.is_some() { fresh_codes(db.world()) } else { vec![] };
    let password = hasher.hash(db.world(), &new.password).await?;
    let account = NewAccount {
        totp: totp.as_ref().map(|(seed, _)| seed.clone()),
        password_until,
        ..NewAccount::primary(new.role, &new.name, &new.login, password)
    };
    let (org, account, codes) = (&org, &account, &recovery_codes);
    let (id, org) = db
        .write(Intent::system("accounts.add_staff").detail(account.login.clone()), |tx| async move {
            let (org, unit) = organizations::add_approved(&tx, org).await?;
            let id = insert(&tx, account, org, unit).await?;
            put_codes(&tx, vault, id, codes).await?;
            Ok((id, org))
        })
        .await?;
    Ok(StaffCredentials { id, org, totp_url: totp.map(|(_, url)| url), recovery_codes })
}
