//! SIGKILL in the middle of a thousand submits: everything acknowledged is there, nothing is there twice.

use jinqiao_concepts::{
    accounts::{self, PasswordHasher, RegistrationIn, RegistrationKind, register},
    agreements,
    demands::{self, DemandState, Draft},
    enterprises, organizations,
    products::{Guarantee, Repayment, UseKind},
};
use jinqiao_db::{Db, Options, facts_of};
use jinqiao_http::Settings;
use jinqiao_kernel::{DemandId, Money, NaiveDate, RequestMeta, Role, Uscc, Vault, World};
use jinqiao_testkit::TestDatabase;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use std::{
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

const SUBMITS: usize = 1_000;
const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";
const PASSWORD: &str = "correct horse battery";

struct Server {
    process: Child,
    base: String,
}

impl Server {
    fn start(url: &str, port: u16) -> Self {
        let process = Command::new(env!("CARGO_BIN_EXE_jinqiao"))
            .arg("serve")
            .env("JINQIAO_DATABASE_URL", url)
            .env("JINQIAO_FILES_URL", format!("file://{}", std::env::temp_dir().join("jinqiao-crash-files").display()))
            .env("JINQIAO_MASTER_KEY", KEY)
            .env("JINQIAO_LISTEN", format!("127.0.0.1:{port}"))
            .env("JINQIAO_PASSWORD_MEMORY_KIB", "64")
            .env("JINQIAO_PASSWORD_PASSES", "1")
            .env("RUST_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .expect("the server starts");
        Self { process, base: format!("http://127.0.0.1:{port}") }
    }

    async fn ready(&self) {
        for _ in 0..200 {
            let answer = reqwest::get(format!("{}/readyz", self.base)).await;
            if answer.is_ok_and(|answer| answer.status() == StatusCode::OK) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server does not answer");
    }

    fn kill(mut self) {
        // SIGKILL: no handler runs, nothing is flushed.
        self.process.kill().expect("the server is killed");
        self.process.wait().expect("the server is gone");
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

fn draft() -> Draft {
    Draft {
        amount: Some(Money::wan(100)),
        term_months: Some(12),
        use_kind: Some(UseKind::WorkingCapital),
        use_text: Some("采购原材料，用于交付已经签订的订单".into()),
        guarantees: vec![Guarantee::Credit],
        repayments: vec![Repayment::Bullet],
        repayment_source: Some("产品销售回款".into()),
        ..Draft::default()
    }
}

fn profile() -> enterprises::ProfileIn {
    enterprises::ProfileIn {
        org_type: Some(enterprises::OrgType::Limited),
        legal_person: Some("赵六".into()),
        legal_person_id: Some("11010519491231002X".into()),
        reg_capital: Some(Money::wan(100)),
        paid_capital: Some(Money::wan(100)),
        founded_on: NaiveDate::from_ymd_opt(2016, 5, 18).map(Into::into),
        district: Some("高新区".into()),
        address: Some("科技大道 1 号".into()),
        industry_section: Some(enterprises::IndustrySection::C),
        industry_division: Some("35".into()),
        main_business: Some("专用设备".into()),
        staff: Some(20),
        rd_staff: Some(5),
        revenue: Some(Money::wan(900)),
        tax_grade: Some(enterprises::TaxGrade::A),
        ..enterprises::ProfileIn::default()
    }
}

/// An enterprise with a thousand drafts, and an operator who will get a message about each.
async fn arrange(db: &Db, vault: &Vault) -> Vec<DemandId> {
    let hasher = PasswordHasher::new(&Settings { password_memory_kib: 64, password_passes: 1, ..Settings::default() });
    let code = |start| Uscc::completed(start).expect("a code").as_str().to_owned();
    let staff = accounts::NewStaff {
        role: Role::Operator,
        organization: "运营单位".into(),
        name: "审核员".into(),
        mobile: "13900000000".into(),
        uscc: code("91500107MA7A0001"),
        login: "operator".into(),
        password: PASSWORD.into(),
    };
    accounts::add_staff(db, vault, &hasher, staff).await.expect("an operator");
    let firm = RegistrationIn {
        kind: RegistrationKind::Enterprise,
        name: "重庆甲乙机械有限公司".into(),
        uscc: code("91500107MA7A0002"),
        institution_type: None,
        contact_name: "联系人".into(),
        mobile: "13800000001".into(),
        email: None,
        login: "firm".into(),
        password: PASSWORD.into(),
        agreement_version: 1,
    };
    let request = RequestMeta::default();
    let org = register(db, vault, &hasher, &request, firm).await.expect("a firm");
    let operator = accounts::actor_of(db.read(), "operator", &request).await.expect("the operator");
    organizations::decide(db, &operator, org, 1, organizations::Decision::Approve).await.expect("approved");
    let actor = accounts::actor_of(db.read(), "firm", &request).await.expect("the firm");
    enterprises::save_profile(db, vault, &actor, &profile()).await.expect("a profile");
    let mut ids = Vec::with_capacity(SUBMITS);
    for _ in 0..SUBMITS {
        ids.push(demands::create(db, &actor, &draft()).await.expect("a draft"));
    }
    ids
}

async fn login(base: &str) -> (Client, String) {
    let client = Client::builder().timeout(Duration::from_secs(20)).build().expect("a client");
    let answer = client
        .post(format!("{base}/api/session"))
        .header("x-requested-with", "test")
        .json(&json!({"login": "firm", "password": PASSWORD}))
        .send()
        .await
        .expect("an answer");
    let cookie =
        answer.headers()["set-cookie"].to_str().expect("a cookie").split(';').next().expect("a pair").to_owned();
    (client, cookie)
}

/// Submits all demands, eight at a time; the state that each answer told, or none where no answer came.
async fn submit_all(base: &str, ids: &[DemandId], answered: &Arc<AtomicUsize>) -> Vec<Option<String>> {
    let (client, cookie) = login(base).await;
    let mut answers = vec![];
    for chunk in ids.chunks(8) {
        let sent = chunk.iter().map(|id| {
            let request = client
                .post(format!("{base}/api/enterprise/demands/{id}/submit"))
                .header("x-requested-with", "test")
                .header("idempotency-key", id.to_string())
                .header("cookie", &cookie)
                .json(&json!({"version": 1, "authorization_version": 1}));
            let answered = answered.clone();
            tokio::spawn(async move {
                let answer = request.send().await.ok()?;
                let status = answer.status();
                let body: Value = answer.json().await.ok()?;
                assert_eq!(status, StatusCode::OK, "{body}");
                answered.fetch_add(1, Ordering::Relaxed);
                body["state"].as_str().map(str::to_owned)
            })
        });
        for one in sent.collect::<Vec<_>>() {
            answers.push(one.await.expect("no panic"));
        }
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_has_lost_nothing_and_done_nothing_twice() {
    // The client wants to know who would encrypt, also where nothing is encrypted.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let database = TestDatabase::new(World::system(), |db| {
        Box::pin(async move {
            db.migrate(jinqiao_concepts::migrations).await.expect("migrations run");
            agreements::publish_first_versions(db).await.expect("agreements are published");
        })
    })
    .await;
    let vault = Vault::new(&[7; 32]);
    let options = Options { url: database.url.clone(), connections: 4, log_statements: false };
    let db = Db::open(&options, World::system(), jinqiao_concepts::reactions()).await.expect("the database opens");
    let ids = arrange(&db, &vault).await;
    db.close().await.expect("the database closes");

    let server = Server::start(&database.url, free_port());
    server.ready().await;
    let answered = Arc::new(AtomicUsize::new(0));
    let first = tokio::spawn({
        let (base, ids, answered) = (server.base.clone(), ids.clone(), answered.clone());
        async move { submit_all(&base, &ids, &answered).await }
    });
    while answered.load(Ordering::Relaxed) < SUBMITS / 3 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    server.kill();
    let first = first.await.expect("no panic");
    let acknowledged: Vec<_> =
        ids.iter().zip(&first).filter(|(_, answer)| answer.is_some()).map(|(id, _)| *id).collect();
    assert!((SUBMITS / 3..SUBMITS).contains(&acknowledged.len()), "killed in the middle: {}", acknowledged.len());

    let db = Db::open(&options, World::system(), jinqiao_concepts::reactions()).await.expect("the database opens");
    for id in &acknowledged {
        let kept = demands::by_id(db.read(), *id).await.expect("an acknowledged demand is there");
        assert_eq!(kept.state, DemandState::Reviewing, "{id}");
    }
    db.close().await.expect("the database closes");

    let server = Server::start(&database.url, free_port());
    server.ready().await;
    let second = submit_all(&server.base, &ids, &answered).await;
    assert!(second.iter().all(|state| state.as_deref() == Some("reviewing")), "every repeated request is answered");
    server.kill();

    let db = Db::open(&options, World::system(), jinqiao_concepts::reactions()).await.expect("the database opens");
    db.run_due_jobs().await.expect("jobs run");
    assert_eq!(db.jobs_left().await.expect("counted"), 0, "no job is lost or stuck");
    for id in &ids {
        assert_eq!(facts_of(db.read(), *id).await.expect("facts").len(), 1, "each happened once");
    }
    let operator = accounts::ids_of_role(db.read(), Role::Operator).await.expect("operators");
    let told = jinqiao_concepts::messages::count_of(&db, operator[0], "demands.submitted").await.expect("counted");
    assert_eq!(told, SUBMITS as u64, "each was told once");
    db.close().await.expect("the database closes");
    database.remove().await;
}
