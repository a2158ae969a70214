//! How much an organisation can keep of this concept.

use crate::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[UNITS, SUB_ACCOUNTS];

/// Branches and departments, closed ones too.
pub const UNITS: Bound = Bound {
    name: "units",
    most: 500,
    what: "分支机构和部门（含已撤销的）",
    cure: "请改用已有的分支机构，或联系平台运营方",
};

/// Sub-accounts, disabled ones too; those in use are bounded by the operator.
pub const SUB_ACCOUNTS: Bound = Bound {
    name: "sub_accounts",
    most: 500,
    what: "子账号（含已停用的）",
    cure: "请启用已停用的子账号，或联系平台运营方",
};
