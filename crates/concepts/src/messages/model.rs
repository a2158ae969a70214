//! What messages are about.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Subject of a message, by which the reader sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
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
    /// How the kinds of the facts behind such messages begin.
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Demand => &["demands."],
            Self::Order => &["orders.", "joint_credits.", "joint_members.", "second_credits.", "ratings.", "consents."],
            Self::Product => &["products."],
            Self::Review => &["reviews."],
            Self::Complaint => &["complaints."],
            Self::Organization => &["organizations.", "certifications."],
            Self::Points => &["points."],
            Self::Platform => &["files."],
        }
    }
}
