//! What an institution owes or achieves on an order, as its records name it.

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};

/// What an institution owes or achieves on an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ServiceKind {
    /// To answer a dispatched demand: take it or decline it.
    Answer,
    /// To take an application on, or decline it.
    TakeOn,
    /// To make contact after the confirmation.
    Contact,
    /// To decide after the confirmation.
    Decision,
    /// To pay after the acceptance.
    Payment,
    /// To say why, when it ends an order.
    Reason,
    /// That a confirmed order leads to a payment.
    Deal,
    /// To pay what was granted, as it was granted.
    Terms,
    /// That the enterprise is satisfied, when it is called back.
    Callback,
}

impl ServiceKind {
    /// Duties with a limit; they make up the share of limits kept.
    pub const LIMITED: [Self; 5] = [Self::Answer, Self::TakeOn, Self::Contact, Self::Decision, Self::Payment];
}
