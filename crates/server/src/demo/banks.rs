//! Financial institutions of the demo. Names are invented.

use jinqiao_platform::organizations::InstitutionType;

/// A financial institution of the demo.
pub struct Bank {
    pub login: &'static str,
    pub name: &'static str,
    pub contact: &'static str,
    pub kind: InstitutionType,
}

const fn bank(login: &'static str, name: &'static str, contact: &'static str, kind: InstitutionType) -> Bank {
    Bank { login, name, contact, kind }
}

use InstitutionType::{Bank as Lender, EquityFund, Factoring, GovernmentFund, Guarantor, Insurer, Leasing, MicroLoan};

/// Institutions; the first two and the first fund have public accounts, `xiaodai5` is not certified.
pub const BANKS: [Bank; 39] = [
    bank("jigou1", "渝州银行高新支行", "周颖", Lender),
    bank("jigou2", "嘉陵农村商业银行科技支行", "冉涛", Lender),
    bank("yinhang3", "两江商业银行石桥铺支行", "向敏", Lender),
    bank("danbao4", "高新融资担保有限公司", "秦川", Guarantor),
    bank("xiaodai5", "山城小额贷款有限公司", "余波", MicroLoan),
    bank("jijin7", "缙云创业投资基金（演示）", "韦航", EquityFund),
    bank("yinhang8", "巴渝科技银行高新支行（演示）", "龙吟", Lender),
    bank("yinhang9", "西部农商银行西永支行（演示）", "蒲静", Lender),
    bank("zulin10", "山城融资租赁有限公司（演示）", "程曦", Leasing),
    bank("baoli11", "渝信商业保理有限公司（演示）", "舒畅", Factoring),
    bank("baoxian12", "长江财产保险重庆分公司（演示）", "聂峰", Insurer),
    bank("yindao13", "高新区产业引导基金（演示）", "田甜", GovernmentFund),
    bank("chuangtou14", "嘉陵江创业投资有限公司（演示）", "管宁", EquityFund),
    bank("yinhang15", "歌乐山银行大学城支行（演示）", "庞博", Lender),
    bank("yinhang16", "南岸商业银行高新支行（演示）", "褚蕾", Lender),
    bank("yinhang17", "金凤村镇银行（演示）", "卫民", Lender),
    bank("yinhang18", "三峡产业银行科学城支行（演示）", "蒋欣", Lender),
    bank("yinhang19", "江津农商银行双福支行（演示）", "沈毅", Lender),
    bank("yinhang20", "渝中城市银行西永支行（演示）", "韩雪", Lender),
    bank("yinhang21", "华岩科创银行（演示）", "杨帆", Lender),
    bank("yinhang22", "东江银行重庆分行（演示）", "朱琳", Lender),
    bank("yinhang23", "北碚惠民银行高新支行（演示）", "秦岚", Lender),
    bank("yinhang24", "长寿实业银行科技支行（演示）", "尤佳", Lender),
    bank("yinhang25", "涪陵商业银行石板支行（演示）", "许可", Lender),
    bank("yinhang26", "万州银行高新支行（演示）", "何苗", Lender),
    bank("danbao27", "渝科融资担保有限公司（演示）", "吕梁", Guarantor),
    bank("danbao28", "西部中小企业担保有限公司（演示）", "施诗", Guarantor),
    bank("danbao29", "两江科技担保有限公司（演示）", "张弛", Guarantor),
    bank("xiaodai30", "高新科技小额贷款有限公司（演示）", "孔明", MicroLoan),
    bank("xiaodai31", "渝北惠企小额贷款有限公司（演示）", "曹颖", MicroLoan),
    bank("zulin32", "西部设备租赁有限公司（演示）", "严实", Leasing),
    bank("zulin33", "金凤融资租赁有限公司（演示）", "华章", Leasing),
    bank("baoli34", "两江供应链保理有限公司（演示）", "金鑫", Factoring),
    bank("baoxian35", "山城财产保险科技分公司（演示）", "魏然", Insurer),
    bank("yindao36", "科学城成果转化基金（演示）", "陶然", GovernmentFund),
    bank("chuangtou37", "歌乐天使投资有限公司（演示）", "姜越", EquityFund),
    bank("chuangtou38", "渝科成长股权投资基金（演示）", "戚薇", EquityFund),
    bank("chuangtou39", "西部硬科技创业投资中心（演示）", "谢安", EquityFund),
    bank("chuangtou40", "长江产业股权投资基金（演示）", "邹航", EquityFund),
];

/// Those who lend to the crowd.
pub const LENDERS_OF_CROWD: &[&str] = &[
    "yinhang3",
    "yinhang8",
    "yinhang9",
    "yinhang15",
    "yinhang16",
    "yinhang17",
    "yinhang18",
    "yinhang19",
    "yinhang20",
    "yinhang21",
    "yinhang22",
    "yinhang23",
    "yinhang24",
    "yinhang25",
    "yinhang26",
    "xiaodai30",
    "xiaodai31",
    "zulin32",
];

/// Those who invest in it.
pub const FUNDS_OF_CROWD: &[&str] = &["chuangtou14", "chuangtou37", "chuangtou38", "chuangtou39", "chuangtou40"];

/// Who offers one or two products beside the large shelves: login, brand.
pub const SMALL_SHELVES: &[(&str, &str)] = &[
    ("yinhang15", "歌乐"),
    ("yinhang16", "南岸"),
    ("yinhang17", "金凤"),
    ("yinhang18", "三峡"),
    ("yinhang19", "江津"),
    ("yinhang20", "渝中"),
    ("yinhang21", "华岩"),
    ("yinhang22", "东江"),
    ("yinhang23", "惠民"),
    ("yinhang24", "长寿"),
    ("yinhang25", "涪陵"),
    ("yinhang26", "万州"),
    ("danbao27", "渝科"),
    ("danbao28", "西部"),
    ("danbao29", "两江"),
    ("xiaodai30", "高新"),
    ("xiaodai31", "惠企"),
    ("zulin32", "西部"),
    ("zulin33", "金凤"),
    ("baoli34", "两江"),
    ("baoxian35", "山城"),
    ("yindao36", "科学城"),
];
