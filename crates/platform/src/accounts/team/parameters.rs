//! Numbers of this part that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[INSTITUTION_SUB_ACCOUNTS, ENTERPRISE_SUB_ACCOUNTS, DEPARTMENT_SUB_ACCOUNTS];

/// Active sub-accounts of a financial institution (plan: 子账号个数设置).
pub const INSTITUTION_SUB_ACCOUNTS: Parameter = Parameter {
    name: "institution_sub_accounts",
    text: "每家金融机构的子账号数上限",
    help: "只计在用的子账号；调低后已有的照常使用，不能再新增。",
    unit: "个",
    default: 20,
    min: 0,
    max: 200,
};

/// Active sub-accounts of an enterprise or agency.
pub const ENTERPRISE_SUB_ACCOUNTS: Parameter = Parameter {
    name: "enterprise_sub_accounts",
    text: "每家企业或中介机构的子账号数上限",
    help: "只计在用的子账号；调低后已有的照常使用，不能再新增。",
    unit: "个",
    default: 5,
    min: 0,
    max: 50,
};

/// Active sub-accounts of a department of the government, which reviews with two people at least.
pub const DEPARTMENT_SUB_ACCOUNTS: Parameter = Parameter {
    name: "department_sub_accounts",
    text: "每个政府部门的子账号数上限",
    help: "只计在用的子账号；调低后已有的照常使用，不能再新增。",
    unit: "个",
    default: 20,
    min: 0,
    max: 200,
};
