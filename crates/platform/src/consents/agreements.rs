//! What an enterprise signs when it opens its data: the first version of the text.

use crate::agreements::Agreement;

/// An enterprise's permission to open its data (企业信息授权书).
pub const DATA_AUTHORIZATION: Agreement = Agreement {
    name: "data_authorization",
    title: "企业信息授权书",
    body: include_str!("agreements/data_authorization.txt"),
};
