//! What may be seen of an enterprise before it consents (tier 1 of domain 2.3).

use super::{
    IndustrySection, RevenueBand, StaffBand, Title, YearsBand,
    entity::{Column, Entity, Model},
    model::full_years,
    score::{ScoreGrade, grade_of},
};
use jinqiao_db::Reading;
use jinqiao_kernel::{DateTime, Result, local_date};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::{Deserialize, Serialize};

/// So many firms of one division must share a park before it is named (domain 2.3).
const CROWD: u64 = 5;

/// What may be seen of an enterprise before it consents (tier 1 of domain 2.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is the band or dictionary value that its type explains")]
pub struct Masked {
    pub industry_section: IndustrySection,
    pub industry_division: String,
    pub years_band: Option<YearsBand>,
    pub staff_band: Option<StaffBand>,
    pub revenue_band: Option<RevenueBand>,
    pub place: Option<String>,
    pub titles: Vec<Title>,
    /// Of the innovation score; never the score itself.
    #[serde(default)]
    pub score_grade: Option<ScoreGrade>,
}

/// What may be seen of `row` before consent; none until the industry is known.
pub async fn masked(conn: &impl Reading, row: &Model, now: DateTime) -> Result<Option<Masked>> {
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
