//! Scoped queries; writes take the transaction.

use super::{
    ApplicationState,
    entity::{Application, application, objection, opinion, seat, submission},
};
use application::Column;
use jinqiao_db::{Db, Tx, count_up_to, page_of};
use jinqiao_kernel::{AccountId, ApplicationId, Error, OrgId, Page, PageQuery, PolicyId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, Iterable as _, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _, Select, Set,
    sea_query::{Expr, ExprTrait as _},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

fn of_enterprise(enterprise: OrgId) -> Select<application::Entity> {
    application::Entity::find().filter(Column::EnterpriseId.eq(enterprise))
}

/// What a department sees: drafts are the enterprise's alone.
fn of_department(department: OrgId) -> Select<application::Entity> {
    application::Entity::find()
        .filter(Column::DepartmentId.eq(department))
        .filter(Column::State.ne(ApplicationState::Draft))
}

async fn one(select: Select<application::Entity>, conn: &impl ConnectionTrait) -> Result<Application> {
    select.one(conn).await?.ok_or_else(Error::not_found)
}

/// The enterprise's own.
pub async fn own(conn: &impl ConnectionTrait, enterprise: OrgId, id: ApplicationId) -> Result<Application> {
    one(of_enterprise(enterprise).filter(Column::Id.eq(id)), conn).await
}

/// One that the department reviews, or has reviewed.
pub async fn reviewed(conn: &impl ConnectionTrait, department: OrgId, id: ApplicationId) -> Result<Application> {
    one(of_department(department).filter(Column::Id.eq(id)), conn).await
}

/// Any, for those that were asked about it.
pub async fn any(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Application> {
    one(application::Entity::find_by_id(id), conn).await
}

/// Where one stands, and which version of it whoever acts next has to name.
pub async fn standing(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<(ApplicationState, i32)> {
    let row = any(conn, id).await?;
    Ok((row.state, row.version))
}

/// The enterprise's own, locked until the write ends.
pub async fn lock_own(tx: &Tx, enterprise: OrgId, id: ApplicationId) -> Result<Application> {
    one(of_enterprise(enterprise).filter(Column::Id.eq(id)).lock_exclusive(), tx.conn()).await
}

/// One that the department reviews, locked until the write ends.
pub async fn lock_of_department(tx: &Tx, department: OrgId, id: ApplicationId) -> Result<Application> {
    one(of_department(department).filter(Column::Id.eq(id)).lock_exclusive(), tx.conn()).await
}

/// Any, locked; for reactions, payments and objections.
pub async fn lock_any(tx: &Tx, id: ApplicationId) -> Result<Application> {
    one(application::Entity::find_by_id(id).lock_exclusive(), tx.conn()).await
}

/// Applications of a department that wait for their payment, longest waiting first, locked.
pub async fn lock_approved(
    tx: &Tx,
    department: OrgId,
    policy: Option<PolicyId>,
    most: u64,
) -> Result<Vec<Application>> {
    let mut select = of_department(department).filter(Column::State.eq(ApplicationState::Approved));
    if let Some(policy) = policy {
        select = select.filter(Column::PolicyId.eq(policy));
    }
    let select = select.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(most).lock_exclusive();
    Ok(select.all(tx.conn()).await?)
}

/// Moves locked applications to `to`, in one statement.
pub async fn list(tx: &Tx, rows: &[Application], to: ApplicationState) -> Result<()> {
    let change = application::ActiveModel {
        state: Set(to),
        in_pool: Set(to.in_pool()),
        updated_at: Set(tx.now()),
        claimed_by: Set(None),
        closed_at: Set(None),
        ..Default::default()
    };
    application::Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Who has taken it from the pool.
pub async fn holder(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<AccountId>> {
    let select = application::Entity::find_by_id(id).select_only().column(Column::ClaimedBy);
    Ok(select.into_tuple::<Option<AccountId>>().one(conn).await?.flatten())
}

/// Drafts of an enterprise.
pub fn drafts(enterprise: OrgId) -> Select<application::Entity> {
    of_enterprise(enterprise).filter(Column::State.eq(ApplicationState::Draft))
}

/// Applications of an enterprise that are under way.
pub fn running(enterprise: OrgId) -> Select<application::Entity> {
    let states = ApplicationState::iter().filter(|state| state.runs() && !state.given());
    of_enterprise(enterprise).filter(Column::State.is_in(states))
}

/// What the enterprise has under way or was given, other than `but`: item, version, number, title and state.
pub async fn standing_of(
    conn: &impl ConnectionTrait,
    enterprise: OrgId,
    but: Option<ApplicationId>,
) -> Result<Vec<Standing>> {
    let states = ApplicationState::iter().filter(|state| state.runs());
    let select = of_enterprise(enterprise)
        .filter(Column::State.is_in(states))
        .apply_if(but, |select, but| select.filter(Column::Id.ne(but)))
        .select_only();
    let columns = [Column::PolicyId, Column::Number, Column::No, Column::Title, Column::State];
    Ok(select.columns(columns).into_model::<Standing>().all(conn).await?)
}

/// An application that stands beside another one.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Standing {
    pub policy_id: PolicyId,
    pub number: i32,
    pub no: Option<String>,
    pub title: String,
    pub state: ApplicationState,
}

/// Which applications of the enterprise are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct OwnApplicationFilter {
    state: Option<ApplicationState>,
}

/// The enterprise's own, last changed first.
pub async fn own_page(
    db: &Db,
    enterprise: OrgId,
    filter: &OwnApplicationFilter,
    wanted: &PageQuery,
) -> Result<Page<Application>> {
    let mut select = of_enterprise(enterprise);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    page_of(db.read(), select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id), wanted).await
}

/// Which part of the department's applications is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationView {
    /// 待办池: somebody has to decide.
    #[default]
    Pool,
    /// 我领取的.
    Mine,
    /// 全部.
    All,
}

/// Which applications of the department are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ApplicationFilter {
    /// Without it what waits for a decision.
    #[param(inline)]
    view: Option<ApplicationView>,
    state: Option<ApplicationState>,
    policy: Option<PolicyId>,
}

/// The department's applications: what waits by its limit, the others last changed first.
pub async fn page(
    db: &Db,
    (department, reader): (OrgId, AccountId),
    filter: &ApplicationFilter,
    wanted: &PageQuery,
) -> Result<Page<Application>> {
    let mut select = of_department(department);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(policy) = filter.policy {
        select = select.filter(Column::PolicyId.eq(policy));
    }
    let select = match filter.view.unwrap_or_default() {
        ApplicationView::All => select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id),
        view => {
            let waiting = match view {
                ApplicationView::Mine => select.filter(Column::ClaimedBy.eq(reader)),
                _ => select.filter(Column::InPool.eq(true)),
            };
            waiting.order_by_asc(Column::DueAt).order_by_asc(Column::Id)
        }
    };
    page_of(db.read(), select, wanted).await
}

/// What is public now: by the end of its publicity.
pub async fn public_page(db: &Db, wanted: &PageQuery) -> Result<Page<Application>> {
    let select = application::Entity::find().filter(Column::State.eq(ApplicationState::Publicity));
    page_of(db.read(), select.order_by_asc(Column::PublicUntil).order_by_asc(Column::Id), wanted).await
}

/// How much somebody has taken from the pool.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Load {
    /// Who; nobody for what still lies there.
    pub claimed_by: Option<AccountId>,
    pub count: i64,
}

/// How much each person of the department works on.
pub async fn load(conn: &impl ConnectionTrait, department: OrgId) -> Result<Vec<Load>> {
    let select = of_department(department).filter(Column::InPool.eq(true)).select_only();
    let select = select.column(Column::ClaimedBy).column_as(Column::Id.count(), "count").group_by(Column::ClaimedBy);
    Ok(select.into_model::<Load>().all(conn).await?)
}

/// So many are counted for a letter.
const MANY: u64 = 1_000;

/// How many of the department stand in `state` where that waits for a person of it; up to [`MANY`].
pub async fn waiting(conn: &impl ConnectionTrait, department: OrgId, state: ApplicationState) -> Result<u64> {
    let paid = matches!(state, ApplicationState::Approved | ApplicationState::Paying);
    if !state.in_pool() && !paid {
        return Ok(0);
    }
    let select = of_department(department).filter(Column::State.eq(state));
    count_up_to(conn, select, MANY).await
}

/// What was handed in, newest first.
pub async fn submissions(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<submission::Model>> {
    let rows = submission::Entity::find().filter(submission::Column::ApplicationId.eq(id));
    Ok(rows.order_by_desc(submission::Column::Round).all(conn).await?)
}

/// What was decided, oldest first.
pub async fn opinions(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<opinion::Model>> {
    let rows = opinion::Entity::find().filter(opinion::Column::ApplicationId.eq(id));
    Ok(rows.order_by_asc(opinion::Column::At).order_by_asc(opinion::Column::Id).all(conn).await?)
}

/// Who sits where.
pub async fn seats(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<seat::Model>> {
    Ok(seat::Entity::find().filter(seat::Column::ApplicationId.eq(id)).all(conn).await?)
}

/// What was said against it, oldest first.
pub async fn objections(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<objection::Model>> {
    let rows = objection::Entity::find().filter(objection::Column::ApplicationId.eq(id));
    Ok(rows.order_by_asc(objection::Column::At).order_by_asc(objection::Column::Id).all(conn).await?)
}
