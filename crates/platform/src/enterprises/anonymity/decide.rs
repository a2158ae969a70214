//! Which of a firm's properties are shown together: as many as at least `anonymity_k` firms share.

use super::picture::{self, entity, kept, titles_text, word};
use crate::{
    enterprises::{
        Enterprise, IndustrySection, RevenueBand, StaffBand, Title, YearsBand, parameters::ANONYMITY_K,
        score::ScoreGrade,
    },
    permissions::value_of,
};
use jinqiao_db::{Reading, Tx};
use jinqiao_kernel::{OrgId, Result};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::HashMap;

/// What may be seen of an enterprise before it consents (tier 1 of domain 2.3); none of what would single it out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each field is the band or dictionary value that its type explains")]
pub struct Masked {
    pub industry_section: Option<IndustrySection>,
    pub industry_division: Option<String>,
    pub years_band: Option<YearsBand>,
    pub staff_band: Option<StaffBand>,
    pub revenue_band: Option<RevenueBand>,
    /// Park or district.
    pub place: Option<String>,
    pub titles: Vec<Title>,
    /// Of the innovation score; never the score itself.
    pub score_grade: Option<ScoreGrade>,
}

fn read<T: DeserializeOwned>(text: Option<&String>) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text?.clone())).ok()
}

/// Everything of `picture`, with its park where it has one.
fn all_of(picture: &entity::Model) -> Masked {
    Masked {
        industry_section: Some(picture.section),
        industry_division: Some(picture.division.clone()),
        years_band: read(picture.years.as_ref()),
        staff_band: read(picture.staff.as_ref()),
        revenue_band: read(picture.revenue.as_ref()),
        place: picture.park.clone().or_else(|| picture.district.clone()),
        titles: picture.titles.split(',').filter_map(|title| read(Some(&title.to_owned()))).collect(),
        score_grade: read(picture.grade.as_ref()),
    }
}

type Step = fn(&mut Masked, &entity::Model);

/// What is given up, one after the other, until enough firms share the rest.
const STEPS: [Step; 12] = [
    |shown, _| shown.titles.clear(),
    |shown, _| shown.industry_division = None,
    |shown, picture| shown.place.clone_from(&picture.district),
    |shown, _| shown.staff_band = shown.staff_band.map(StaffBand::wide),
    |shown, _| shown.years_band = shown.years_band.map(YearsBand::wide),
    |shown, _| shown.revenue_band = shown.revenue_band.map(RevenueBand::wide),
    |shown, _| shown.score_grade = None,
    |shown, _| shown.staff_band = None,
    |shown, _| shown.years_band = None,
    |shown, _| shown.revenue_band = None,
    |shown, _| shown.place = None,
    |shown, _| shown.industry_section = None,
];

/// Firms whose picture has everything that `shown` says.
fn sharing(shown: &Masked) -> Condition {
    use entity::Column;
    Condition::all()
        .add_option(shown.industry_section.map(|section| Column::Section.eq(section)))
        .add_option(shown.industry_division.as_ref().map(|division| Column::Division.eq(division)))
        .add_option(shown.years_band.map(|band| Column::Years.is_in(band.within().iter().map(word))))
        .add_option(shown.staff_band.map(|band| Column::Staff.is_in(band.within().iter().map(word))))
        .add_option(shown.revenue_band.map(|band| Column::Revenue.is_in(band.within().iter().map(word))))
        .add_option(shown.score_grade.map(|grade| Column::Grade.eq(word(grade))))
        .add_option((!shown.titles.is_empty()).then(|| Column::Titles.eq(titles_text(&shown.titles))))
        .add_option(
            shown
                .place
                .as_ref()
                .map(|place| Condition::any().add(Column::Park.eq(place)).add(Column::District.eq(place))),
        )
}

/// Do at least `k` firms share all that `shown` says? Where there are many, it is enough to find so many.
async fn shared_by(conn: &impl ConnectionTrait, shown: &Masked, k: u64) -> Result<bool> {
    let found = entity::Entity::find().select_only().column(entity::Column::OrgId).filter(sharing(shown)).limit(k);
    Ok(found.into_tuple::<OrgId>().all(conn).await?.len() as u64 >= k)
}

/// As much of `picture` as at least `k` firms share.
async fn shared(conn: &impl ConnectionTrait, picture: &entity::Model, k: u64) -> Result<Masked> {
    let mut shown = all_of(picture);
    for step in STEPS {
        if shared_by(conn, &shown, k).await? {
            break;
        }
        step(&mut shown, picture);
    }
    Ok(shown)
}

/// What may be seen of `row` before it consents, by its picture as it is now; none until its industry is known.
///
/// # Errors
/// When the database fails.
pub async fn masked(tx: &Tx, row: &Enterprise) -> Result<Option<Masked>> {
    picture::note(tx, row).await?;
    Ok(masked_by_pictures(tx.conn(), [row.org_id]).await?.remove(&row.org_id))
}

/// What may be seen of some firms, by the pictures that were kept last. Firms that look alike are decided on together.
///
/// # Errors
/// When the database fails.
pub async fn masked_by_pictures(
    conn: &impl Reading,
    orgs: impl IntoIterator<Item = OrgId>,
) -> Result<HashMap<OrgId, Masked>> {
    let k = u64::from(u32::try_from(value_of(conn, ANONYMITY_K).await?).unwrap_or(u32::MAX));
    let mut decided: Vec<(entity::Model, Masked)> = vec![];
    let mut all = HashMap::new();
    for picture in kept(conn, orgs).await? {
        let (org, alike) = (picture.org_id, decided.iter().find(|(known, _)| known.same_as(&picture)));
        let shown = match alike {
            Some((_, shown)) => shown.clone(),
            None => shared(conn, &picture, k).await?,
        };
        if alike.is_none() {
            decided.push((picture, shown.clone()));
        }
        all.insert(org, shown);
    }
    Ok(all)
}
