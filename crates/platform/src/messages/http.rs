//! Reading one's messages.

use super::{
    entity::Model,
    grants::MESSAGES_READ,
    settings::{self, MessageWay},
    store,
};
use crate::letter::MessageTopic;
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{DateTime, MessageId, Page, PageQuery};
use sea_orm::Iterable as _;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// A message.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MessageView {
    id: MessageId,
    /// Name of the fact behind it.
    kind: String,
    title: String,
    body: String,
    /// Path of the page where the reader can act.
    link: Option<String>,
    created_at: DateTime,
    read_at: Option<DateTime>,
}

impl From<Model> for MessageView {
    fn from(row: Model) -> Self {
        let Model { id, kind, title, body, link, created_at, read_at, .. } = row;
        Self { id, kind, title, body, link: Some(link), created_at, read_at }
    }
}

/// How many messages are unread.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct UnreadCount {
    /// At most 100, which means that there may be more.
    count: u64,
}

#[derive(Deserialize, IntoParams)]
struct Filter {
    /// Only unread ones.
    unread: Option<bool>,
    /// Only those about this.
    #[param(inline)]
    topic: Option<MessageTopic>,
}

#[derive(Deserialize, IntoParams)]
struct About {
    /// Only those about this.
    #[param(inline)]
    topic: Option<MessageTopic>,
}

/// A subject of messages, as its reader has set it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TopicView {
    topic: MessageTopic,
    /// Unread ones, at most 100, which means that there may be more.
    unread: i64,
    way: MessageWay,
}

/// How the reader wants to be told of a subject.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WayIn {
    topic: MessageTopic,
    way: MessageWay,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(MESSAGES_READ, routes!(list)))
        .routes(guarded(MESSAGES_READ, routes!(unread_count)))
        .routes(guarded(MESSAGES_READ, routes!(read)))
        .routes(guarded(MESSAGES_READ, routes!(read_all)))
        .routes(guarded(MESSAGES_READ, routes!(topics)))
        .routes(guarded(MESSAGES_READ, routes!(set_way)))
}

/// The own messages, newest first.
#[utoipa::path(get, path = "/messages", tag = "messages", params(Filter, PageQuery), responses((status = 200, body = Page<MessageView>)))]
async fn list(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<MessageView>>> {
    let page = store::page(&app.db, user.account, filter.unread == Some(true), filter.topic, &page).await?;
    Ok(Json(page.map(MessageView::from)))
}

/// How many are unread.
#[utoipa::path(get, path = "/messages/unread-count", tag = "messages", responses((status = 200, body = UnreadCount)))]
async fn unread_count(State(app): State<AppState>, user: AnyUser) -> Answer<Json<UnreadCount>> {
    Ok(Json(UnreadCount { count: store::unread(&app.db, user.account).await? }))
}

/// Marks one as read.
#[utoipa::path(post, path = "/messages/{id}/read", tag = "messages", params(("id" = MessageId, Path)), responses((status = 204)))]
async fn read(State(app): State<AppState>, user: AnyUser, Path(id): Path<MessageId>) -> Answer<StatusCode> {
    store::mark_read(&app.db, &user, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Marks all as read, or all about a subject.
#[utoipa::path(post, path = "/messages/read-all", tag = "messages", params(About), responses((status = 204)))]
async fn read_all(State(app): State<AppState>, user: AnyUser, Query(about): Query<About>) -> Answer<StatusCode> {
    store::mark_all_read(&app.db, &user, about.topic).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// All subjects: how many messages are unread, and how the reader is told of them.
#[utoipa::path(get, path = "/messages/topics", tag = "messages", responses((status = 200, body = Vec<TopicView>)))]
async fn topics(State(app): State<AppState>, user: AnyUser) -> Answer<Json<Vec<TopicView>>> {
    let unread = store::unread_by_topic(&app.db, user.account).await?;
    let ways = settings::ways_of(&app.db, user.account).await?;
    let view = |topic| TopicView {
        topic,
        unread: unread.get(&topic).copied().unwrap_or_default(),
        way: ways.get(&topic).copied().unwrap_or_default(),
    };
    Ok(Json(MessageTopic::iter().map(view).collect()))
}

/// Sets how the reader is told of a subject from now on.
#[utoipa::path(put, path = "/messages/topics", tag = "messages", request_body = WayIn, responses((status = 204)))]
async fn set_way(State(app): State<AppState>, user: AnyUser, Json(input): Json<WayIn>) -> Answer<StatusCode> {
    settings::set(&app.db, &user, input.topic, input.way).await?;
    Ok(StatusCode::NO_CONTENT)
}
