//! What users accept with their account: first versions of the texts.

use crate::agreements::Agreement;
use jinqiao_kernel::Role;

/// All of them.
pub const AGREEMENTS: &[Agreement] = &[ENTERPRISE, INSTITUTION, AGENCY, GOVERNMENT, OPERATOR, PRIVACY];

/// What every account of a role accepts before it goes on.
pub const fn of_role(role: Role) -> [Agreement; 2] {
    let own = match role {
        Role::Enterprise => ENTERPRISE,
        Role::Institution => INSTITUTION,
        Role::Agency => AGENCY,
        Role::Government | Role::Supervisor => GOVERNMENT,
        Role::Operator => OPERATOR,
    };
    [own, PRIVACY]
}

/// Everybody (个人信息处理规则).
pub const PRIVACY: Agreement =
    Agreement { name: "privacy", title: "个人信息处理规则", body: include_str!("agreements/privacy.txt") };

/// Enterprises (企业用户服务与保密协议).
pub const ENTERPRISE: Agreement =
    Agreement {
        name: "enterprise", title: "企业用户服务与保密协议", body: include_str!("agreements/enterprise.txt")
    };

/// Financial institutions (金融机构保密协议).
pub const INSTITUTION: Agreement = Agreement {
    name: "institution",
    title: "金融机构用户服务与保密协议",
    body: include_str!("agreements/institution.txt"),
};

/// Agencies (中介机构保密协议).
pub const AGENCY: Agreement =
    Agreement {
        name: "agency", title: "中介机构用户服务与保密协议", body: include_str!("agreements/agency.txt")
    };

/// Departments (政府用户保密承诺).
const GOVERNMENT: Agreement =
    Agreement {
        name: "government", title: "政府用户保密承诺书", body: include_str!("agreements/government.txt")
    };

/// The operator's staff (平台运营人员保密协议).
const OPERATOR: Agreement =
    Agreement {
        name: "operator", title: "平台运营人员保密协议", body: include_str!("agreements/operator.txt")
    };
