//! What an enterprise signs before a register is asked about it: the first version of the text.

use crate::agreements::Agreement;

/// An enterprise's permission to ask registers (数据核验授权书).
pub const DATA_VERIFICATION: Agreement = Agreement {
    name: "data_verification",
    title: "数据核验授权书",
    body: include_str!("agreements/data_verification.txt"),
};
