//! States of a payment, pure.

use jinqiao_kernel::{Error, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a line of a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// 拨付中.
    Listed,
    /// 已拨付.
    Paid,
    /// 拨付失败: the application is listed again.
    Failed,
}

impl PaymentState {
    /// The finance office paid it.
    ///
    /// # Errors
    /// `payments.wrong_state` when it was reported already; the other one fails alike.
    pub fn pay(self) -> Result<Self> {
        if self == Self::Listed { Ok(Self::Paid) } else { Err(wrong()) }
    }

    /// The payment came back.
    ///
    /// # Errors
    /// As for [`PaymentState::pay`].
    pub fn fail(self) -> Result<Self> {
        if self == Self::Listed { Ok(Self::Failed) } else { Err(wrong()) }
    }
}

fn wrong() -> Error {
    Error::conflict("payments.wrong_state", "该笔拨付已有结果")
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Payment (拨付)",
    transitions: || transitions_of(PaymentState::iter(), &[("pay", PaymentState::pay), ("fail", PaymentState::fail)]),
};
