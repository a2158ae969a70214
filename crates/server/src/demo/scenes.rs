//! What happened before the visitor came: demands and orders in every state.

use super::{
    adjustments, automatic,
    banks::Bank,
    complaints, consents,
    equity::invested,
    firms::Firm,
    forecasts, joint, loans, marks, points, policies, products,
    ratings::rated,
    second,
    stage::Stage,
    team::{handed, hired},
};
use jinqiao_financing::{
    demands::{self, Draft},
    loans::{Fee, FeePayee, FeeTiming, Repayment},
    orders::{self, AcceptIn, Bid, Contact, ContactMethod, Decision, Disbursement, MaterialItem, Offer, RefusalCode},
    products::{FinancingKind, Guarantee, UseKind},
};
use jinqiao_kernel::{DemandId, Money, NaiveDate, OrderId, Rate, Result, Role, local_date};
use jinqiao_platform::{
    consents::ConsentScope,
    enterprises::IndustrySection,
    organizations::{self, InstitutionType},
    reviews::Defect,
};

/// How many days before the present the scenes begin; they last a little less.
const SCENES: i64 = 56;

/// How many days before the present the first policy items are published.
const ITEMS: i64 = 150;

/// Plays all scenes.
pub async fn play(stage: &Stage) -> Result<()> {
    stage.staff(Role::Operator, "yunying1", "吴敏", "高新区金融服务平台运营中心").await?;
    stage.staff(Role::Operator, "yunying2", "郑洁", "高新区金融服务平台审核部").await?;
    stage.staff(Role::Government, "zhengfu1", "李军", "高新区财政局").await?;
    stage.staff(Role::Government, "zhengfu2", "王芳", "高新区科技创新局").await?;
    stage.staff(Role::Government, "zhengfu4", "刘洋", "高新区人力资源和社会保障局").await?;
    stage.staff(Role::Supervisor, "jiandu1", "赵岚", "高新区纪检监察办").await?;
    stage.staff(Role::Supervisor, "jiandu2", "孙立", "高新区审计中心").await?;
    stage.staff(Role::Agency, "zhongjie1", "马骁", "西南证券业务部（演示）").await?;
    stage.staff(Role::Agency, "zhongjie2", "林珊", "渝信会计师事务所（演示）").await?;
    stage.cast().await?;
    hired(stage).await?;
    let product = products::shelf(stage).await?;
    // The year was lived on the open market; dispatch began lately.
    stage.introduces_itself().await?;
    stage.dispatch_to(0).await?;
    stage.a_year_passes(ITEMS).await?;
    policies::published_first(stage).await?;
    stage.applications_begin().await;
    stage.pass_until_days_before(SCENES).await?;
    let paid = finished(stage).await?;
    complaints::settled(stage, &paid).await?;
    joint::finished(stage).await?;
    consents::changed(stage, &paid).await?;
    invested(stage).await?;
    ended_without_money(stage).await?;
    points::found(stage).await?;
    policies::under_way(stage).await?;
    automatic::found(stage).await?;
    forecasts::announced_and_moved(stage).await?;
    adjustments::explained(stage).await?;
    // What is under way comes last, so that little of it is late.
    in_progress(stage).await?;
    loans::drawn_in_parts(stage).await?;
    on_the_market(stage).await?;
    cards(stage).await?;
    products::in_other_states(stage).await?;
    products::applications(stage, product).await?;
    waiting_for_the_operator(stage).await?;
    joint::under_way(stage).await?;
    complaints::under_way(stage, &paid).await?;
    second::under_way(stage, &paid).await?;
    points::planned(stage).await?;
    dispatched(stage).await?;
    adjustments::under_way(stage).await?;
    marks::show(stage).await?;
    stage.pass(24 * SCENES).await
}

/// Demands that the platform has offered to the best institutions first; the day for an answer runs.
async fn dispatched(stage: &Stage) -> Result<()> {
    stage.pass(24 * SCENES).await?;
    stage.dispatch_to(3).await?;
    stage.serves("jigou1", 60).await?;
    for (firm, wan, months, kind, text) in [
        ("qiye2", 180, 12, UseKind::WorkingCapital, "支付云资源和外包研发费用，保障项目按期交付"),
        ("chuangxin6", 300, 12, UseKind::Rnd, "新产品中试和第三方检测费用"),
    ] {
        stage.published(firm, wanted(wan, months, kind, text, Guarantee::Credit)).await?;
    }
    stage.db.run_due_jobs().await.map(|_| ())
}

/// A demand for a loan, in few words.
pub fn wanted(wan: i64, months: i32, kind: UseKind, text: &str, guarantee: Guarantee) -> Draft {
    Draft {
        kind: FinancingKind::Debt,
        amount: Some(Money::wan(wan)),
        term_months: Some(months),
        need_by: None,
        use_kind: Some(kind),
        use_text: Some(text.into()),
        guarantees: vec![guarantee],
        collateral: None,
        rate_max: Some(Rate(4_800)),
        repayments: vec![Repayment::InterestFirst, Repayment::EqualInstallment],
        first_loan: wan < 200,
        repayment_source: Some("主营业务销售回款".into()),
        accept_partial: wan >= 500,
        tags: vec!["订单稳定".into(), "研发投入高".into()],
        ..Draft::default()
    }
}

/// The draft with two documents.
async fn documented(stage: &Stage, login: &str, draft: Draft) -> Result<Draft> {
    let attachments =
        vec![stage.upload(login, "近一年财务报表.pdf").await?, stage.upload(login, "主要销售合同.pdf").await?];
    Ok(Draft { attachments, ..draft })
}

/// The institution offers.
pub async fn grabbed(
    stage: &Stage,
    bank: &str,
    demand: DemandId,
    wan: i64,
    bp: i32,
    months: i32,
    fee_yuan: i64,
) -> Result<OrderId> {
    stage.pass(3).await?;
    let fee = || Fee {
        name: "评估费".into(),
        payee: FeePayee::Appraiser,
        timing: FeeTiming::Upfront,
        amount: Money(fee_yuan * 100),
    };
    let fees = if fee_yuan > 0 { vec![fee()] } else { vec![] };
    let note = Some("可线上提交资料，专人全程跟进。".into());
    let today = local_date(stage.db.world().now());
    let offer = Offer { fees, note, ..offer(today, Money::wan(wan), Rate::bp(bp), months) };
    orders::grab(&stage.db, &stage.actor(bank).await?, demand, &Bid::Loan(offer)).await
}

/// The enterprise chooses the institution and opens everything to it.
pub async fn confirmed(stage: &Stage, firm: &str, order: OrderId) -> Result<()> {
    use ConsentScope::{Attachments, Business, Contact, Finance, Identity};
    stage.pass(6).await?;
    let scopes = [Identity, Contact, Business, Finance, Attachments];
    orders::confirm(&stage.db, &stage.actor(firm).await?, order, 1, &scopes, 1).await
}

/// The institution makes contact.
pub async fn contacted(stage: &Stage, bank: &str, order: OrderId) -> Result<()> {
    stage.pass(3).await?;
    orders::contact(&stage.db, &stage.actor(bank).await?, order, 2, &first_contact()).await
}

/// How an institution makes contact.
pub fn first_contact() -> Contact {
    Contact { method: ContactMethod::Phone, note: "已与企业负责人电话沟通，约定上门尽调。".into() }
}

/// The institution makes contact and begins to decide.
pub async fn reviewed(stage: &Stage, bank: &str, order: OrderId) -> Result<()> {
    contacted(stage, bank, order).await?;
    stage.pass(26).await?;
    orders::start_review(&stage.db, &stage.actor(bank).await?, order, 3).await
}

/// An offer without a fee, for a month.
pub fn offer(today: NaiveDate, amount: Money, rate: Rate, term_months: i32) -> Offer {
    Offer {
        product_id: None,
        amount,
        rate,
        lpr: None,
        term_months,
        repayment: Repayment::InterestFirst,
        guarantee: Guarantee::Credit,
        fees: vec![],
        conditions: Some("以尽职调查结果为准。".into()),
        valid_until: (today + chrono::TimeDelta::days(30)).into(),
        note: None,
    }
}

pub fn decision(today: NaiveDate, wan: i64, bp: i32, months: i32) -> Decision {
    Decision {
        amount: Money::wan(wan),
        rate: Rate::bp(bp),
        lpr: None,
        term_months: months,
        fees: vec![],
        repayment: Repayment::InterestFirst,
        guarantee: Guarantee::Credit,
        conditions: Some("按约定用途使用，按季提供财务报表。".into()),
        valid_until: (today + chrono::TimeDelta::days(60)).into(),
    }
}

pub fn payment(today: NaiveDate, order: OrderId, wan: i64, bp: i32, months: i32, first_loan: bool) -> Disbursement {
    Disbursement {
        paid_on: today.into(),
        amount: Money::wan(wan),
        rate: Rate::bp(bp),
        term_months: months,
        repayment: Repayment::InterestFirst,
        guarantee: Guarantee::Credit,
        fees: vec![],
        contract_no: format!("HT{}", &order.to_string()[24..]),
        contract_on: today.into(),
        // The end of an id may have no digit at all.
        voucher_no: format!("FK2026{}", &order.to_string()[24..]),
        attachments: vec![],
        guarantor_id: None,
        guarantor: None,
        first_loan,
        more_follows: false,
        differs_because: None,
    }
}

pub async fn granted(stage: &Stage, bank: &str, order: OrderId, wan: i64, bp: i32, months: i32) -> Result<()> {
    stage.pass(30).await?;
    let decision = decision(local_date(stage.db.world().now()), wan, bp, months);
    orders::approve(&stage.db, &stage.actor(bank).await?, order, 4, &decision).await
}

pub async fn paid(stage: &Stage, firm: &str, bank: &str, order: OrderId, wan: i64, bp: i32, months: i32) -> Result<()> {
    stage.pass(5).await?;
    let read = AcceptIn { complete: false, annual_cost: Some(Rate::bp(bp)) };
    orders::accept(&stage.db, &stage.actor(firm).await?, order, 5, &read).await?;
    stage.pass(24).await?;
    let paid = payment(
        local_date(stage.db.world().now()),
        order,
        wan,
        bp,
        months,
        wan < 200 && stage.borrows_first(firm).await?,
    );
    orders::disburse(&stage.db, &stage.actor(bank).await?, order, 6, &paid).await
}

async fn finished(stage: &Stage) -> Result<Vec<OrderId>> {
    let mut orders = vec![];
    let text = "采购伺服电机和减速器，交付已签订的整机订单";
    for (firm, bank, wan, bp, months) in [
        ("qiye1", "jigou1", 300, 365, 12),
        ("chuangxin3", "jigou2", 800, 345, 24),
        ("chuangxin5", "yinhang3", 500, 380, 12),
    ] {
        let demand =
            stage.published(firm, wanted(wan, months, UseKind::WorkingCapital, text, Guarantee::Credit)).await?;
        let order = grabbed(stage, bank, demand, wan, bp, months, 0).await?;
        confirmed(stage, firm, order).await?;
        reviewed(stage, bank, order).await?;
        granted(stage, bank, order, wan, bp, months).await?;
        paid(stage, firm, bank, order, wan, bp, months).await?;
        stage.pass(20).await?;
        orders::confirm_disbursement(&stage.db, &stage.actor(firm).await?, order, 7).await?;
        stage.repays(order, bank).await;
        rated(stage, order, (firm, bank), firm == "chuangxin5").await?;
        orders.push(order);
    }
    Ok(orders)
}

async fn in_progress(stage: &Stage) -> Result<()> {
    let text = "支付研发人员薪酬和流片费用，推进新产品量产";
    // Money has come, the enterprise has to confirm the figures.
    let demand = stage.published("qiye2", wanted(150, 12, UseKind::Rnd, text, Guarantee::Credit)).await?;
    let order = grabbed(stage, "jigou1", demand, 150, 375, 12, 0).await?;
    confirmed(stage, "qiye2", order).await?;
    reviewed(stage, "jigou1", order).await?;
    granted(stage, "jigou1", order, 150, 370, 12).await?;
    paid(stage, "qiye2", "jigou1", order, 150, 370, 12).await?;
    // Granted, the enterprise has to decide; another bank is still at work.
    let draft = wanted(600, 24, UseKind::Equipment, "购置五轴加工中心，提高关键零件自制比例", Guarantee::Mortgage);
    let demand = stage.published("qiye1", documented(stage, "qiye1", draft).await?).await?;
    let first = grabbed(stage, "jigou1", demand, 600, 385, 24, 3_000).await?;
    let second = grabbed(stage, "jigou2", demand, 400, 360, 24, 0).await?;
    for (bank, order) in [("jigou1", first), ("jigou2", second)] {
        confirmed(stage, "qiye1", order).await?;
        reviewed(stage, bank, order).await?;
    }
    granted(stage, "jigou1", first, 600, 380, 24).await?;
    // The bank waits for materials.
    let text = "补充流动资金，支付年末集中采购货款";
    let demand = stage.published("qiye1", wanted(260, 12, UseKind::WorkingCapital, text, Guarantee::Credit)).await?;
    let order = grabbed(stage, "jigou1", demand, 260, 372, 12, 0).await?;
    confirmed(stage, "qiye1", order).await?;
    contacted(stage, "jigou1", order).await?;
    stage.pass(4).await?;
    let items = [("近两年审计报告", Some("加盖公章的扫描件")), ("近六个月主要账户流水", None)]
        .map(|(name, note)| MaterialItem { name: name.into(), note: note.map(Into::into) });
    orders::ask(&stage.db, &stage.actor("jigou1").await?, order, 3, &items).await?;
    handed(stage, order, 4, "jigou1b").await?;
    // Confirmed today, not yet contacted.
    let demand = stage.published("chuangxin6", wanted(200, 18, UseKind::Rnd, text, Guarantee::Pledge)).await?;
    let order = grabbed(stage, "jigou2", demand, 200, 395, 18, 0).await?;
    confirmed(stage, "chuangxin6", order).await
}

async fn ended_without_money(stage: &Stage) -> Result<()> {
    let text = "扩建中试生产线，购置发酵与干燥设备";
    let demand = stage.published("chuangxin7", wanted(260, 24, UseKind::Expansion, text, Guarantee::Mortgage)).await?;
    let order = grabbed(stage, "yinhang3", demand, 260, 400, 24, 0).await?;
    confirmed(stage, "chuangxin7", order).await?;
    reviewed(stage, "yinhang3", order).await?;
    let actor = stage.actor("yinhang3").await?;
    let why = "抵押物评估值不足，现有抵押率无法覆盖申请额度，建议补充担保后再次申请。";
    orders::refuse(&stage.db, &actor, order, 4, RefusalCode::R10, why).await
}

async fn on_the_market(stage: &Stage) -> Result<()> {
    // Three offers to compare.
    let text = "承接整车厂订单，需备货传感器与控制器";
    let demand = stage.published("qiye1", wanted(500, 12, UseKind::SupplyChain, text, Guarantee::Credit)).await?;
    for (bank, wan, bp, fee) in [("jigou1c", 500, 378, 0), ("jigou2", 500, 362, 4_500), ("yinhang3", 300, 350, 0)] {
        grabbed(stage, bank, demand, wan, bp, 12, fee).await?;
    }
    for (firm, wan, months, kind, text, guarantee) in [
        ("qiye2", 80, 6, UseKind::WorkingCapital, "项目回款前的人员与服务器费用周转", Guarantee::Credit),
        ("chuangxin4", 1_200, 36, UseKind::Expansion, "新建储能模组装配线，已取得备案", Guarantee::Mortgage),
        ("chuangxin8", 120, 12, UseKind::Rnd, "新一代车载终端开模与认证测试", Guarantee::GuaranteeCompany),
        ("chuangxin3", 2_000, 36, UseKind::Property, "购置生产厂房，替换现租用场地", Guarantee::Mortgage),
    ] {
        stage.published(firm, wanted(wan, months, kind, text, guarantee)).await?;
    }
    Ok(())
}

/// Cards; one institution and one agency wait to be certified.
async fn cards(stage: &Stage) -> Result<()> {
    stage.pass(1).await?;
    let bank = "立足高新区的商业银行，设有科技金融专营支行，为科技企业提供全周期信贷服务。";
    stage.card("jigou1", bank, "科技贷款、知识产权质押贷款、设备更新贷款", false).await?;
    let lender = "服务小微企业和个体工商户的小额贷款公司。";
    stage.card("xiaodai5", lender, "小额流动资金贷款、订单贷款", true).await?;
    let law = stage.register_agency("lvshi9", "重庆高新法律服务有限公司（演示）", "唐宁").await?;
    stage.approve_org(law).await?;
    let text = "为企业融资、并购和上市提供法律服务。";
    stage.card("lvshi9", text, "融资合同审查、股权架构设计、上市法律服务", true).await
}

async fn waiting_for_the_operator(stage: &Stage) -> Result<()> {
    let text = "采购特种钢材，完成年内模具交付计划";
    let draft = wanted(350, 12, UseKind::SupplyChain, text, Guarantee::Credit);
    stage.submitted("chuangxin5", documented(stage, "chuangxin5", draft).await?).await?;
    let returned = stage
        .submitted("qiye2", wanted(60, 6, UseKind::Other, "用于公司其他方面的资金需要", Guarantee::Credit))
        .await?;
    let defects = [Defect { field: "use_text".into(), message: "请写明资金的具体用途".into() }];
    stage.pass(2).await?;
    demands::give_back(&stage.db, &stage.actor("yunying1").await?, returned, 2, &defects).await?;
    stage.draft("qiye1", Draft { amount: Some(Money::wan(90)), ..Draft::default() }).await?;
    let newcomer = Firm {
        login: "xinqiye9",
        name: "重庆启明光电材料有限公司",
        contact: "袁野",
        section: IndustrySection::C,
        class: "3976",
        business: "光学薄膜",
        park: "走马园区",
        founded: (2023, 2, 1),
        staff: 18,
        revenue_wan: 210,
        titles: &[],
    };
    stage.register_firm(&newcomer).await?;
    let leasing =
        Bank {
            login: "zulin6", name: "江北融资租赁有限公司", contact: "文博", kind: InstitutionType::Leasing
        };
    let returned = stage.register_bank(&leasing).await?;
    let defects = vec![
        Defect { field: "name".into(), message: "单位名称与营业执照不一致".into() },
        Defect { field: "licence".into(), message: "营业执照为样本图片，请上传原件照片".into() },
        Defect { field: "contact_name".into(), message: "请填写经办人真实姓名".into() },
    ];
    let decision = organizations::Decision::Return(defects);
    stage.pass(1).await?;
    organizations::decide(&stage.db, &stage.actor("yunying2").await?, returned, 1, decision).await.map(|_| ())
}
