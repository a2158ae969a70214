//! What is told of clusters.

use jinqiao_kernel::{DateTime, Money};
use jinqiao_platform::enterprises::{RevenueBand, Title, YearsBand};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Firms with a title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SegmentTitle {
    pub title: Title,
    pub firms: usize,
}

/// Firms within a band of revenue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SegmentRevenue {
    pub band: RevenueBand,
    pub firms: usize,
}

/// Firms of an age.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SegmentYears {
    pub band: YearsBand,
    pub firms: usize,
}

/// A cluster of firms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Segment {
    /// The number by which it is known; it stays when clusters are computed anew.
    pub label: i64,
    /// What its firms have in common.
    pub description: String,
    pub firms: usize,
    /// Of all firms, basis points.
    pub share: i64,
    /// Firms that published a demand; none where too few did, or did not.
    pub with_demand: Option<usize>,
    /// Firms that got a loan; none where too few did, or did not.
    pub lent: Option<usize>,
    /// Firms that got equity; none where too few did, or did not.
    pub invested: Option<usize>,
    /// What they got, fen, in full millions of yuan; none where too few firms got anything, or got nothing.
    pub paid: Option<Money>,
    /// Titles of enough firms, most frequent first.
    pub titles: Vec<SegmentTitle>,
    /// Bands of enough firms, most frequent first.
    pub revenue: Vec<SegmentRevenue>,
    /// Ages of enough firms, most frequent first.
    pub years: Vec<SegmentYears>,
}

/// All clusters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SegmentsView {
    /// When firms were last divided; none before.
    pub at: Option<DateTime>,
    /// Firms in all clusters; in those that are shown, where the others are not told.
    pub firms: usize,
    /// Largest first; only those of enough firms.
    pub segments: Vec<Segment>,
    /// Firms in smaller clusters, which are not told apart; none for too few.
    pub others: Option<usize>,
}
