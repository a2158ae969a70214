//! Who appears in the demo. Names are invented; codes are valid but unassigned.

use jinqiao_kernel::{Money, NaiveDate, Rate};
use jinqiao_platform::enterprises::{
    ExistingLoan, FinanceYearIn, IndustrySection, Innovation, IpCounts, ListingIntent, ListingStage, OrgType,
    ProfileIn, TaxGrade, Title,
};

/// An enterprise of the demo.
pub struct Firm<'a> {
    pub login: &'a str,
    pub name: &'a str,
    pub contact: &'a str,
    pub section: IndustrySection,
    /// Class of the industry; its first two digits are the division.
    pub class: &'static str,
    pub business: &'static str,
    pub park: &'static str,
    pub founded: (i32, u32, u32),
    pub staff: i32,
    pub revenue_wan: i64,
    pub titles: &'static [Title],
}

/// Enterprises; the first two have public accounts.
pub const FIRMS: [Firm<'static>; 8] = [
    Firm {
        login: "qiye1",
        name: "重庆云岭智能装备有限公司",
        contact: "陈思远",
        section: IndustrySection::C,
        class: "3599",
        business: "工业机器人末端执行器的研发与制造",
        park: "西永微电园",
        founded: (2016, 5, 18),
        staff: 86,
        revenue_wan: 4_260,
        titles: &[Title::HighTech, Title::Srdi],
    },
    Firm {
        login: "qiye2",
        name: "重庆澜图软件技术有限公司",
        contact: "罗静怡",
        section: IndustrySection::I,
        class: "6513",
        business: "制造企业生产管理软件的开发与服务",
        park: "金凤园区",
        founded: (2019, 3, 12),
        staff: 42,
        revenue_wan: 1_380,
        titles: &[Title::HighTech, Title::TechSme],
    },
    Firm {
        login: "chuangxin3",
        name: "重庆康芯医疗器械有限公司",
        contact: "彭勇",
        section: IndustrySection::C,
        class: "3581",
        business: "体外诊断设备与配套试剂",
        park: "金凤园区",
        founded: (2014, 9, 2),
        staff: 128,
        revenue_wan: 8_900,
        titles: &[Title::HighTech, Title::LittleGiant],
    },
    Firm {
        login: "chuangxin4",
        name: "重庆绿能储电科技有限公司",
        contact: "谭晓峰",
        section: IndustrySection::C,
        class: "3841",
        business: "工商业储能系统集成",
        park: "西永微电园",
        founded: (2020, 7, 21),
        staff: 58,
        revenue_wan: 3_150,
        titles: &[Title::TechSme],
    },
    Firm {
        login: "chuangxin5",
        name: "重庆巴渝精密模具有限公司",
        contact: "何建国",
        section: IndustrySection::C,
        class: "3399",
        business: "汽车覆盖件冲压模具",
        park: "含谷园区",
        founded: (2008, 11, 6),
        staff: 156,
        revenue_wan: 7_400,
        titles: &[Title::Srdi, Title::AboveScale],
    },
    Firm {
        login: "chuangxin6",
        name: "重庆数芯集成电路设计有限公司",
        contact: "宋嘉",
        section: IndustrySection::I,
        class: "6520",
        business: "电源管理芯片设计",
        park: "西永微电园",
        founded: (2021, 1, 15),
        staff: 37,
        revenue_wan: 980,
        titles: &[Title::TechSme, Title::Gazelle],
    },
    Firm {
        login: "chuangxin7",
        name: "重庆禾丰生物技术有限公司",
        contact: "蒋雪",
        section: IndustrySection::M,
        class: "7330",
        business: "微生物肥料的研究与推广",
        park: "白市驿园区",
        founded: (2017, 6, 30),
        staff: 33,
        revenue_wan: 1_120,
        titles: &[Title::HighTech],
    },
    Firm {
        login: "chuangxin8",
        name: "重庆智行车联网络有限公司",
        contact: "邓凯",
        section: IndustrySection::I,
        class: "6450",
        business: "车路协同终端与数据服务",
        park: "石桥铺园区",
        founded: (2022, 4, 8),
        staff: 24,
        revenue_wan: 460,
        titles: &[Title::TechSme, Title::Incubated],
    },
];

impl Firm<'_> {
    /// The complete profile.
    pub fn profile(&self) -> ProfileIn {
        let (year, month, day) = self.founded;
        ProfileIn {
            org_type: Some(OrgType::Limited),
            legal_person: Some(self.contact.into()),
            // The example number of GB 11643: no living person's.
            legal_person_id: Some("11010519491231002X".into()),
            legal_person_consent: Some(1),
            reg_capital: Some(Money::wan(i64::from(self.staff) * 20)),
            paid_capital: Some(Money::wan(i64::from(self.staff) * 12)),
            founded_on: NaiveDate::from_ymd_opt(year, month, day).map(Into::into),
            district: Some("高新区".into()),
            park: Some(self.park.into()),
            address: Some(format!("重庆高新区{}科技大道 {} 号", self.park, self.staff)),
            industry_section: Some(self.section),
            industry_division: Some(self.class[..2].into()),
            main_business: Some(self.business.into()),
            staff: Some(self.staff),
            rd_staff: Some(self.staff / 3),
            revenue: Some(Money::wan(self.revenue_wan)),
            tax_grade: Some(TaxGrade::A),
            titles: self.titles.to_vec(),
            reg_authority: Some("重庆高新区市场监督管理局".into()),
            industry_class: Some(self.class.into()),
            insured_count: Some(self.staff - self.staff / 12),
            ip: IpCounts {
                inventions: Some(self.staff / 20),
                utility_models: Some(self.staff / 8),
                software: Some(self.staff / 15),
                pct: Some(i32::from(self.staff > 100)),
            },
            innovation: self.innovation(),
            existing_loans: self.loans(),
            guarantees_given: Some(Money::ZERO),
            overdue: Some(false),
            first_loan: Some(self.staff <= 60),
            listing_intent: Some(if self.staff > 150 { ListingIntent::Bse } else { ListingIntent::None }),
            listing_stage: (self.staff > 150).then_some(ListingStage::Tutoring),
            finance: (0..3).map(|back| self.year(back)).collect(),
            ..ProfileIn::default()
        }
    }

    /// What the score asks for beside; the smaller firms have not said everything.
    fn innovation(&self) -> Innovation {
        let share = |percent: i64| Some(Money::wan(self.revenue_wan * percent / 100));
        Innovation {
            invention_applications: Some(self.staff / 25),
            tech_contracts: share(6),
            hightech_revenue: share(64),
            master_staff: Some(self.staff / 9),
            graduates: Some(self.staff / 30),
            provincial_platforms: Some(i32::from(self.staff > 80)),
            provincial_awards: (self.staff > 60).then_some(0),
            provincial_projects: Some(i32::from(self.staff > 120)),
            venture_capital: (self.staff > 60).then(|| Money::wan(i64::from(self.staff) * 4)),
        }
    }

    fn loans(&self) -> Vec<ExistingLoan> {
        let loan = |bank: &str, share: i64| ExistingLoan {
            bank: bank.into(),
            amount: Money::wan(self.revenue_wan / share),
            rate: Some(Rate(4_050)),
            guarantee: Some("抵押".into()),
            due_on: NaiveDate::from_ymd_opt(2027, 6, 30).map(Into::into),
        };
        if self.staff > 60 { vec![loan("渝州银行高新支行（演示）", 12)] } else { vec![] }
    }

    /// The figures of `back` years before 2025, growing by a seventh a year.
    fn year(&self, back: i32) -> FinanceYearIn {
        let revenue = (0..back).fold(self.revenue_wan, |revenue, _| revenue * 7 / 8);
        let share = |percent: i64| Some(Money::wan(revenue * percent / 100));
        FinanceYearIn {
            year: 2025 - back,
            revenue: Some(Money::wan(revenue)),
            profit: share(8),
            assets: share(120),
            liabilities: share(55),
            tax_paid: share(4),
            rd_expense: share(7),
        }
    }
}
