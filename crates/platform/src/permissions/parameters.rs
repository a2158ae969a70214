//! Numbers that the operator sets. A change applies to what is opened after it.

use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Error, Result};
use sea_orm::{
    ActiveEnum, ConnectionTrait, DeriveActiveEnum, EntityTrait, EnumIter, Iterable, Set, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, ops::RangeInclusive};
use utoipa::ToSchema;

/// A number that the operator sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Parameter {
    /// Live orders that a demand may have at a time (domain 2.1).
    LiveOrders,
    /// Completeness of the profile, in percent, that a demand needs before it is submitted (domain 2.1).
    ProfilePercent,
    /// Days until a consent expires (domain 2.3).
    ConsentDays,
    /// Days for which a consent outlasts its order at most (domain 2.3).
    ConsentTailDays,
    /// Largest size of an uploaded file, megabytes.
    UploadMegabytes,
    /// Room for all files of one organisation, megabytes.
    StorageMegabytes,
    /// Longest limit of a product to the decision, working days (domain 2.12).
    DecisionDays,
    /// Longest limit of a product from the acceptance to the payment, working days.
    DisburseDays,
    /// Working days in which the operator decides about what was submitted (domain 2.1).
    ReviewDays,
    /// Working days in which an institution takes an application on (domain 2.2).
    TakeOnDays,
    /// Working days in which an enterprise answers an offer.
    ChooseDays,
    /// Working days from the confirmation to the first contact.
    ContactDays,
    /// Working days in which an enterprise provides materials.
    MaterialDays,
    /// Working days in which an enterprise confirms a payment's figures.
    ConfirmPaymentDays,
    /// Working days of one round of dispatch, in which an institution takes what was offered to it first (domain 2.1).
    DispatchDays,
    /// Institutions to which a demand is dispatched at a time; 0 opens demands to all at once.
    DispatchInstitutions,
    /// Rounds of dispatch before the market opens.
    DispatchRounds,
    /// Working days for which the clock of an order may stand still for materials altogether (domain 2.2).
    PauseDays,
    /// Working days after the end of the decision's limit at which an order is void (domain 2.2: hard stop).
    StopDays,
    /// Working days on the open market without any offer after which the operator makes calls.
    UnansweredDays,
    /// Working days on the open market after which a demand is closed.
    MarketDays,
    /// Working days in which an enterprise corrects what was returned.
    CorrectionDays,
    /// Days after which an untouched draft is deleted.
    DraftDays,
    /// Working days in which the operator takes a complaint on (domain 2.9).
    ComplaintAssignDays,
    /// Working days from then to the answer.
    ComplaintAnswerDays,
    /// Working days in which the complainant confirms an answer or reopens; silence confirms.
    ComplaintConfirmDays,
    /// Calendar days in which an objection to score or data is answered (domain 2.3).
    ObjectionDays,
    /// Active sub-accounts of a financial institution (plan: 子账号个数设置).
    InstitutionSubAccounts,
    /// Active sub-accounts of an enterprise or agency.
    EnterpriseSubAccounts,
    /// Least share of a joint credit's lead, percent (domain 2.4).
    JointLeadPercent,
    /// Least number of a joint credit's lenders, the lead among them.
    JointLenders,
    /// Working days of an invitation to a joint credit, and of its one extension.
    JointInviteDays,
    /// Working days in which the enterprise, or the lead, answers in a joint credit.
    JointAnswerDays,
    /// Working days in which a member of a joint credit decides.
    JointReviewDays,
    /// Working days in which the enterprise decides about the sheet of a joint credit.
    JointOfferDays,
    /// Working days in which the other side answers a request for a second credit (domain 2.5).
    SecondAnswerDays,
    /// Working days in which the institution decides about a second credit.
    SecondDecisionDays,
}

impl Parameter {
    /// Its name, as people read it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::LiveOrders => "同一需求最多同时对接的机构数",
            Self::ProfilePercent => "提交需求所需的企业档案完整度",
            Self::ConsentDays => "企业数据授权的默认有效期",
            Self::ConsentTailDays => "对接结束后数据授权最多保留的天数",
            Self::UploadMegabytes => "单个附件的大小上限",
            Self::StorageMegabytes => "每个单位的附件总空间",
            Self::DecisionDays => "产品审批时限的上限",
            Self::DisburseDays => "产品放款时限的上限",
            Self::ReviewDays => "平台审核时限",
            Self::TakeOnDays => "机构受理产品申请的时限",
            Self::ChooseDays => "企业答复报价的时限",
            Self::ContactDays => "机构首次联系企业的时限",
            Self::MaterialDays => "企业补充材料的时限",
            Self::ConfirmPaymentDays => "企业核对放款的时限",
            Self::ComplaintAssignDays => "投诉与异议的受理时限",
            Self::ComplaintAnswerDays => "投诉的答复时限",
            Self::ComplaintConfirmDays => "提出方确认答复的时限",
            Self::ObjectionDays => "数据或评分异议的答复时限",
            Self::InstitutionSubAccounts => "每家金融机构的子账号数上限",
            Self::EnterpriseSubAccounts => "每家企业或中介机构的子账号数上限",
            Self::DispatchDays => "派单每轮时限",
            Self::DispatchInstitutions => "每轮派单的机构数",
            Self::DispatchRounds => "派单轮数",
            Self::PauseDays => "补充材料累计暂停的上限",
            Self::StopDays => "逾期作废",
            Self::UnansweredDays => "无人报价转人工推介",
            Self::MarketDays => "需求公开期",
            Self::CorrectionDays => "需求补正时限",
            Self::DraftDays => "草稿保存期",
            Self::SecondAnswerDays => "二次授信的确认时限",
            Self::SecondDecisionDays => "二次授信的审批时限",
            Self::JointLeadPercent => "联合授信牵头机构的最低份额",
            Self::JointLenders => "联合授信的最少出资机构数",
            Self::JointInviteDays => "联合授信的邀请期",
            Self::JointAnswerDays => "联合授信中企业与牵头机构的答复时限",
            Self::JointReviewDays => "联合授信成员的审批时限",
            Self::JointOfferDays => "联合授信方案的有效期",
        }
    }

    /// Value until the operator sets another, and the values allowed.
    fn default_and_range(self) -> (i64, RangeInclusive<i64>) {
        match self {
            Self::LiveOrders => (5, 1..=20),
            Self::ProfilePercent => (80, 0..=100),
            Self::ConsentDays => (90, 7..=365),
            Self::ConsentTailDays => (30, 0..=180),
            Self::UploadMegabytes => (20, 1..=50),
            Self::StorageMegabytes => (1_024, 10..=102_400),
            Self::DecisionDays => (10, 1..=30),
            Self::DisburseDays => (20, 1..=60),
            Self::ReviewDays | Self::TakeOnDays => (1, 1..=5),
            Self::ContactDays => (2, 1..=5),
            Self::ChooseDays => (3, 1..=10),
            Self::DispatchDays => (1, 1..=5),
            Self::DispatchInstitutions => (3, 0..=10),
            Self::DispatchRounds => (3, 1..=10),
            Self::PauseDays | Self::CorrectionDays => (10, 1..=30),
            Self::StopDays => (12, 6..=60),
            Self::UnansweredDays => (5, 1..=20),
            Self::MarketDays => (20, 5..=120),
            Self::DraftDays => (90, 30..=365),
            Self::ComplaintAssignDays => (1, 1..=5),
            Self::MaterialDays | Self::ConfirmPaymentDays | Self::ComplaintAnswerDays | Self::ComplaintConfirmDays => {
                (5, 1..=20)
            }
            Self::ObjectionDays => (20, 5..=60),
            Self::InstitutionSubAccounts => (20, 0..=200),
            Self::EnterpriseSubAccounts => (5, 0..=50),
            Self::JointLeadPercent => (20, 1..=90),
            Self::JointLenders => (2, 2..=10),
            Self::SecondAnswerDays => (3, 1..=10),
            Self::SecondDecisionDays => (5, 1..=30),
            Self::JointInviteDays | Self::JointAnswerDays => (3, 1..=10),
            Self::JointReviewDays | Self::JointOfferDays => (10, 1..=30),
        }
    }
}

pub(super) mod entity {
    use jinqiao_kernel::DateTime;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "parameters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: super::Parameter,
        pub value: i64,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A parameter with its limits.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ParameterView {
    key: Parameter,
    value: i64,
    min: i64,
    max: i64,
    default: i64,
    /// When the operator last set it.
    updated_at: Option<DateTime>,
}

/// All values in force, read at once: for whoever needs several.
pub struct Parameters(HashMap<Parameter, i64>);

impl Parameters {
    /// As the operator has set them now.
    pub async fn now(conn: &impl ConnectionTrait) -> Result<Self> {
        let rows = entity::Entity::find().all(conn).await?;
        Ok(Self(rows.into_iter().map(|row| (row.key, row.value)).collect()))
    }

    /// One of them.
    pub fn value(&self, key: Parameter) -> i64 {
        self.0.get(&key).copied().unwrap_or(key.default_and_range().0)
    }

    /// One of them that is a number of days.
    ///
    /// # Errors
    /// When it is no such number, which the range of the parameter excludes.
    pub fn days(&self, key: Parameter) -> Result<i32> {
        i32::try_from(self.value(key)).map_err(|error| Error::internal(error.to_string()))
    }
}

/// The value in force.
pub async fn value_of(conn: &impl ConnectionTrait, key: Parameter) -> Result<i64> {
    let row = entity::Entity::find_by_id(key).one(conn).await?;
    Ok(row.map_or(key.default_and_range().0, |row| row.value))
}

/// As [`value_of`], for numbers of working days.
pub async fn days_of(conn: &impl ConnectionTrait, key: Parameter) -> Result<i32> {
    i32::try_from(value_of(conn, key).await?).map_err(|error| Error::internal(error.to_string()))
}

pub(super) async fn all(conn: &impl ConnectionTrait) -> Result<Vec<ParameterView>> {
    let rows = entity::Entity::find().all(conn).await?;
    let view = |key: Parameter| {
        let (default, range) = key.default_and_range();
        let row = rows.iter().find(|row| row.key == key);
        ParameterView {
            key,
            value: row.map_or(default, |row| row.value),
            min: *range.start(),
            max: *range.end(),
            default,
            updated_at: row.map(|row| row.updated_at),
        }
    };
    Ok(Parameter::iter().map(view).collect())
}

/// Sets a value; it applies to what is opened after it.
///
/// # Errors
/// `validation` outside the values allowed.
pub async fn set(tx: &Tx, key: Parameter, value: i64) -> Result<()> {
    let (_, range) = key.default_and_range();
    if !range.contains(&value) {
        return Err(Error::field("value", format!("须在 {} 到 {} 之间", range.start(), range.end())));
    }
    let row = entity::ActiveModel { key: Set(key), value: Set(value), updated_at: Set(tx.now()) };
    entity::Entity::insert(row)
        .on_conflict(
            OnConflict::column(entity::Column::Key)
                .update_columns([entity::Column::Value, entity::Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

impl std::fmt::Display for Parameter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_value())
    }
}
