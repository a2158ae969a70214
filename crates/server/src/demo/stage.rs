//! Short words for the scenes: each is one call of a real service, at the time the clock shows.

use super::{banks::BANKS, crowd::Crowd, firms::FIRMS};
use crate::{
    config::Config,
    parts::{self, Ready},
};
use axum::body::Body;
use chrono::TimeDelta;
use jinqiao_db::{AuditFilter, Db, Intent, Tx, audit_page};
use jinqiao_financing::{
    demands::{self, DISPATCH_INSTITUTIONS, Draft},
    orders,
    products::ProductContent,
};
use jinqiao_http::{FileStore, Settings, Shares};
use jinqiao_insight::matching::{CapacityIn, save_capacity};
use jinqiao_kernel::{
    Actor, DateTime, DemandId, Error, FileId, ManualClock, OrderId, OrgId, PageQuery, PolicyId, ProductId, RequestMeta,
    Result, Role, Uscc, Vault, local_date,
};
use jinqiao_platform::{
    accounts::{self, LoginIn, NewStaff, PasswordHasher, add_staff, mark_demo},
    calendar, certifications, enterprises, files, organizations,
    permissions::{set, set_text},
    site,
};
use sea_orm::Iterable;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};

/// Password of every demo account; public on purpose.
pub const PASSWORD: &str = "Yanshi-2026-11";

/// In the trail before the first account …
pub const BEGUN: &str = "demo.begin";
/// … and after the last scene.
pub const LOADED: &str = "demo.loaded";

/// So many days back people look in …
const LATELY: i64 = 40;
/// … every so many days.
const EVERY: i64 = 6;

pub struct Stage {
    pub db: Db,
    pub vault: Vault,
    pub files: Arc<dyn FileStore>,
    pub hasher: PasswordHasher,
    clock: ManualClock,
    now: DateTime,
    number: AtomicU32,
    /// How many days before the present people looked in last.
    looked_in: AtomicI64,
    crowd: tokio::sync::Mutex<Crowd>,
    /// The first product of each institution on the shelf.
    pub shelf: Mutex<HashMap<String, (ProductId, ProductContent)>>,
    /// Policy items by their titles, from their publication on.
    items: Mutex<HashMap<&'static str, PolicyId>>,
}

impl Stage {
    pub fn new(config: &Config, ready: &Ready, clock: ManualClock, now: DateTime) -> Result<Self> {
        // Of a password that is public, with a cost for secrets a load would take three times as long.
        let cheap = Settings { password_memory_kib: 64, password_passes: 1, ..config.settings()? };
        let hasher = PasswordHasher::new(&cheap);
        let files = parts::files(config)?;
        Ok(Self {
            db: ready.db.clone(),
            vault: (*ready.vault).clone(),
            files,
            hasher,
            clock,
            now,
            number: AtomicU32::new(0),
            looked_in: AtomicI64::new(LATELY + EVERY),
            crowd: tokio::sync::Mutex::default(),
            shelf: Mutex::default(),
            items: Mutex::default(),
        })
    }

    /// Has anybody registered here?
    pub async fn anybody(db: &Db) -> Result<bool> {
        Ok(!accounts::ids_of_role(db.read(), Role::Operator).await?.is_empty()
            || !accounts::ids_of_role(db.read(), Role::Enterprise).await?.is_empty())
    }

    /// Was a load begun here and not ended?
    pub async fn broken_off(db: &Db) -> Result<bool> {
        let noted = async |action: &str| {
            let filter = AuditFilter { action: Some(action.to_owned()), ..AuditFilter::default() };
            audit_page(db, filter, &PageQuery::default()).await.map(|rows| rows.total > 0)
        };
        Ok(noted(BEGUN).await? && !noted(LOADED).await?)
    }

    /// From now on demands are dispatched to so many institutions at a time; 0 opens them to all at once.
    pub async fn dispatch_to(&self, institutions: i64) -> Result<()> {
        let intent = Intent::by(&self.operator().await?, "permissions.set_parameter");
        let set = |tx: Tx| async move { set(&tx, DISPATCH_INSTITUTIONS, institutions).await };
        self.db.write(intent, set).await
    }

    /// The operator says who runs the platform. Numbers are made up, and say so.
    pub async fn introduces_itself(&self) -> Result<()> {
        let texts = [
            (site::HOTLINE, "023-0000 0000（演示）"),
            (site::ICP, "渝ICP备00000000号（演示）"),
            (site::POLICE, "渝公网安备 00000000000000号（演示）"),
        ];
        let set = |tx: Tx| async move {
            for (parameter, value) in texts {
                set_text(&tx, parameter, value).await?;
            }
            Ok(())
        };
        self.db.write(Intent::by(&self.operator().await?, "permissions.set_text"), set).await
    }

    /// An institution serves so many dispatches in thirty days.
    pub async fn serves(&self, login: &str, capacity: i32) -> Result<()> {
        let input = CapacityIn { capacity: Some(capacity) };
        save_capacity(&self.db, &self.actor(login).await?, 0, input).await
    }

    /// A firm lets registers be asked, all of which are simulated.
    pub async fn verified(
        &self,
        actor: &Actor,
        registers: impl IntoIterator<Item = enterprises::Register>,
    ) -> Result<()> {
        let simulator = enterprises::Simulator::new(self.db.clone());
        for register in registers {
            enterprises::authorize(&self.db, &simulator, actor, register, 1).await?;
        }
        Ok(())
    }

    /// The moment at which the visitor comes.
    pub fn present(&self) -> DateTime {
        self.now
    }

    /// Lets time pass, never beyond the present; meanwhile the crowd lives.
    pub async fn pass(&self, hours: i64) -> Result<()> {
        self.pass_until(self.db.world().now() + TimeDelta::hours(hours)).await
    }

    /// As [`Stage::pass`], until a moment.
    pub async fn pass_until(&self, moment: DateTime) -> Result<()> {
        let moment = moment.min(self.now);
        let mut crowd = self.crowd.lock().await;
        while let Some((at, step)) = crowd.due(moment) {
            // Somebody's step may have been due while a scene was on.
            self.clock_to(at).await?;
            crowd.take(self, step).await?;
        }
        self.clock_to(moment).await
    }

    /// Sets the clock, never back; limits that end on the way have their consequences then.
    async fn clock_to(&self, moment: DateTime) -> Result<()> {
        let now = self.db.world().now();
        if local_date(moment) != local_date(now) {
            self.clock.set((moment - TimeDelta::seconds(1)).max(now));
            self.db.run_due_jobs().await?;
            self.clock.set(moment.max(now));
            return self.people_look_in().await;
        }
        self.clock.set(moment.max(now));
        Ok(())
    }

    /// Lately those with public accounts have come now and then.
    async fn people_look_in(&self) -> Result<()> {
        let before = (self.now - self.db.world().now()).num_days();
        let last = self.looked_in.load(Ordering::Relaxed);
        if !(2..=LATELY).contains(&before) || last - before < EVERY {
            return Ok(());
        }
        self.looked_in.store(before, Ordering::Relaxed);
        let request = RequestMeta { address: "demo".into(), ..RequestMeta::default() };
        for login in ["qiye1", "qiye2", "jigou1", "jigou2", "jijin7", "zhongjie1"] {
            let input = LoginIn { login: login.into(), password: PASSWORD.into(), totp: None, proof: None };
            let place = accounts::LoginPlace { request: &request, device: None, session: None, demo: true };
            accounts::login(&self.db, &self.vault, &self.hasher, &place, &input).await?;
        }
        Ok(())
    }

    /// The loan of an order, which was confirmed, is repaid from now on.
    pub async fn repays(&self, order: OrderId, lender: &str) {
        self.crowd.lock().await.repays(self.db.world().now(), order, lender);
    }

    /// Invites the crowd, and lives with it until `days` before the present.
    pub async fn a_year_passes(&self, days: i64) -> Result<()> {
        let calendar = calendar::calendar(self.db.read()).await?;
        self.crowd.lock().await.invite(self.db.world().now(), calendar);
        self.pass_until(self.now - TimeDelta::days(days)).await
    }

    /// From now on the item is there.
    pub fn has_item(&self, title: &'static str, id: PolicyId) {
        self.items.lock().unwrap_or_else(PoisonError::into_inner).insert(title, id);
    }

    /// The item called `title`, if it is there.
    pub fn item(&self, title: &str) -> Option<PolicyId> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner).get(title).copied()
    }

    /// Firms apply for policy items from now on, and departments pay.
    pub async fn applications_begin(&self) {
        self.crowd.lock().await.applies(self, self.db.world().now());
    }

    /// Lives with the crowd until `days` before the present.
    pub async fn pass_until_days_before(&self, days: i64) -> Result<()> {
        self.pass_until(self.now - TimeDelta::days(days)).await
    }

    /// One of `many`, by chance that is the same in each run.
    pub fn lot(&self, many: usize) -> usize {
        usize::from(u16::from_le_bytes(self.db.world().bytes())) % many
    }

    /// Has the firm had no loan before, by its profile and by the platform?
    pub async fn borrows_first(&self, firm: &str) -> Result<bool> {
        let org = self.actor(firm).await?.org;
        let extras = enterprises::of_org(self.db.read(), org).await?.extras.0;
        let known = extras.first_loan == Some(false) || !extras.existing_loans.is_empty();
        Ok(!known && !orders::had_loan(self.db.read(), org, None).await?)
    }

    /// One of the operator's two reviewers.
    pub async fn operator(&self) -> Result<Actor> {
        self.actor(["yunying1", "yunying2"][self.lot(2)]).await
    }

    pub(super) fn code(&self) -> Result<String> {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let code = Uscc::completed(&format!("91500107MA6{number:05}"));
        code.map(|code| code.as_str().to_owned()).map_err(|error| jinqiao_kernel::Error::internal(error.message()))
    }

    pub fn mobile(&self) -> String {
        format!("1390000{:04}", self.number.load(Ordering::Relaxed))
    }

    pub async fn staff(&self, role: Role, login: &str, name: &str, organization: &str) -> Result<()> {
        let new = NewStaff {
            role,
            organization: organization.into(),
            name: name.into(),
            mobile: self.mobile(),
            uscc: self.code()?,
            login: login.into(),
            password: PASSWORD.into(),
            one_time: false,
        };
        add_staff(&self.db, &self.vault, &self.hasher, new).await?;
        accounts::accept_all(&self.db, &self.actor(login).await?).await?;
        mark_demo(&self.db, login, PASSWORD).await
    }

    pub async fn actor(&self, login: &str) -> Result<Actor> {
        accounts::actor_of(self.db.read(), login, &RequestMeta { address: "demo".into(), ..RequestMeta::default() })
            .await
    }

    /// Writes the card of the organisation of `login`; with its licence, where it applies to be certified.
    pub async fn card(&self, login: &str, introduction: &str, scope: &str, applies: bool) -> Result<()> {
        let attachments = if applies { vec![self.upload(login, "业务许可证.pdf").await?] } else { vec![] };
        let card = certifications::CardIn {
            introduction: Some(introduction.into()),
            address: Some("重庆高新区科学大道 66 号".into()),
            service_phone: Some("023-60000000".into()),
            website: None,
            licence_no: Some("演示许可证第 0001 号".into()),
            service_scope: Some(scope.into()),
            attachments,
        };
        let actor = self.actor(login).await?;
        certifications::save(&self.db, &actor, 0, &card).await?;
        if applies { certifications::apply(&self.db, &actor, 1).await } else { Ok(()) }
    }

    pub async fn approve_org(&self, id: OrgId) -> Result<()> {
        let operator = self.actor("yunying1").await?;
        organizations::decide(&self.db, &operator, id, 1, organizations::Decision::Approve).await.map(|_| ())
    }

    /// Everybody who is registered and approved, with complete profiles.
    pub async fn cast(&self) -> Result<()> {
        for bank in &BANKS {
            let id = self.register_bank(bank).await?;
            self.pass(2).await?;
            self.approve_org(id).await?;
            if bank.login != "xiaodai5" {
                let operator = self.actor("yunying1").await?;
                organizations::certify(&self.db, &operator, id, 2, true, None).await?;
            }
        }
        for firm in &FIRMS {
            let id = self.register_firm(firm).await?;
            self.pass(3).await?;
            self.approve_org(id).await?;
            let actor = self.actor(firm.login).await?;
            enterprises::save_profile(&self.db, &self.vault, &actor, 0, &firm.profile()).await?;
            self.verified(&actor, enterprises::Register::iter()).await?;
        }
        for login in ["qiye1", "qiye2", "jigou1", "jigou2", "jijin7"] {
            mark_demo(&self.db, login, PASSWORD).await?;
        }
        Ok(())
    }

    /// Uploads a one-page document called `name`.
    pub async fn upload(&self, login: &str, name: &str) -> Result<FileId> {
        self.upload_as(login, name, super::pdf::page("Jinqiao demo document")).await
    }

    /// Uploads `content` as `name`.
    pub async fn upload_as(&self, login: &str, name: &str, content: Vec<u8>) -> Result<FileId> {
        let actor = self.actor(login).await?;
        let share = Shares::new(1, 1).take(actor.org.into()).ok_or_else(Error::not_found)?;
        let incoming = files::Incoming { name, announced: None, body: Body::from(content), share };
        let received = files::receive(self.files.as_ref(), incoming, 20).await?;
        let kept = files::keep(&self.db, &self.files, &actor, received).await?;
        Ok(kept.id)
    }

    pub async fn draft(&self, login: &str, draft: Draft) -> Result<DemandId> {
        self.pass(5).await?;
        demands::create(&self.db, &self.actor(login).await?, &draft).await
    }

    pub async fn submitted(&self, login: &str, draft: Draft) -> Result<DemandId> {
        let id = self.draft(login, draft).await?;
        demands::submit(&self.db, &self.actor(login).await?, id, 1, 1).await?;
        Ok(id)
    }

    pub async fn published(&self, login: &str, draft: Draft) -> Result<DemandId> {
        let text = draft.use_text.clone().unwrap_or_default();
        let id = self.submitted(login, draft).await?;
        self.pass(4).await?;
        demands::approve(&self.db, &self.actor("yunying1").await?, id, 2, &text).await?;
        Ok(id)
    }
}
