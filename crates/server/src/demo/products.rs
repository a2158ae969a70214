//! What the institutions offer: products of every type on the shelf, and one in each other state.

use super::{banks, sheets, stage::Stage};
use jinqiao_financing::{
    demands::Draft,
    loans::{FeeBasis, FeePayee, FeeTiming, ProductFee, Repayment},
    lpr::{self, LprQuote, LprTenor},
    orders::{self, Application, RefusalCode},
    products::{
        self, Channel, EquityType, FinancingKind, Guarantee, LeadRole, ProductContent, ProductType, RateType,
        ShelfAction, Stage as Round, UseKind,
    },
};
use jinqiao_kernel::{Error, Money, OrderId, ProductId, Rate, Result};
use jinqiao_platform::{
    consents::ConsentScope,
    enterprises::{RiskKind, TaxGrade, Title},
    reviews::Defect,
};
use std::sync::PoisonError;

/// One loan in few words: name, type, security, largest amount in 万元, longest term in months, lowest rate in basis
/// points, days to the decision, and what is special about it.
struct Loan(&'static str, ProductType, &'static [Guarantee], i64, i32, i32, i32, &'static str);

use Guarantee::{Combined, Credit, GuaranteeCompany, Guarantor, Insurance, Mortgage, Pledge};
use ProductType::{
    BidBond, Bills, CommercialProperty, Factoring, FixedAssets, GuaranteeService, IpPledge, Leasing, Receivables,
    SupplyChain, TaxLoan, TechCredit, WorkingCapital,
};

const BANK: [Loan; 14] = [
    Loan("科创信用贷", TechCredit, &[Credit], 1_000, 36, 335, 5, "面向高新技术企业，按创新能力评分核定额度，纯信用"),
    Loan("税易贷", TaxLoan, &[Credit], 300, 12, 365, 2, "凭纳税信用和纳税额线上申请，最快当日审批"),
    Loan("知识产权质押贷", IpPledge, &[Pledge, Combined], 2_000, 36, 350, 8, "以发明专利、软件著作权质押融资"),
    Loan("首贷成长贷", WorkingCapital, &[Credit, GuaranteeCompany], 200, 12, 345, 4, "支持从未获得银行贷款的科技企业"),
    Loan("设备更新贷", FixedAssets, &[Mortgage, Combined], 5_000, 60, 310, 10, "购置和改造生产设备，可享受贴息"),
    Loan("厂房按揭贷", FixedAssets, &[Mortgage], 8_000, 120, 325, 10, "购置园区标准厂房和研发楼"),
    Loan("经营性物业贷", CommercialProperty, &[Mortgage], 10_000, 180, 355, 10, "以自有经营性物业的租金收入还款"),
    Loan("订单融", Receivables, &[Credit, Pledge], 800, 12, 385, 4, "凭核心企业订单和应收账款融资"),
    Loan("链易融", SupplyChain, &[Credit, Guarantor], 3_000, 12, 375, 5, "依托核心企业信用，服务上下游供应商"),
    Loan("秒贴通", Bills, &[Pledge], 5_000, 6, 180, 1, "电子银行承兑汇票线上贴现"),
    Loan("投标保函", BidBond, &[Credit], 500, 6, 60, 2, "替代投标保证金，释放企业资金占用"),
    Loan("流动资金循环贷", WorkingCapital, &[Mortgage, Guarantor], 3_000, 36, 395, 7, "一次授信、循环使用、随借随还"),
    Loan("专精特新贷", TechCredit, &[Credit, Combined], 2_000, 36, 320, 6, "专精特新和小巨人企业专属额度与利率"),
    Loan("人才创业贷", TechCredit, &[Credit, Guarantor], 500, 36, 340, 5, "支持高层次人才创办的科技企业"),
];

/// What the other lenders offer, by login.
const OTHERS: [(&str, Channel, &[Loan]); 5] = [
    (
        "danbao4",
        Channel::Guarantor,
        &[
            Loan(
                "科技融资担保",
                GuaranteeService,
                &[GuaranteeCompany],
                1_000,
                36,
                400,
                5,
                "政府性融资担保，担保费率不超过 1%",
            ),
            Loan("批量担保", GuaranteeService, &[GuaranteeCompany], 300, 12, 380, 3, "银担批量合作，免逐笔尽调"),
            Loan("知识产权担保", GuaranteeService, &[GuaranteeCompany, Pledge], 800, 24, 410, 6, "以知识产权反担保"),
        ],
    ),
    (
        "zulin10",
        Channel::Leasing,
        &[
            Loan("设备直租", Leasing, &[Mortgage, Guarantor], 5_000, 60, 480, 8, "新购设备直接租赁，期满归企业所有"),
            Loan("售后回租", Leasing, &[Mortgage], 3_000, 48, 520, 7, "盘活存量设备，补充营运资金"),
            Loan("研发设备租赁", Leasing, &[Credit, Guarantor], 1_000, 36, 460, 6, "检测仪器和研发设备专项租赁"),
        ],
    ),
    (
        "baoli11",
        Channel::Factoring,
        &[
            Loan("应收账款保理", Factoring, &[Pledge], 2_000, 12, 560, 4, "受让应收账款，提前回笼货款"),
            Loan("国企订单保理", Factoring, &[Credit, Pledge], 3_000, 12, 500, 4, "面向国有企业和上市公司的供应商"),
        ],
    ),
    (
        "baoxian12",
        Channel::Insurer,
        &[
            Loan("科技贷款保证保险", WorkingCapital, &[Insurance], 500, 12, 430, 5, "保证保险增信，无需抵押"),
            Loan("投标保证保险", BidBond, &[Insurance], 300, 6, 80, 1, "在线投保，电子保单即时生效"),
        ],
    ),
    (
        "yindao13",
        Channel::GovernmentFund,
        &[
            Loan("科技成果转化贷", TechCredit, &[Credit, Combined], 1_000, 36, 280, 10, "风险补偿资金支持，利率优惠"),
            Loan("应急转贷资金", WorkingCapital, &[Guarantor], 2_000, 3, 300, 2, "解决续贷过桥资金需求"),
        ],
    ),
];

/// A fund in few words: name, type, rounds, smallest and largest ticket in 万元, weeks to the decision, special.
struct Fund(&'static str, &'static str, EquityType, &'static [Round], i64, i64, i32, &'static str);

const FUNDS: [Fund; 6] = [
    Fund(
        "jijin7",
        "缙云早期基金",
        EquityType::AngelFund,
        &[Round::Seed, Round::Angel],
        100,
        800,
        4,
        "投早投小投科技，侧重硬科技",
    ),
    Fund(
        "jijin7",
        "缙云成长基金",
        EquityType::VentureCapital,
        &[Round::A, Round::B],
        500,
        3_000,
        6,
        "智能制造、集成电路和生物医药",
    ),
    Fund(
        "jijin7",
        "缙云可转债",
        EquityType::Convertible,
        &[Round::A, Round::B, Round::C],
        300,
        2_000,
        5,
        "先债后股，兼顾流动性和成长",
    ),
    Fund(
        "yindao13",
        "高新产业引导基金",
        EquityType::GovernmentGuidance,
        &[Round::A, Round::B, Round::C],
        1_000,
        10_000,
        10,
        "引导社会资本，支持主导产业补链",
    ),
    Fund(
        "chuangtou14",
        "嘉陵江创投二期",
        EquityType::PrivateEquity,
        &[Round::C, Round::PreIpo],
        3_000,
        20_000,
        12,
        "陪伴企业上市，提供并购资源",
    ),
    Fund(
        "chuangtou14",
        "智造产业基金",
        EquityType::Industrial,
        &[Round::A, Round::B],
        1_000,
        8_000,
        8,
        "产业资本出资，可导入整机客户",
    ),
];

fn base(kind: FinancingKind, name: String, special: &str, least: i64, most: i64) -> ProductContent {
    ProductContent {
        kind,
        name,
        summary: special.into(),
        description: format!("{special}。服务对象为在高新区注册并正常经营的科技企业，具体条件和额度以审批结果为准。"),
        amount_min: Some(Money::wan(least)),
        amount_max: Some(Money::wan(most)),
        negative_list: vec![RiskKind::SeriousViolation, RiskKind::Enforcement],
        steps: ["提交申请", "尽职调查", "审批", "签约放款"].map(Into::into).to_vec(),
        contact_name: "科技金融部".into(),
        contact_phone: "023-60000000".into(),
        ..ProductContent::default()
    }
}

fn fee(name: &str, payee: FeePayee, timing: FeeTiming, basis: FeeBasis, value: i64) -> ProductFee {
    ProductFee { name: name.into(), payee, timing, basis, value }
}

/// `turn` makes the products of different institutions differ a little.
fn loan(
    Loan(name, kind, guarantees, most, months, rate, days, special): &Loan,
    channel: Channel,
    brand: &str,
    turn: i32,
) -> ProductContent {
    let mut content = base(FinancingKind::Debt, format!("{brand}{name}"), special, 10, *most);
    let rate = rate + turn * 8;
    let insured = guarantees.contains(&GuaranteeCompany) || guarantees.contains(&Insurance);
    content.product_type = Some(*kind);
    content.channel = Some(channel);
    (content.term_min, content.term_max) = (Some(1), Some(*months));
    content.guarantees = guarantees.to_vec();
    content.rate_type = Some(if turn % 2 == 0 { RateType::Lpr } else { RateType::Fixed });
    if turn % 2 == 0 {
        content.lpr_tenor = Some(if *months > 60 { LprTenor::FiveYears } else { LprTenor::OneYear });
        let base = if *months > 60 { 350 } else { 300 };
        (content.lpr_spread, content.lpr_spread_max) = (Some(rate - base), Some(rate - base + 90));
    }
    (content.rate_min, content.rate_max) = (Some(Rate::bp(rate)), Some(Rate::bp(rate + 90)));
    content.repayments = match months {
        ..=12 => vec![Repayment::InterestFirst, Repayment::Bullet],
        _ => vec![Repayment::EqualInstallment, Repayment::InterestFirst, Repayment::EqualPrincipal],
    };
    content.materials = ["营业执照", "近两年财务报表", "近六个月银行流水"].map(Into::into).to_vec();
    (content.decision_wd, content.disburse_wd) = (Some(*days), Some(5));
    content.age_min_months = Some(if name.contains("首贷") || name.contains("人才") { 6 } else { 12 + turn * 6 });
    content.first_loan_friendly = name.contains("首贷") || name.contains("人才") || name.contains("税易");
    content.pure_online = matches!(kind, ProductType::TaxLoan | ProductType::Bills | ProductType::BidBond);
    content.subsidised = name.contains("设备更新") || channel == Channel::GovernmentFund;
    content.risk_pool = matches!(kind, ProductType::IpPledge | ProductType::TechCredit) && turn == 0;
    content.risk_pool_name = content.risk_pool.then(|| "高新区知识价值信用贷款风险补偿资金池".into());
    if insured {
        content.fees = vec![fee("担保费或保费", FeePayee::Guarantor, FeeTiming::Yearly, FeeBasis::Share, 800)];
    }
    if *kind == ProductType::FixedAssets || *kind == ProductType::CommercialProperty {
        content.fees = vec![fee("抵押物评估费", FeePayee::Appraiser, FeeTiming::Upfront, FeeBasis::Fixed, 600_000)];
        content.uses = vec![UseKind::Equipment, UseKind::Property, UseKind::Expansion];
    }
    if *kind == ProductType::TaxLoan {
        (content.tax_min, content.tax_grade_min) = (Some(Money::wan(2)), Some(TaxGrade::B));
    }
    content.sheet = sheets::of(name).map(Into::into);
    if name.contains("专精特新") {
        content.titles_any = vec![Title::Srdi, Title::LittleGiant];
    }
    if name.contains("设备") {
        content.industries_in = vec!["C".into()];
    }
    content
}

fn fund(Fund(_, name, kind, rounds, least, most, weeks, special): &Fund) -> ProductContent {
    ProductContent {
        equity_type: Some(*kind),
        fund_name: Some(format!("{name}合伙企业（有限合伙）")),
        manager: Some("重庆创新投资管理有限公司（演示）".into()),
        filing_no: Some("SDEMO1".into()),
        stages: rounds.to_vec(),
        share_min: Some(300),
        share_max: Some(2_000),
        lead_role: Some(if *weeks > 8 { LeadRole::Lead } else { LeadRole::Both }),
        decision_weeks: Some(*weeks),
        exit_preference: Some("上市、并购或回购".into()),
        portfolio: ["协作机器人（A 轮）", "车规级芯片（B 轮）"].map(Into::into).to_vec(),
        industries_in: ["C", "I", "M"].map(Into::into).to_vec(),
        materials: ["商业计划书", "近三年财务报表", "股权结构", "知识产权清单"].map(Into::into).to_vec(),
        ..base(FinancingKind::Equity, (*name).into(), special, *least, *most)
    }
}

async fn submitted(stage: &Stage, login: &str, content: &ProductContent) -> Result<ProductId> {
    let actor = stage.actor(login).await?;
    let id = products::create(&stage.db, &actor, content).await?;
    products::submit(&stage.db, &actor, id, 1).await?;
    Ok(id)
}

async fn shelved(stage: &Stage, login: &str, content: &ProductContent) -> Result<ProductId> {
    let id = submitted(stage, login, content).await?;
    products::approve(&stage.db, &stage.actor("yunying1").await?, id, 2).await?;
    let mut shelf = stage.shelf.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.entry(login.into()).or_insert((id, content.clone()));
    Ok(id)
}

/// The first product of an institution.
pub fn product_of(stage: &Stage, login: &str) -> Result<(ProductId, ProductContent)> {
    let shelf = stage.shelf.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.get(login).cloned().ok_or_else(jinqiao_kernel::Error::not_found)
}

/// The channel of a lender by its login, and the first of what such lenders offer.
fn trade(login: &str, turn: usize) -> (Channel, &'static Loan) {
    let other = |index: usize| (OTHERS[index].1, &OTHERS[index].2[turn % OTHERS[index].2.len()]);
    match login.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "danbao" => other(0),
        "zulin" => other(1),
        "baoli" => other(2),
        "baoxian" => other(3),
        "yindao" => other(4),
        "xiaodai" => (Channel::MicroLoan, &BANK[turn % 4]),
        _ => (Channel::Bank, &BANK[turn % BANK.len()]),
    }
}

/// Quotes as they were published, from the last change but one on.
async fn lpr(stage: &Stage) -> Result<()> {
    let quote = |day: &str, one_year, five_years| {
        let published_on = day.parse().map_err(|_| Error::internal("a day of the demo"))?;
        Ok(LprQuote { published_on, one_year: Rate(one_year), five_years: Rate(five_years) })
    };
    let quotes = [
        ("2024-07-22", 3_350, 3_850),
        ("2024-10-21", 3_100, 3_600),
        ("2025-05-20", 3_000, 3_500),
        ("2025-10-20", 3_000, 3_500),
    ];
    let quotes: Vec<_> = quotes.into_iter().map(|(day, one, five)| quote(day, one, five)).collect::<Result<_>>()?;
    lpr::save(&stage.db, &stage.operator().await?, &quotes).await
}

/// Everything on the shelf; returns the product that is applied for.
pub async fn shelf(stage: &Stage) -> Result<ProductId> {
    lpr(stage).await?;
    let mut first = None;
    let banks = [
        ("jigou1", "渝州", 0),
        ("jigou2", "嘉陵", 1),
        ("yinhang3", "两江", 2),
        ("yinhang8", "巴渝", 3),
        ("yinhang9", "西部", 4),
    ];
    for (login, brand, turn) in banks {
        stage.pass(2).await?;
        for one in &BANK {
            let id = shelved(stage, login, &loan(one, Channel::Bank, brand, turn)).await?;
            first.get_or_insert(id);
        }
    }
    for (login, channel, loans) in OTHERS {
        stage.pass(2).await?;
        for one in loans {
            shelved(stage, login, &loan(one, channel, "", 0)).await?;
        }
    }
    for (turn, (login, brand)) in banks::SMALL_SHELVES.iter().enumerate() {
        stage.pass(1).await?;
        let more = if turn % 2 == 0 { vec![turn] } else { vec![turn, turn + 3] };
        for turn in more {
            let (channel, one) = trade(login, turn);
            shelved(stage, login, &loan(one, channel, brand, i32::try_from(turn % 6).unwrap_or_default())).await?;
        }
    }
    for one in &FUNDS {
        stage.pass(1).await?;
        shelved(stage, one.0, &fund(one)).await?;
    }
    first.ok_or_else(jinqiao_kernel::Error::not_found)
}

async fn applied(stage: &Stage, firm: &str, product: ProductId, wan: i64, text: &str) -> Result<OrderId> {
    stage.pass(3).await?;
    let draft = Draft {
        amount: Some(Money::wan(wan)),
        term_months: Some(12),
        use_kind: Some(UseKind::Rnd),
        use_text: Some(text.into()),
        guarantees: vec![Credit],
        repayments: vec![Repayment::EqualInstallment],
        repayment_source: Some("主营业务销售回款".into()),
        ..Draft::default()
    };
    let scopes = vec![ConsentScope::Identity, ConsentScope::Contact, ConsentScope::Business, ConsentScope::Finance];
    let wanted = Application { product, number: 1, draft, scopes, authorization: 1 };
    orders::apply(&stage.db, &stage.actor(firm).await?, &wanted).await
}

/// Two direct applications: one declined, one waiting.
pub async fn applications(stage: &Stage, product: ProductId) -> Result<()> {
    let declined = applied(stage, "qiye2", product, 400, "新产品开模与小批量试制，采购检测仪器").await?;
    stage.pass(5).await?;
    let why = "企业近一年营业收入波动较大，建议补充在手订单后改申请订单融资类产品。";
    orders::refuse(&stage.db, &stage.actor("jigou1").await?, declined, 1, RefusalCode::R08, why).await?;
    applied(stage, "qiye1", product, 180, "视觉检测模块研发，支付研发人员薪酬").await.map(|_| ())
}

/// One product in each other state, near the present.
pub async fn in_other_states(stage: &Stage) -> Result<()> {
    stage.pass(1).await?;
    let own = |name: &'static str| ProductContent { name: name.into(), ..loan(&BANK[0], Channel::Bank, "", 1) };
    let (bank, operator) = (stage.actor("jigou1").await?, stage.actor("yunying1").await?);
    let renewed = shelved(stage, "jigou1", &own("瞪羚企业贷")).await?;
    let cheaper = ProductContent { rate_min: Some(Rate(3_050)), decision_wd: Some(3), ..own("瞪羚企业贷") };
    products::edit(&stage.db, &bank, renewed, 3, &cheaper).await?;
    products::submit(&stage.db, &bank, renewed, 4).await?;
    submitted(stage, "jigou2", &own("研发投入贷")).await?;
    let returned = submitted(stage, "jigou1", &own("园区合作贷")).await?;
    let defects =
        [Defect { field: "description".into(), message: "请写明合作园区的范围和准入条件".into() }];
    products::give_back(&stage.db, &operator, returned, 2, &defects).await?;
    let off = shelved(stage, "jigou1", &own("双十一备货贷")).await?;
    products::shelve(&stage.db, &bank, off, 3, ShelfAction::TakeOff, Some("活动已结束")).await?;
    let forced = shelved(stage, "yinhang3", &own("过桥快贷")).await?;
    products::force_off(&stage.db, &operator, forced, 3, "实际收费与公示的费用不一致，请更正后重新提交").await?;
    let draft = ProductContent { name: "数据资产贷（草稿）".into(), ..ProductContent::default() };
    products::create(&stage.db, &bank, &draft).await.map(|_| ())
}
