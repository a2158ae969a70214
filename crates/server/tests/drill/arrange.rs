//! The people and records that the drills work with.

use jinqiao_concepts::{
    accounts::{self, PasswordHasher, RegistrationIn, RegistrationKind, register},
    agreements,
    demands::{self, Draft},
    enterprises, organizations,
    products::{Guarantee, Repayment, UseKind},
};
use jinqiao_db::{Db, Options};
use jinqiao_http::Settings;
use jinqiao_kernel::{DemandId, Money, NaiveDate, RequestMeta, Role, Uscc, Vault, World};
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
    TestDatabase::new(World::system(), |db| {
        Box::pin(async move {
            db.migrate(jinqiao_concepts::migrations).await.expect("migrations run");
            agreements::publish_first_versions(db).await.expect("agreements are published");
        })
    })
    .await
}

/// Opens the database at `url` beside the server.
pub async fn open(url: &str) -> Db {
    Db::open(&Options::new(url, 4), World::system(), jinqiao_concepts::reactions()).await.expect("the database opens")
}

/// An enterprise with so many drafts, and an operator who will get a message about each.
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
        proof: None,
    };
    let request = RequestMeta::default();
    let org = register(db, vault, &hasher, &request, firm).await.expect("a firm");
    let operator = accounts::actor_of(db.read(), "operator", &request).await.expect("the operator");
    organizations::decide(db, &operator, org, 1, organizations::Decision::Approve).await.expect("approved");
    let actor = accounts::actor_of(db.read(), "firm", &request).await.expect("the firm");
    enterprises::save_profile(db, vault, &actor, &profile()).await.expect("a profile");
    let mut ids = Vec::with_capacity(drafts);
    for _ in 0..drafts {
        ids.push(demands::create(db, &actor, &draft()).await.expect("a draft"));
    }
    ids
}
