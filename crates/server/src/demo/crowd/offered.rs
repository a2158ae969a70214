//! What the crowd applies for, which firms it suits, and what they fill in.

use crate::demo::firms::Firm;
use chrono::{NaiveDate, TimeDelta};
use jinqiao_government::applications::{ApplicationContent, ApplicationMaterial, Payee};
use jinqiao_kernel::FileId;
use jinqiao_platform::enterprises::{IndustrySection, Title};
use serde_json::{Map, Value, json};

/// An item that firms of the crowd apply for.
pub struct Offered {
    pub title: &'static str,
    pub department: &'static str,
    /// A paper that has to be there.
    paper: &'static str,
    /// It pays money, after so many days on the portal.
    pub pays: bool,
    pub public: bool,
    /// Its condition holds for such a firm.
    pub suits: fn(&Firm<'_>) -> bool,
}

/// All of them.
pub const OFFERED: &[Offered] = &[
    Offered {
        title: "制造业企业技术改造补助",
        department: "zhengfu1",
        paper: "项目备案证",
        pays: true,
        public: true,
        suits: |firm| firm.section == IndustrySection::C && firm.revenue_wan >= 2_100,
    },
    Offered {
        title: "营业收入增长奖励",
        department: "zhengfu1",
        paper: "近两年审计报告",
        pays: true,
        public: true,
        suits: |firm| firm.revenue_wan >= 1_100,
    },
    Offered {
        title: "企业扩岗用工补助",
        department: "zhengfu4",
        paper: "参保人员明细",
        pays: true,
        public: false,
        suits: |firm| firm.staff >= 30,
    },
    Offered {
        title: "瞪羚企业培育奖励",
        department: "zhengfu2",
        paper: "认定文件",
        pays: true,
        public: true,
        suits: |firm| firm.titles.contains(&Title::Gazelle) && firm.revenue_wan >= 1_100,
    },
    Offered {
        title: "企业研发费用补助",
        department: "zhengfu2",
        paper: "上年度研发费用专项审计报告",
        pays: true,
        public: true,
        suits: |firm| !firm.titles.is_empty() && firm.revenue_wan >= 900,
    },
    Offered {
        title: "专精特新企业培育奖励",
        department: "zhengfu2",
        paper: "认定文件",
        pays: true,
        public: false,
        suits: |firm| firm.titles.contains(&Title::Srdi),
    },
    Offered {
        title: "孵化在园企业场地补贴",
        department: "zhengfu2",
        paper: "入驻协议",
        pays: true,
        public: false,
        suits: |firm| firm.titles.contains(&Title::Incubated) && firm.founded.0 >= 2022,
    },
    Offered {
        title: "青年科技人才安居服务",
        department: "zhengfu4",
        paper: "研发人员名单",
        pays: false,
        public: false,
        suits: |firm| firm.staff >= 90,
    },
    Offered {
        title: "稳健经营企业“白名单”推荐",
        department: "zhengfu1",
        paper: "",
        pays: false,
        public: false,
        suits: |firm| firm.revenue_wan >= 300,
    },
];

/// Who applies, in short.
#[derive(Clone)]
pub struct Applicant {
    pub login: String,
    name: String,
    staff: i64,
    revenue_wan: i64,
}

impl Applicant {
    pub fn of(firm: &Firm<'_>) -> Self {
        let (login, name) = (firm.login.to_owned(), firm.name.to_owned());
        Self { login, name, staff: i64::from(firm.staff), revenue_wan: firm.revenue_wan }
    }
}

impl Offered {
    /// The name of the paper that has to be uploaded.
    pub fn paper(&self) -> Option<&'static str> {
        (!self.paper.is_empty()).then_some(self.paper)
    }

    /// What the firm hands in, for the `round`th time: each time better.
    pub fn filled(&self, by: &Applicant, round: usize, today: NaiveDate, paper: Option<FileId>) -> ApplicationContent {
        let ago = |days: i64| (today - TimeDelta::days(days)).to_string();
        let (revenue, staff, rd_staff) = (by.revenue_wan * 1_000_000, by.staff, by.staff / 3);
        // Out of a business: part of its revenue, in fen.
        let part = |share: i64| revenue / share / 10_000 * 10_000;
        let invoice = |place: i64| format!("5000{:08}", (by.revenue_wan * 7_919 + place * 104_729) % 100_000_000);
        let text = [
            "新客户订单增加，主要产品产能利用率提高。",
            "新增三家整机客户订单，主要产品销量比上年增长两成，毛利率稳定。",
        ];
        let project = text[round.min(1)];
        let values = match self.title {
            "制造业企业技术改造补助" => json!({
                "project": format!("{}产线改造项目", by.name.chars().skip(2).take(2).collect::<String>()), "kind": (["equipment", "digital", "green"][index(staff % 3)]),
                "systems": "生产执行系统、设备联网采集和质量追溯，覆盖三条产线。", "started": ago(300), "staff": staff,
                "bills": [
                    {"no": invoice(1), "item": "数控加工中心", "day": ago(220), "amount": part(20)},
                    {"no": invoice(2), "item": "在线检测设备", "day": ago(160), "amount": part(50)}],
                "own": part(25), "promise": true
            }),
            "营业收入增长奖励" => json!({
                "revenue": revenue, "staff": staff, "project": project, "promise": true,
                "customers": [{"name": "长江整机制造集团（演示）", "amount": part(5)}, {"name": "嘉陵电子股份（演示）", "amount": part(8)}]
            }),
            "企业扩岗用工补助" => json!({
                "staff": staff, "channel": (["fair", "school", "online"][index(staff % 3)]), "school": "重庆科技职业学院（演示）",
                "posts": [
                    {"post": "设备操作", "people": staff / 15 + 1, "since": ago(180)},
                    {"post": "研发助理", "people": staff / 30 + 1, "since": ago(120)}],
                "promise": true
            }),
            "瞪羚企业培育奖励" => json!({
                "document": "渝科局发〔2026〕52号", "certified": ago(240), "revenue": revenue, "promise": true,
                "project": (["用于研发。奖励资金全部投入新产品。", "奖励资金用于新产品中试和检测设备购置，其中设备约六成、材料约四成。"][round.min(1)])
            }),
            "企业研发费用补助" => json!({
                "rd_staff": rd_staff, "audited": (["done", "under_way"][index(staff % 2)]), "auditor": "渝信会计师事务所（演示）",
                "projects": [{"name": "新一代核心部件开发", "spent": part(25)}, {"name": "测试平台建设", "spent": part(40)}],
                "promise": true
            }),
            "专精特新企业培育奖励" => json!({
                "grade": "srdi", "document": "渝经信发〔2026〕21号", "promise": true,
                "project": (["专用部件", "专用部件和配套控制器，主要供给本地整机企业"][round.min(1)])
            }),
            "孵化在园企业场地补贴" => json!({
                "carrier": "科学城创新孵化中心（演示）", "from": ago(500), "paid": (["yes", "no"][index(staff % 2)]),
                "owed": 1_200_000, "promise": true
            }),
            "青年科技人才安居服务" => json!({
                "rd_staff": rd_staff, "place": (["xiyong", "jinfeng", "hangu"][index(staff % 3)]), "promise": true,
                "talents": [{"degree": "master", "people": rd_staff / 8 + 1}, {"degree": "bachelor", "people": rd_staff / 5 + 1}]
            }),
            _ => json!({}),
        };
        let figures = match self.title {
            "制造业企业技术改造补助" => json!({"equipment": part(20) + part(50)}),
            "企业扩岗用工补助" => json!({"added": staff / 15 + staff / 30 + 2}),
            "孵化在园企业场地补贴" => json!({"area": 80 + staff * 6}),
            _ => json!({}),
        };
        let files: Vec<_> = paper.into_iter().collect();
        let mut materials = vec![ApplicationMaterial { name: self.paper.into(), files, agreed: false }];
        materials.retain(|one| !one.files.is_empty());
        if self.title == "孵化在园企业场地补贴" {
            let statement = ApplicationMaterial { name: "告知承诺书".into(), agreed: true, ..Default::default() };
            materials.push(statement);
        }
        if self.title == "企业研发费用补助" {
            let statement =
                ApplicationMaterial { name: "不重复享受承诺书".into(), agreed: true, ..Default::default() };
            materials.push(statement);
        }
        let payee = Payee {
            name: by.name.clone(),
            bank: ["渝州银行", "渝州银行高新支行（演示）"][round.min(1)].into(),
            account: format!(
                "62220210{:08}",
                by.revenue_wan * 1_009 % 100_000_000 + i64::try_from(round).unwrap_or_default()
            ),
        };
        ApplicationContent { values: fields(values), figures: fields(figures), materials, payee }
    }
}

fn index(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn fields(json: Value) -> Map<String, Value> {
    match json {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
