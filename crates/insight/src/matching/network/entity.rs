//! Table `match_networks`: the newest runs.

use super::{report::SideReport, told::SegmentsView};
use crate::matching::settings::NetworkSettings;
use jinqiao_db::Doc;
use jinqiao_kernel::DateTime;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match_networks")]
pub struct Model {
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub at: DateTime,
    /// Somebody wants it to be computed anew.
    pub asked_at: Option<DateTime>,
    /// By which it was computed.
    pub settings: Doc<NetworkSettings>,
    /// Firms that were divided into clusters.
    pub firms: i32,
    /// How well the clusters separate, thousandths, −1,000 to 1,000.
    pub silhouette: i32,
    /// How long it took.
    pub millis: i64,
    /// For the next run: above every label ever given.
    pub next_label: i64,
    /// What is told of the clusters.
    pub segments: Option<Doc<SegmentsView>>,
    /// Of how many firms at least (`anonymity_k`).
    pub told_for: Option<i64>,
    /// Products, then institutions.
    pub sides: Doc<Vec<SideReport>>,
    /// Graph of firms and products.
    pub products: Vec<u8>,
    /// Graph of firms and institutions.
    pub institutions: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
