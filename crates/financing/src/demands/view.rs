//! What the enterprise and the operator see of a demand.

use super::{
    DemandFact, DemandState, Draft,
    access::{DemandAction, actions},
    entity::Model,
};
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{DateTime, DemandId, Money, Result, Vault};
use jinqiao_platform::{
    calendar::{Due, calendar},
    enterprises::{self, EnterpriseSummary, FieldHit, identity_of},
    files::{self, FileInfo},
    organizations,
    reviews::Defect,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The own demand.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DemandView {
    id: DemandId,
    no: String,
    state: DemandState,
    version: i32,
    #[serde(flatten)]
    draft: Draft,
    /// The attachments with their names, in the detail only.
    files: Vec<FileInfo>,
    /// What institutions read.
    public_text: Option<String>,
    defects: Vec<Defect>,
    refusal: Option<String>,
    /// A direct application for a product, which is not on the market.
    direct: bool,
    live_orders: i32,
    /// Granted and accepted, fen.
    accepted_amount: Money,
    /// Paid out and confirmed, fen.
    disbursed_amount: Money,
    created_at: DateTime,
    updated_at: DateTime,
    submitted_at: Option<DateTime>,
    published_at: Option<DateTime>,
    /// In the detail only: the end of its limit, a correction's or its time on the market.
    due: Option<Due>,
    /// In the detail only.
    timeline: Vec<TimelineItem>,
    /// What in its texts tells who the enterprise is; in the detail only.
    identifying: Vec<FieldHit>,
    actions: Vec<DemandAction>,
}

/// A demand and its enterprise, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OperatorDemandView {
    demand: DemandView,
    enterprise: EnterpriseSummary,
    timeline: Vec<TimelineItem>,
}

/// The fields of a stored demand.
pub fn draft_of(row: &Model) -> Draft {
    Draft {
        kind: row.kind,
        amount: row.amount,
        term_months: row.term_months,
        need_by: row.need_by.map(Into::into),
        use_kind: row.use_kind,
        use_text: row.use_text.clone(),
        guarantees: row.guarantees.0.clone(),
        collateral: row.collateral.clone(),
        rate_max: row.rate_max,
        repayments: row.repayments.0.clone(),
        first_loan: row.first_loan,
        repayment_source: row.repayment_source.clone(),
        accept_partial: row.accept_partial,
        round: row.round,
        valuation: row.valuation,
        share_bp: row.share_bp,
        highlights: row.highlights.clone(),
        team: row.team.clone(),
        tags: row.tags.0.clone(),
        attachments: row.attachments.0.clone(),
    }
}

/// A row of the own list.
pub(super) fn listed(row: Model) -> DemandView {
    DemandView {
        draft: draft_of(&row),
        actions: actions(&row),
        timeline: vec![],
        identifying: vec![],
        due: None,
        files: vec![],
        id: row.id,
        no: row.no,
        state: row.state,
        version: row.version,
        public_text: row.public_text,
        defects: row.defects.0,
        refusal: row.refusal,
        direct: row.direct,
        live_orders: row.live_orders,
        accepted_amount: row.accepted_amount,
        disbursed_amount: row.disbursed_amount,
        created_at: row.created_at,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
        published_at: row.published_at,
    }
}

async fn told(db: &Db, row: &Model) -> Result<Vec<TimelineItem>> {
    let facts = facts_of(db.read(), row.id).await?;
    let own = organizations::by_id(db.read(), row.enterprise_id).await?;
    timeline::<DemandFact>(&facts, |org| (org == own.id).then(|| own.name.clone()))
}

/// Where the texts that become public tell who the enterprise is.
async fn marked(db: &Db, row: &Model) -> Result<Vec<FieldHit>> {
    let texts = [("use_text", row.use_text.as_deref()), ("public_text", row.public_text.as_deref())];
    let texts = texts.into_iter().filter_map(|(field, text)| Some((field.to_owned(), text?)));
    let tags = row.tags.0.iter().enumerate().map(|(i, tag)| (format!("tags[{i}]"), tag.as_str()));
    Ok(identity_of(db.read(), row.enterprise_id).await?.marked(texts.chain(tags)))
}

/// The own demand with its timeline.
pub async fn view_of(db: &Db, row: Model) -> Result<DemandView> {
    let timeline = told(db, &row).await?;
    let files = files::infos(db.read(), &row.attachments.0).await?;
    let due = match row.due_at {
        Some(at) => Some(Due::new(&calendar(db.read()).await?, at, db.world().now())),
        None => None,
    };
    Ok(DemandView { timeline, files, due, identifying: marked(db, &row).await?, ..listed(row) })
}

/// The demand with its enterprise, for the operator.
pub(super) async fn for_operator(db: &Db, vault: &Vault, row: Model) -> Result<OperatorDemandView> {
    Ok(OperatorDemandView {
        timeline: told(db, &row).await?,
        enterprise: enterprises::summary(db, vault, row.enterprise_id).await?,
        demand: DemandView {
            files: files::infos(db.read(), &row.attachments.0).await?,
            identifying: marked(db, &row).await?,
            ..listed(row)
        },
    })
}
