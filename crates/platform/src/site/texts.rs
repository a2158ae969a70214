//! What the operator says of the platform.

use crate::permissions::TextParameter;

/// All of them, in the order of the operator's page.
pub const TEXTS: &[TextParameter] = &[NAME, SUBTITLE, HOST, HOTLINE, HOTLINE_HOURS, ICP, POLICE];

/// The platform's name.
pub const NAME: TextParameter = TextParameter {
    name: "site_name",
    text: "平台名称",
    help: "显示在每页的页首、浏览器标题和页脚。",
    default: "金桥",
    optional: false,
    longest: 100,
};

/// What it is, beside the name.
pub const SUBTITLE: TextParameter = TextParameter {
    name: "site_subtitle",
    text: "平台名称的说明",
    help: "显示在平台名称旁，说明平台是什么。",
    default: "高新区科技企业融资服务平台",
    optional: false,
    longest: 100,
};

/// Who is responsible.
pub const HOST: TextParameter = TextParameter {
    name: "site_host",
    text: "主办单位",
    help: "显示在首页和页脚。",
    default: "高新技术产业开发区管理委员会",
    optional: true,
    longest: 100,
};

/// Whom to call.
pub const HOTLINE: TextParameter = TextParameter {
    name: "site_hotline",
    text: "服务热线",
    help: "显示在页脚、帮助和注册页面。没有热线时请留空，页面不显示。",
    default: "",
    optional: true,
    longest: 100,
};

/// When somebody answers.
pub const HOTLINE_HOURS: TextParameter = TextParameter {
    name: "site_hotline_hours",
    text: "服务热线的时间",
    help: "与服务热线一起显示。",
    default: "工作日 09:00–18:00",
    optional: true,
    longest: 100,
};

/// The filing with the ministry of industry.
pub const ICP: TextParameter = TextParameter {
    name: "site_icp",
    text: "ICP 备案号",
    help: "显示在页脚，例如“渝ICP备00000000号”。取得备案号前请留空。",
    default: "",
    optional: true,
    longest: 100,
};

/// The filing with the police.
pub const POLICE: TextParameter = TextParameter {
    name: "site_police",
    text: "公安备案号",
    help: "显示在页脚，例如“渝公网安备 00000000000000号”。取得备案号前请留空。",
    default: "",
    optional: true,
    longest: 100,
};
