//! Queries on profiles.

use super::{
    IndustrySection, RevenueBand, Title, YearsBand,
    entity::{Column, Entity, Model},
    model::full_years,
};
use jinqiao_db::{Doc, every};
use jinqiao_kernel::{Money, NaiveDate, OrgId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use std::collections::HashMap;

/// The profile of `org`; an empty one if it has not written any.
pub async fn of_org(conn: &impl ConnectionTrait, org: OrgId) -> Result<Model> {
    let row = Entity::find_by_id(org).one(conn).await?;
    Ok(row.unwrap_or_else(|| Model::empty(org)))
}

/// The profile of each of `orgs`, in their order, as [`of_org`] reads it.
pub async fn of_orgs(conn: &impl ConnectionTrait, orgs: &[OrgId]) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::OrgId.is_in(orgs.iter().copied())).all(conn).await?;
    let mut known: HashMap<_, _> = rows.into_iter().map(|row| (row.org_id, row)).collect();
    Ok(orgs.iter().map(|org| known.remove(org).unwrap_or_else(|| Model::empty(*org))).collect())
}

/// What firms say of their business, with the industry they name, newest profiles first, at most `most`; for learning. Never shown:
/// no answer may hold more of it than counts over several firms.
pub async fn self_described(conn: &impl ConnectionTrait, most: u64) -> Result<Vec<(IndustrySection, String, String)>> {
    let known = Entity::find()
        .select_only()
        .columns([Column::IndustrySection, Column::IndustryDivision, Column::MainBusiness])
        .filter(Column::IndustrySection.is_not_null())
        .filter(Column::IndustryDivision.is_not_null())
        .filter(Column::MainBusiness.is_not_null());
    Ok(known.order_by_desc(Column::UpdatedAt).order_by_desc(Column::OrgId).limit(most).into_tuple().all(conn).await?)
}

/// What a firm is compared by with all others: what tier 1 shows of it, and no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedProfile {
    /// Whose.
    pub org: OrgId,
    /// Section of the industry.
    pub section: IndustrySection,
    /// Division of the industry, two digits.
    pub division: Option<String>,
    /// Yearly revenue.
    pub revenue: Option<RevenueBand>,
    /// Years since founding.
    pub years: Option<YearsBand>,
    /// Official titles.
    pub titles: Vec<Title>,
}

/// Gives `take` all firms whose industry is known, by id.
///
/// # Errors
/// When the database fails.
pub async fn each_masked_profile(
    conn: &impl ConnectionTrait,
    today: NaiveDate,
    mut take: impl FnMut(MaskedProfile),
) -> Result<()> {
    let known = Entity::find().filter(Column::IndustrySection.is_not_null());
    let columns =
        [Column::IndustrySection, Column::IndustryDivision, Column::Revenue, Column::FoundedOn, Column::Titles];
    type Row = (OrgId, IndustrySection, Option<String>, Option<Money>, Option<NaiveDate>, Doc<Vec<Title>>);
    every(conn, known, Column::OrgId, columns, |(org, section, division, revenue, founded, titles): Row| {
        take(MaskedProfile {
            org,
            section,
            division,
            revenue: revenue.map(RevenueBand::of),
            years: founded.map(|founded| YearsBand::of(full_years(founded, today))),
            titles: titles.0,
        });
    })
    .await
}

/// Firms with their section of industry and their size, as a part of other queries.
pub fn kinds_of_firms() -> SelectStatement {
    Entity::find().select_only().columns([Column::OrgId, Column::IndustrySection, Column::Size]).into_query()
}

/// Firms that say their industry (two digits, 行业大类), with it, as a part of other queries.
pub fn divisions() -> SelectStatement {
    let firms = Entity::find().select_only().column(Column::OrgId).column(Column::IndustryDivision);
    firms.filter(Column::IndustryDivision.is_not_null()).into_query()
}
