//! 站内短信: what a concept writes to people when something has happened. Each concept writes its own letters; the concept
//! `messages` delivers them.

use jinqiao_db::{Fact, Tx, WorkerError};
use jinqiao_kernel::{AccountId, OrgId, Role};
use sea_orm::{ActiveEnum, DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::pin::Pin;
use utoipa::ToSchema;

/// Who gets a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// Every active account of an organisation.
    Organization(OrgId),
    /// Whoever handles the business of an organisation (经办), about what lies there for all of them: what one of them has not read yet about
    /// the same page counts as read, because the new letter says how many there are.
    Pool(OrgId),
    /// Those at an institution who answer for an order: this officer of it (经办人), and the primary account.
    Officer(OrgId, AccountId),
    /// One account.
    Account(AccountId),
    /// Every active account of a role.
    Role(Role),
    /// The primary account of an organisation.
    Primary(OrgId),
}

/// A letter to be delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Who gets it.
    pub to: Recipient,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// What has happened, and what there is to do.
    pub body: String,
    /// Path of the page where the reader can act.
    pub link: String,
}

/// Subject of a message, by which the reader sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MessageTopic {
    /// Demands (融资需求).
    Demand,
    /// Orders with their consents and ratings (对接、授权与评价).
    Order,
    /// Products (金融产品).
    Product,
    /// Complaints, objections, incidents (投诉与异议).
    Complaint,
    /// Policy items (政策).
    Policy,
    /// Registration and certification (单位与认证).
    Organization,
    /// What waits for the operator (审核).
    Review,
    /// Points (积分).
    Points,
    /// The platform's own operation (平台运行).
    Platform,
}

impl MessageTopic {
    /// As people read it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Demand => "融资需求",
            Self::Order => "对接",
            Self::Product => "金融产品",
            Self::Complaint => "投诉与异议",
            Self::Policy => "政策",
            Self::Organization => "单位与认证",
            Self::Review => "审核",
            Self::Points => "信用积分",
            Self::Platform => "平台运行",
        }
    }

    /// The name under which it is stored.
    pub fn name(self) -> String {
        self.to_value()
    }
}

/// The letters about one fact.
pub type Letters = Pin<Box<dyn Future<Output = Result<Vec<Letter>, WorkerError>> + Send>>;

/// How a concept writes about its facts.
#[derive(Clone, Copy)]
pub struct Writer {
    /// Stable name, stored with the jobs of this writer.
    pub name: &'static str,
    /// How the kinds of the facts begin that it writes about.
    pub about: &'static [&'static str],
    /// Subject of its letters.
    pub topic: MessageTopic,
    /// What it writes about one of them.
    pub write: fn(Tx, Fact) -> Letters,
}

impl Writer {
    /// Does it write about facts of this kind?
    pub fn wants(&self, kind: &str) -> bool {
        self.about.iter().any(|start| kind.starts_with(start))
    }
}

/// The reason as it is added to a letter.
pub fn because(reason: Option<&String>) -> String {
    reason.map(|reason| format!("原因：{}。", reason.trim_end_matches('。'))).unwrap_or_default()
}
