//! A complaint as each reader sees it.

use super::{
    ComplaintKind, ComplaintState, ComplaintTurn, DisputedFigure, Finding, ObjectionSubject,
    access::{ComplaintStepView, actions},
    entity::Model,
    limits::turn,
    model::MOST_REOPENINGS,
    reader::Reader,
};
use jinqiao_http::TimelineItem;
use jinqiao_kernel::{AccountId, ComplaintId, DateTime, NaiveDate, OrderId};
use jinqiao_platform::{calendar::Due, files::FileInfo};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A complaint. Names are none where the reader may not know them.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ComplaintView {
    id: ComplaintId,
    no: String,
    kind: ComplaintKind,
    state: ComplaintState,
    version: i32,
    /// The reader's organisation opened it.
    own: bool,
    /// Who complains.
    complainant: Option<String>,
    /// About whom.
    about: Option<String>,
    order_id: Option<OrderId>,
    order_no: Option<String>,
    figure: Option<DisputedFigure>,
    /// What the figure should be, as the complainant says.
    claimed: Option<String>,
    objection_to: Option<ObjectionSubject>,
    title: String,
    text: String,
    /// In the detail, and not for the side that it is about.
    files: Vec<FileInfo>,
    /// The government reads it too.
    copied: bool,
    /// How the other side sees the matter.
    statement: Option<String>,
    stated_at: Option<DateTime>,
    /// The operator's person; none until it is assigned.
    handler_id: Option<AccountId>,
    handler: Option<String>,
    answer: Option<String>,
    finding: Option<Finding>,
    answered_at: Option<DateTime>,
    reopened: i32,
    /// How often it may still be reopened.
    reopenings_left: i32,
    /// What was found has not been put right yet.
    owing: bool,
    rectification: Option<String>,
    rectified_on: Option<NaiveDate>,
    /// The end of the limit that runs.
    due: Option<Due>,
    turn: Option<ComplaintTurn>,
    opened_at: DateTime,
    updated_at: DateTime,
    closed_at: Option<DateTime>,
    /// In the detail only.
    timeline: Vec<TimelineItem>,
    actions: Vec<ComplaintStepView>,
}

impl ComplaintView {
    pub(super) fn new(row: Model, reader: &Reader<'_>) -> Self {
        Self {
            own: row.complainant_org == reader.actor.org,
            complainant: reader.name(row.complainant_org, row.order_id),
            about: row.about_org.and_then(|org| reader.name(org, row.order_id)),
            handler: row.handler_id.and_then(|id| reader.handler(id)),
            due: row.due_at.map(|at| Due::new(&reader.calendar, at, reader.now)),
            turn: turn(row.state),
            owing: row.owing(),
            reopenings_left: MOST_REOPENINGS - row.reopened,
            actions: actions(reader.actor, &row),
            files: vec![],
            timeline: vec![],
            id: row.id,
            no: row.no,
            kind: row.kind,
            state: row.state,
            version: row.version,
            order_id: row.order_id,
            order_no: row.order_no,
            figure: row.figure,
            claimed: row.claimed,
            objection_to: row.objection_to,
            title: row.title,
            text: row.text,
            copied: row.copied,
            statement: row.statement,
            stated_at: row.stated_at,
            handler_id: row.handler_id,
            answer: row.answer,
            finding: row.finding,
            answered_at: row.answered_at,
            reopened: row.reopened,
            rectification: row.rectification,
            rectified_on: row.rectified_on,
            opened_at: row.opened_at,
            updated_at: row.updated_at,
            closed_at: row.closed_at,
        }
    }

    /// The detail.
    pub(super) fn detailed(self, files: Vec<FileInfo>, timeline: Vec<TimelineItem>) -> Self {
        Self { files, timeline, ..self }
    }
}
