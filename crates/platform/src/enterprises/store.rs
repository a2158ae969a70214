//! Queries on profiles.

use super::{
    IndustrySection, Masked, RevenueBand, StaffBand, Title, YearsBand,
    entity::{Column, Entity, Model},
    model::full_years,
    score::grade_of,
};
use jinqiao_db::Doc;
use jinqiao_kernel::{DateTime, Money, NaiveDate, OrgId, Result, Secret, local_date};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};

/// Identity number of the legal person.
pub struct LegalPersonId;

impl Secret for LegalPersonId {
    const CONTEXT: &'static str = "enterprises.legal_person_id";
}

/// So many firms of one division must share a park before it is named (domain 2.3).
const CROWD: u64 = 5;

/// The profile of `org`; an empty one if it has not written any.
pub async fn of_org(conn: &impl ConnectionTrait, org: OrgId) -> Result<Model> {
    let row = Entity::find_by_id(org).one(conn).await?;
    Ok(row.unwrap_or_else(|| Model::empty(org)))
}

/// What may be seen of `row` before consent; none until the industry is known.
pub async fn masked(conn: &impl ConnectionTrait, row: &Model, now: DateTime) -> Result<Option<Masked>> {
    let (Some(section), Some(division)) = (row.industry_section, row.industry_division.clone()) else {
        return Ok(None);
    };
    Ok(Some(Masked {
        industry_section: section,
        years_band: row.founded_on.map(|founded| YearsBand::of(full_years(founded, local_date(now)))),
        staff_band: row.staff.map(StaffBand::of),
        revenue_band: row.revenue.map(RevenueBand::of),
        place: place(conn, row, &division).await?,
        titles: row.titles.0.clone(),
        score_grade: grade_of(conn, row, now).await?,
        industry_division: division,
    }))
}

/// The park where enough firms of the division are, otherwise the district.
async fn place(conn: &impl ConnectionTrait, row: &Model, division: &str) -> Result<Option<String>> {
    let Some(park) = row.park.as_deref().filter(|park| !park.is_empty()) else { return Ok(row.district.clone()) };
    let crowd = Entity::find().filter(Column::Park.eq(park)).filter(Column::IndustryDivision.eq(division));
    let crowded = crowd.count(conn).await? >= CROWD;
    Ok(if crowded { Some(park.to_owned()) } else { row.district.clone() })
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

/// All firms whose industry is known, by id.
pub async fn masked_profiles(conn: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<MaskedProfile>> {
    let known = Entity::find()
        .select_only()
        .columns([
            Column::OrgId,
            Column::IndustrySection,
            Column::IndustryDivision,
            Column::Revenue,
            Column::FoundedOn,
            Column::Titles,
        ])
        .filter(Column::IndustrySection.is_not_null())
        .order_by_asc(Column::OrgId);
    type Row = (OrgId, IndustrySection, Option<String>, Option<Money>, Option<NaiveDate>, Doc<Vec<Title>>);
    let rows: Vec<Row> = known.into_tuple().all(conn).await?;
    let sketch = |(org, section, division, revenue, founded, titles): Row| MaskedProfile {
        org,
        section,
        division,
        revenue: revenue.map(RevenueBand::of),
        years: founded.map(|founded| YearsBand::of(full_years(founded, today))),
        titles: titles.0,
    };
    Ok(rows.into_iter().map(sketch).collect())
}

/// Firms of these industries (two digits, 行业大类) with their industry, as a part of other queries.
pub fn of_divisions(divisions: &[&str]) -> SelectStatement {
    let firms = Entity::find().select_only().column(Column::OrgId).column(Column::IndustryDivision);
    firms.filter(Column::IndustryDivision.is_in(divisions.iter().copied())).into_query()
}
