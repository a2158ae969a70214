//! The people and records that the drills work with.

use jinqiao_concepts::CHAPTERS;
use jinqiao_db::{Db, Options};
use jinqiao_financing::{
    demands::{self, Draft},
    loans::Repayment,
    products::{Guarantee, UseKind},
};
use jinqiao_http::Settings;
use jinqiao_kernel::{Actor, DemandId, Money, NaiveDate, RequestMeta, Role, Uscc, Vault, World};
use jinqiao_platform::{
    accounts::{self, PasswordHasher, RegistrationIn, RegistrationKind, register},
    enterprises, organizations,
};
use jinqiao_testkit::TestDatabase;

pub const PASSWORD: &str = "correct horse battery";

pub fn draft() -> Draft {
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
        legal_person_consent: Some(1),
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

/// A migrated database of this drill's own.
pub async fn database() -> TestDatabase {
    TestDatabase::new(
        World::system(),
        Box::new(|db| {
            Box::pin(async move {
                db.migrate(CHAPTERS.migrations()).await.expect("migrations run");
                CHAPTERS.start(db).await.expect("it is made ready");
            })
        }),
    )
    .await
}

/// Opens the database at `url` beside the server.
pub async fn open(url: &str) -> Db {
    Db::open(&Options::new(url, 4), World::system(), CHAPTERS.followers()).await.expect("the database opens")
}

/// Drafts of one firm; the platform takes no more than fifty.
pub const DRAFTS_OF_ONE: usize = 40;

/// Login of the firm that owns the n-th draft.
pub fn owner(draft: usize) -> String {
    match draft / DRAFTS_OF_ONE {
        0 => "firm".into(),
        n => format!("firm{n:02}"),
    }
}

/// So many drafts of as many firms as that takes (at least one), and an operator who will get a message about each.
pub async fn people(db: &Db, drafts: usize) -> Vec<DemandId> {
    let vault = &Vault::new(&[7; 32]);
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
        one_time: false,
    };
    accounts::add_staff(db, vault, &hasher, staff).await.expect("an operator");
    let operator = accounts::actor_of(db.read(), "operator", &RequestMeta::default()).await.expect("the operator");
    let mut ids = Vec::with_capacity(drafts);
    for first in (0..drafts.max(1)).step_by(DRAFTS_OF_ONE) {
        let actor = firm(db, vault, &hasher, &operator, first).await;
        for _ in first..drafts.min(first + DRAFTS_OF_ONE) {
            ids.push(demands::create(db, &actor, &draft()).await.expect("a draft"));
        }
    }
    ids
}

/// The firm that owns the draft number `first`, approved and with a profile.
async fn firm(db: &Db, vault: &Vault, hasher: &PasswordHasher, operator: &Actor, first: usize) -> Actor {
    let number = first / DRAFTS_OF_ONE;
    let firm = RegistrationIn {
        kind: RegistrationKind::Enterprise,
        name: format!("重庆甲乙{number}号机械有限公司"),
        uscc: Uscc::completed(&format!("91500107MA7B{number:04}")).expect("a code").as_str().to_owned(),
        uscc_confirmed: false,
        institution_type: None,
        legal_person: "李建国".into(),
        address: "重庆市九龙坡区科园一路 1 号".into(),
        licence: None,
        permit_no: None,
        permit: None,
        contact_name: "联系人".into(),
        mobile: format!("138{number:08}"),
        mobile_ticket: None,
        mobile_code: None,
        email: None,
        login: owner(first),
        password: PASSWORD.into(),
        agreement_version: 1,
        privacy_version: 1,
        proof: None,
    };
    // Each from a network of its own, as limits are for each.
    let request = RequestMeta { address: format!("10.{number}.0.1"), ..RequestMeta::default() };
    let org = register(db, vault, hasher, &request, firm).await.expect("a firm");
    organizations::decide(db, operator, org, 1, organizations::Decision::Approve).await.expect("approved");
    let actor = accounts::actor_of(db.read(), &owner(first), &request).await.expect("the firm");
    enterprises::save_profile(db, vault, &actor, 0, &profile()).await.expect("a profile");
    actor
}
