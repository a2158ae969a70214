//! Logging in, and changing the password.

use super::{
    FirstLogin, access, admin, demo, devices,
    entity::{account, org_login},
    factor::{self, Refusal},
    guard::{self, ExtraProof, Gate, ProofPurpose},
    model::check_password,
    passwords::PasswordHasher,
    sessions, store,
};
use crate::organizations::{self, OrgState};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, Error, OrgKind, RequestMeta, Result, SessionId, Vault, local_date, typed};
use sea_orm::{
    ActiveModelTrait, EntityTrait, ExprTrait, IntoActiveModel, Set,
    sea_query::{Expr, OnConflict},
};
use serde::Deserialize;
use utoipa::ToSchema;

/// What a person enters to log in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LoginIn {
    /// Login name.
    #[schema(max_length = 64)]
    pub login: String,
    /// Password.
    #[schema(max_length = 256)]
    pub password: String,
    /// Six-digit code of the authenticator app, or a recovery code.
    #[serde(default, deserialize_with = "typed::read_code_if_any")]
    #[schema(max_length = 64)]
    pub totp: Option<String>,
    /// A solved challenge of `/proofs`, where one was asked for.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub proof: Option<String>,
}

/// Where somebody logs in.
pub struct LoginPlace<'a> {
    /// The request.
    pub request: &'a RequestMeta,
    /// Token of the device, if it has one from an earlier login.
    pub device: Option<&'a str>,
    /// The session that is open in this browser; it ends with the new login.
    pub session: Option<SessionId>,
    /// Accounts with public passwords may log in here.
    pub demo: bool,
}

/// What the browser keeps of a login.
pub struct LoggedIn {
    /// Token of the session.
    pub session: String,
    /// Token of the device.
    pub device: String,
}

/// Logs in. Refusals are the same, and take as long, for unknown accounts.
///
/// # Errors
/// `accounts.bad_credentials`, `accounts.totp_required`, `accounts.totp_invalid`, `accounts.password_expired`; those of
/// the guard (`accounts.wait`, `accounts.proof_required`, `accounts.busy`).
pub async fn login(
    db: &Db,
    vault: &Vault,
    hasher: &PasswordHasher,
    place: &LoginPlace<'_>,
    input: &LoginIn,
) -> Result<LoggedIn> {
    let login = input.login.trim().to_lowercase();
    let mut checks = Checks::new();
    checks.line("login", &login, 1..=64).text("password", &input.password, 1..=256);
    checks.optional_text("totp", input.totp.as_deref(), 64);
    checks.optional_text("proof", input.proof.as_deref(), 300).done()?;
    let code = input.totp.as_deref().map(str::trim).filter(|code| !code.is_empty());
    let account = store::by_login(db.read(), &login).await?.filter(|account| account.active);
    let account = if place.demo { account } else { demo::without_public_password(db, account).await? };
    let device = devices::of(db.read(), db.world(), place.device, account.as_ref().map(|account| account.id)).await?;
    let seed = account.as_ref().and_then(|account| account.totp_seed.as_ref());
    let further = ExtraProof {
        vault,
        purpose: ProofPurpose::Login,
        subject: &login,
        proof: input.proof.as_deref(),
        once: None,
        code: code.map(|code| (code, seed)),
    };
    let known_device = device.known.is_some();
    let gate = Gate::login(&place.request.address, device.known, further);
    let (pass, hash) = guard::enter(db, hasher, &gate).await?;
    // Hashing comes before the transaction: it is slow on purpose.
    let right = hash.verify(account.as_ref().map(|account| account.password.as_str()), &input.password).await?;
    let known = account.as_ref().filter(|_| right);
    let (tokens, pass) = (&LoggedIn { session: sessions::new_token(db.world()), device: device.token }, &pass);
    let mut intent = Intent::visitor(place.request, "accounts.login").detail(login.clone());
    if let Some(account) = known {
        intent = intent.for_account(account.id, account.org_id, account.role).on(account.id);
    }
    // A failure is written as well, with its audit row, so it travels inside the committed value.
    let done = db.write(intent, |tx| async move {
        let proven = match factor::check(&tx, vault, known, code, known_device).await? {
            Ok(account) => still_open(&tx, account).await?,
            refused => refused,
        };
        match proven {
            Ok(account) => {
                pass.succeeded(&tx).await?;
                open(&tx, place, account, tokens).await.map(Ok)
            }
            Err(Refusal { error, guessed }) => {
                tx.failed(format!("{}: {}", input.login.trim().to_lowercase(), error.code()));
                if !guessed {
                    pass.undone(&tx).await?;
                }
                Ok(Err(error))
            }
        }
    });
    done.await??;
    Ok(LoggedIn { session: tokens.session.clone(), device: tokens.device.clone() })
}

/// The login has succeeded.
async fn open(tx: &Tx, place: &LoginPlace<'_>, account: account::Model, tokens: &LoggedIn) -> Result<()> {
    if let Some(old) = place.session {
        sessions::replace(tx, old).await?;
    }
    sessions::start(tx, account.id, &tokens.session, place.request).await?;
    devices::remember(tx, account.id, &tokens.device).await?;
    first_of_the_day(tx, &account).await?;
    let mut row = account.into_active_model();
    row.last_login_at = Set(Some(tx.real_now()));
    row.update(tx.conn()).await?;
    Ok(())
}

/// Whoever has proved who they are is told when the organisation is suspended.
async fn still_open(tx: &Tx, account: account::Model) -> Result<Result<account::Model, Refusal>> {
    let org = organizations::by_id(tx.conn(), account.org_id).await?;
    let suspended = || Refusal { error: access::suspended_error(&org), guessed: false };
    Ok(if access::enterable(&org) { Ok(account) } else { Err(suspended()) })
}

/// Tells once a day that somebody of an approved organisation is here, of those that come from outside. One row an
/// organisation remembers the day.
async fn first_of_the_day(tx: &Tx, account: &account::Model) -> Result<()> {
    let org = organizations::by_id(tx.conn(), account.org_id).await?;
    if org.state != OrgState::Active || matches!(org.kind, OrgKind::Department | OrgKind::Operator) {
        return Ok(());
    }
    let row = org_login::ActiveModel { org_id: Set(org.id), day: Set(local_date(tx.now())) };
    let newer = OnConflict::column(org_login::Column::OrgId)
        .update_column(org_login::Column::Day)
        .action_and_where(Expr::col((org_login::Entity, org_login::Column::Day)).lt(local_date(tx.now())))
        .to_owned();
    let written = org_login::Entity::insert(row).on_conflict(newer).exec_without_returning(tx.conn()).await?;
    if written == 0 {
        return Ok(());
    }
    tx.emit(&FirstLogin { account: account.id, org: org.id, kind: org.kind }).await
}

/// Changes the own password; other sessions end.
///
/// # Errors
/// `validation` when the current password is wrong, or the new one breaks a rule.
pub async fn change_password(db: &Db, hasher: &PasswordHasher, actor: &Actor, current: &str, new: &str) -> Result<()> {
    let account = store::by_id(db.read(), actor.account).await?;
    let org = organizations::by_id(db.read(), actor.org).await?;
    let mut checks = Checks::new();
    checks.text("current", current, 1..=256);
    check_password("new", new, &[account.login.clone(), org.name], &mut checks);
    checks.that("new", current != new, "新密码不能与当前密码相同");
    checks.done()?;
    let confirmed = &confirm_password(db, hasher, actor, "accounts.change_password", "current", current).await?;
    let hash = &hasher.hash(db.world(), new).await?;
    db.write(Intent::by(actor, "accounts.change_password").on(actor.account), |tx| async move {
        still_confirmed(&tx, actor, confirmed).await?;
        let row = account::ActiveModel {
            id: Set(actor.account),
            password: Set(hash.clone()),
            password_until: Set(None),
            ..Default::default()
        };
        row.update(tx.conn()).await?;
        admin::void_links(&tx, actor.account, None).await?;
        sessions::end_others(&tx, actor.account, actor.session).await
    })
    .await
}

/// Makes sure, inside the write that follows, that nothing has happened to the account since its password was confirmed: somebody
/// may have disabled it, given it another password or ended the session while the hash waited in its queue. Locks the account.
///
/// # Errors
/// `auth.required`.
pub(super) async fn still_confirmed(tx: &Tx, actor: &Actor, confirmed: &account::Model) -> Result<()> {
    let now = store::lock(tx, actor.account).await?;
    // The demo data act without a session.
    let session = super::entity::session::Entity::find_by_id(actor.session).one(tx.conn()).await?;
    let here = session.is_some() || actor.session == SessionId(uuid::Uuid::nil());
    let same = here && now.active && now.password == confirmed.password;
    if same { Ok(()) } else { Err(Error::unauthenticated()) }
}

/// Makes sure that it is the account's owner who asks, and returns the account as it was then. Attempts pass the guard like those of a login, so that an open browser
/// is no way to try passwords; and nobody without such a browser can fill their count.
///
/// # Errors
/// `validation` naming `field`; those of [`guard::enter`].
pub(super) async fn confirm_password(
    db: &Db,
    hasher: &PasswordHasher,
    actor: &Actor,
    action: &'static str,
    field: &str,
    password: &str,
) -> Result<account::Model> {
    let (pass, hash) = guard::enter(db, hasher, &Gate::confirmation(actor.account)).await?;
    let account = store::by_id(db.read(), actor.account).await?;
    if !hash.verify(Some(&account.password), password).await? {
        let wrong = db.write(Intent::by(actor, action).on(actor.account), |tx| async move {
            tx.failed("wrong current password");
            Ok(())
        });
        wrong.await?;
        return Err(Error::field(field, "当前密码不正确"));
    }
    let pass = &pass;
    db.write(Intent::bookkeeping("accounts.count"), |tx| async move { pass.succeeded(&tx).await }).await?;
    Ok(account)
}

/// Logs out: the session is gone at once.
pub(super) async fn logout(db: &Db, actor: &Actor) -> Result<()> {
    db.write(Intent::by(actor, "accounts.logout").on(actor.account), |tx| async move {
        super::entity::session::Entity::delete_by_id(actor.session).exec(tx.conn()).await?;
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{NewStaff, add_staff, entity::session, store::actor_of};
    use jinqiao_db::{Followers, Options};
    use jinqiao_http::Settings;
    use jinqiao_kernel::{Role, Uscc};
    use jinqiao_testkit::{TestDatabase, test_world};
    use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

    const CHAPTERS: crate::concept::Chapters = crate::concept::Chapters(&[crate::CONCEPTS]);
    const PASSWORD: &str = "correct horse battery";

    /// A member of staff with a session.
    async fn somebody(db: &Db, hasher: &PasswordHasher, number: u32) -> Result<Actor> {
        let login = format!("staff-{number}");
        let new = NewStaff {
            role: Role::Government,
            organization: format!("部门{number}"),
            name: "李军".into(),
            mobile: "13900000000".into(),
            uscc: Uscc::completed(&format!("91500107MA7A{number:04}")).expect("a code").as_str().to_owned(),
            login: login.clone(),
            password: PASSWORD.into(),
            one_time: false,
        };
        add_staff(db, &Vault::new(&[7; 32]), hasher, new).await?;
        let request = &RequestMeta::default();
        let actor = actor_of(db.read(), &login, request).await?;
        let (account, login) = (actor.account, &login);
        let begin = |tx| async move { sessions::start(&tx, account, login, request).await };
        db.write(Intent::bookkeeping("test.session"), begin).await?;
        let own = session::Entity::find().filter(session::Column::AccountId.eq(account)).one(db.read()).await?;
        Ok(Actor { session: own.ok_or_else(Error::not_found)?.id, ..actor })
    }

    #[tokio::test]
    async fn what_happens_while_the_new_hash_waits_is_seen_by_the_write() -> Result<()> {
        let world = test_world(1).0;
        let prepare = |db: &Db| -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
            let db = db.clone();
            Box::pin(async move {
                db.migrate(CHAPTERS.migrations()).await.expect("migrated");
                CHAPTERS.start(&db).await.expect("made ready");
            })
        };
        let database = TestDatabase::new(world.clone(), Box::new(move |db| prepare(db))).await;
        let db = Db::open(&Options::new(database.url.clone(), 2), world, Followers::default()).await?;
        let hasher =
            PasswordHasher::new(&Settings { password_memory_kib: 64, password_passes: 1, ..Settings::default() });
        for (number, happens, held) in [
            (1, "UPDATE accounts SET name = '李军'", true),
            (2, "UPDATE accounts SET active = FALSE", false),
            (3, "UPDATE accounts SET password = 'another'", false),
            (4, "DELETE FROM sessions", false),
        ] {
            let actor = &somebody(&db, &hasher, number).await?;
            let confirmed = &confirm_password(&db, &hasher, actor, "test.confirm", "current", PASSWORD).await?;
            let beside = |tx: Tx| async move { Ok(tx.conn().execute_unprepared(happens).await.map(|_| ())?) };
            db.write(Intent::bookkeeping("test.beside"), beside).await?;
            let store = |tx: Tx| async move { still_confirmed(&tx, actor, confirmed).await };
            let stored = db.write(Intent::by(actor, "accounts.change_password"), store).await;
            assert_eq!(
                stored.map_err(|error| error.code().to_owned()),
                if held { Ok(()) } else { Err("auth.required".into()) },
                "{happens}"
            );
        }
        db.close().await?;
        database.remove().await;
        Ok(())
    }
}
