//! Runs and their clusters.

use super::{
    compute::{Computed, Inputs, Preference},
    entity::{ActiveModel, Column, Entity, Model},
    group,
    report::SideReport,
    told::SegmentsView,
};
use crate::matching::settings::NetworkSettings;
use jinqiao_db::{Doc, Reading, Tx, unless_taken};
use jinqiao_kernel::{DateTime, Error, OrgId, Result};
use jinqiao_matching::clusters::Profile;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};

/// Runs that are kept: a server may still be serving the one before.
const KEPT: i32 = 2;

/// A run without its graphs.
#[derive(Clone, Debug)]
pub struct Run {
    pub number: i32,
    pub at: DateTime,
    pub asked_at: Option<DateTime>,
    pub settings: NetworkSettings,
    pub firms: i32,
    pub silhouette: i32,
    pub millis: i64,
    pub next_label: i64,
    /// What is told of its clusters is told of so many firms at least.
    pub told_for: Option<i64>,
    pub sides: Vec<SideReport>,
}

type Columns =
    (i32, DateTime, Option<DateTime>, Doc<NetworkSettings>, i32, i32, i64, i64, Option<i64>, Doc<Vec<SideReport>>);

/// The newest run.
pub async fn newest(conn: &impl Reading) -> Result<Option<Run>> {
    let found = Entity::find().select_only().columns([
        Column::Number,
        Column::At,
        Column::AskedAt,
        Column::Settings,
        Column::Firms,
        Column::Silhouette,
        Column::Millis,
        Column::NextLabel,
        Column::ToldFor,
        Column::Sides,
    ]);
    let row: Option<Columns> = found.order_by_desc(Column::Number).into_tuple().one(conn).await?;
    Ok(row.map(|(number, at, asked_at, settings, firms, silhouette, millis, next_label, told_for, sides)| Run {
        number,
        at,
        asked_at,
        settings: settings.0,
        firms,
        silhouette,
        millis,
        next_label,
        told_for,
        sides: sides.0,
    }))
}

/// What is told of the clusters of the newest run, if of `least` firms at least.
pub async fn segments(conn: &impl Reading, least: i64) -> Result<Option<SegmentsView>> {
    let found = Entity::find().select_only().columns([Column::ToldFor, Column::Segments]);
    let row: Option<(Option<i64>, Option<Doc<SegmentsView>>)> =
        found.order_by_desc(Column::Number).into_tuple().one(conn).await?;
    Ok(row.and_then(|(told_for, segments)| segments.filter(|_| told_for >= Some(least))).map(|segments| segments.0))
}

/// The graphs of a run: products, then institutions.
pub async fn graphs(conn: &impl Reading, number: i32) -> Result<Option<[Vec<u8>; 2]>> {
    Ok(Entity::find_by_id(number).one(conn).await?.map(|row| [row.products, row.institutions]))
}

/// A cluster without what it chooses.
pub struct Cluster {
    /// By which people know it.
    pub label: i64,
    /// In words.
    pub description: String,
    /// Its most central firm.
    pub medoid: Profile,
}

/// The clusters of a run by label, everybody first.
pub async fn clusters(conn: &impl Reading, number: i32) -> Result<Vec<Cluster>> {
    let found =
        of_run(number).select_only().columns([group::Column::Label, group::Column::Description, group::Column::Medoid]);
    let rows: Vec<(i64, String, Doc<Profile>)> = found.into_tuple().all(conn).await?;
    let cluster = |(label, description, medoid): (_, _, Doc<Profile>)| Cluster { label, description, medoid: medoid.0 };
    Ok(rows.into_iter().map(cluster).collect())
}

fn of_run(number: i32) -> sea_orm::Select<group::Entity> {
    group::Entity::find().filter(group::Column::Number.eq(number)).order_by_asc(group::Column::Label)
}

/// What the clusters of a run choose.
pub async fn preferences(conn: &impl Reading, number: i32) -> Result<Vec<(i64, Vec<Preference>)>> {
    let found = of_run(number).select_only().columns([group::Column::Label, group::Column::Preferences]);
    let rows: Vec<(i64, Doc<Vec<Preference>>)> = found.into_tuple().all(conn).await?;
    Ok(rows.into_iter().map(|(label, preferences)| (label, preferences.0)).collect())
}

/// Labels, descriptions and members of the clusters of a run, without everybody.
pub async fn members(conn: &impl Reading, number: i32) -> Result<Vec<(i64, String, Vec<OrgId>)>> {
    let found = of_run(number).filter(group::Column::Label.gt(0)).select_only().columns([
        group::Column::Label,
        group::Column::Description,
        group::Column::Members,
    ]);
    let rows: Vec<(i64, String, Doc<Vec<OrgId>>)> = found.into_tuple().all(conn).await?;
    Ok(rows.into_iter().map(|(label, description, members)| (label, description, members.0)).collect())
}

/// Keeps a run after the one with the number `before`. Who asked after its inputs were read gets another one.
///
/// # Errors
/// `conflict.stale` when another server was faster.
pub async fn keep(
    tx: &Tx,
    before: i32,
    inputs: &Inputs,
    computed: &Computed,
    (least, segments): &(i64, SegmentsView),
    millis: i64,
) -> Result<()> {
    let number = before + 1;
    let asked: Option<Option<DateTime>> =
        Entity::find_by_id(before).select_only().column(Column::AskedAt).into_tuple().one(tx.conn()).await?;
    let [(products, products_graph), (institutions, institutions_graph)] =
        computed.sides.each_ref().map(SideReport::new);
    let firms = computed.groups.iter().map(|group| group.members.len()).sum::<usize>();
    let row = Model {
        number,
        at: inputs.now,
        asked_at: asked.flatten().filter(|asked| *asked > inputs.now),
        settings: Doc(inputs.settings),
        firms: i32::try_from(firms).unwrap_or(i32::MAX),
        silhouette: (computed.silhouette * 1_000.0).round() as i32,
        millis,
        next_label: i64::from(computed.next_label),
        segments: Some(Doc(segments.clone())),
        told_for: Some(*least),
        sides: Doc(vec![products, institutions]),
        products: products_graph,
        institutions: institutions_graph,
    };
    let insert = Entity::insert(row.into_active_model().reset_all());
    unless_taken(insert.exec_without_returning(tx.conn()).await, "match_networks", Error::stale)?;
    let rows = computed.groups.iter().map(|group| group::Model {
        number,
        label: i64::from(group.label),
        description: group.description.clone(),
        medoid: Doc(group.medoid.clone()),
        members: Doc(group.members.clone()),
        preferences: Doc(group.preferences.clone()),
    });
    let rows: Vec<_> = rows.map(|row| row.into_active_model().reset_all()).collect();
    group::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    let old = number - KEPT;
    Entity::delete_many().filter(Column::Number.lte(old)).exec(tx.conn()).await?;
    group::Entity::delete_many().filter(group::Column::Number.lte(old)).exec(tx.conn()).await?;
    Ok(())
}

/// Asks for a new run. The newest one is marked; without any, one is computed anyway.
pub async fn ask(tx: &Tx) -> Result<()> {
    let Some(run) = newest(tx.conn()).await? else { return Ok(()) };
    let row = ActiveModel { asked_at: Set(Some(tx.now())), ..Default::default() };
    Entity::update_many().set(row).filter(Column::Number.eq(run.number)).exec(tx.conn()).await?;
    Ok(())
}
