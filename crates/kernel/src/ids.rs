//! Typed ids: a UUIDv7 inside, so that an account's id can never be passed where an order's is wanted.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sql", derive(sea_orm::DeriveValueType))]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        #[cfg(feature = "sql")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )*};
}

ids! {
    /// A login (账号).
    AccountId
    /// One logged-in browser (会话).
    SessionId
    /// A link that opens one thing for one account, once (一次性链接).
    AccountLinkId
    /// A code on its way to a phone or a mailbox (验证码).
    ContactCodeId
    /// A wish to give an account a new authenticator (动态验证码重置申请).
    AuthenticatorResetId
    /// A legal person behind accounts (单位).
    OrgId
    /// A branch or department inside an organisation (分支机构/部门).
    UnitId
    /// One version of an agreement text (协议).
    AgreementId
    /// An entry of the operator's review queue (审核).
    ReviewId
    /// An enterprise's consent to open data (授权).
    ConsentId
    /// A financial product (金融产品).
    ProductId
    /// A financing demand (融资需求).
    DemandId
    /// One demand and one institution (对接单).
    OrderId
    /// A round in which a demand was offered to institutions (派单).
    DispatchId
    /// A credit that several institutions give together (联合授信).
    JointCreditId
    /// An institution's part in a joint credit (联合授信成员).
    JointMemberId
    /// A further credit on a loan that was paid out (二次授信).
    SecondCreditId
    /// A payment under an order, with its own voucher and plan (借据).
    DrawId
    /// A repayment that an institution recorded (还款登记).
    ReceiptId
    /// A check of the use of funds (用途核查).
    UseCheckId
    /// A satisfaction call-back (满意度回访).
    CallbackId
    /// A request for materials on an order (补充材料).
    MaterialRequestId
    /// What one side of an order says of the other (评价).
    RatingId
    /// An uploaded file (附件).
    FileId
    /// One version of a rule for points (积分规则).
    PointRuleId
    /// An in-site message (站内信).
    MessageId
    /// A complaint, dispute, objection or incident record (投诉与异议).
    ComplaintId
    /// A policy item (政策事项).
    PolicyId
    /// A firm's application for what a policy item gives (政策申请).
    ApplicationId
    /// A list of payments for the finance office (拨付批次).
    PaymentBatchId
}
