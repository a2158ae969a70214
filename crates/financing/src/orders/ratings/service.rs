//! Use cases of both sides and of the operator.

use super::{
    entity::{ActiveModel, Entity, Model},
    facts::{RatingFact, RatingStep},
    model::{AppealState, Mark, REVIEW, RatingParty, may_rate, negative, overall, visible, window_ends},
    store,
    view::{AppealView, RatingView, RatingsView},
};
use crate::orders::{
    disputes::check_anonymous,
    entity::Model as Order,
    store::{Scope, by_id as order_by_id, lock as lock_order},
};
use jinqiao_db::{Db, Doc, Intent, Tx, unless_taken};
use jinqiao_kernel::{Actor, Checks, Error, OrderId, RatingId, Result};
use jinqiao_platform::{
    organizations,
    reviews::{self, ReviewState, Submission},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde::Deserialize;
use utoipa::ToSchema;

/// A rating as it is given.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatingIn {
    /// One mark for each aspect of the giving side.
    pub marks: Vec<Mark>,
    /// In words, up to 500 characters; at least 10 where the overall mark is 1 or 2.
    #[schema(max_length = 500)]
    pub text: Option<String>,
}

impl RatingParty {
    fn scope(self, actor: &Actor) -> Scope {
        match self {
            Self::Enterprise => Scope::Enterprise(actor.org),
            Self::Institution => Scope::of_institution(actor),
        }
    }
}

fn fact(order: &Order, rating: &Model, step: RatingStep, reason: Option<&str>) -> RatingFact {
    RatingFact {
        step,
        rating: rating.id,
        order: order.id,
        order_no: order.no.clone(),
        party: rating.party,
        from: rating.from_org,
        to: rating.to_org,
        reason: reason.map(str::to_owned),
    }
}

/// The ratings of an order, as `party` sees them.
pub(super) async fn view(db: &Db, actor: &Actor, id: OrderId, party: RatingParty) -> Result<RatingsView> {
    let order = order_by_id(db.read(), &party.scope(actor), id).await?;
    let ratings = store::of_order(db.read(), id).await?;
    Ok(RatingsView::new(&order, party, ratings, db.world().now()))
}

/// Rates the other side of an order, once.
///
/// # Errors
/// `validation`; `ratings.not_ended`, `ratings.not_rated`, `ratings.too_late`; `ratings.already_given`; `not_found`.
pub async fn rate(db: &Db, actor: &Actor, id: OrderId, party: RatingParty, input: &RatingIn) -> Result<()> {
    party.check(&input.marks, input.text.as_deref())?;
    db.write_once(Intent::by(actor, "ratings.give").on(id), |tx| async move {
        // The order's lock makes the two sides' ratings wait for each other, so exactly one is the second.
        let (_, order) = lock_order(&tx, &party.scope(actor), id).await?;
        may_rate(order.state, order.closed_at, tx.now())?;
        if party == RatingParty::Enterprise {
            let text = input.text.as_deref().unwrap_or_default();
            check_anonymous(tx.conn(), order.enterprise_id, "text", text).await?;
        }
        let first = store::of_order(tx.conn(), id).await?.into_iter().find(|rating| rating.party != party);
        let row = rating(&tx, actor, &order, party, input, first.is_some());
        let inserted = Entity::insert(row.clone().into_active_model().reset_all());
        let already = || Error::conflict("ratings.already_given", "您已评价");
        unless_taken(inserted.exec_without_returning(tx.conn()).await, "party", already)?;
        let step = if first.is_some() { RatingStep::Opened } else { RatingStep::Given };
        if let Some(first) = first {
            // It opens now, not when the window ends.
            tx.disarm(first.id).await?;
            let opened = ActiveModel { opens_at: Set(tx.now()), ..first.into_active_model() };
            opened.update(tx.conn()).await?;
        }
        if step == RatingStep::Given {
            tx.arm(row.opens_at, &fact(&order, &row, RatingStep::WindowEnded, None)).await?;
        }
        tx.emit(&fact(&order, &row, step, None)).await
    })
    .await
}

fn rating(tx: &Tx, actor: &Actor, order: &Order, party: RatingParty, input: &RatingIn, second: bool) -> Model {
    let to_org = match party {
        RatingParty::Enterprise => order.institution_id,
        RatingParty::Institution => order.enterprise_id,
    };
    let alone = order.closed_at.map_or(tx.now(), window_ends);
    Model {
        id: tx.id(),
        order_id: order.id,
        party,
        from_org: actor.org,
        to_org,
        account_id: actor.account,
        overall: overall(&input.marks),
        marks: Doc(input.marks.clone()),
        text: input.text.clone().filter(|text| !text.trim().is_empty()),
        given_at: tx.now(),
        opens_at: if second { tx.now() } else { alone },
        reply: None,
        replied_at: None,
        appeal: None,
        appeal_state: None,
        appealed_at: None,
        ruling: None,
        ruled_at: None,
    }
}

/// The other side's rating of a locked order, if it is open to `party`.
async fn theirs(tx: &Tx, actor: &Actor, id: OrderId, party: RatingParty) -> Result<(Order, Model)> {
    let (_, order) = lock_order(tx, &party.scope(actor), id).await?;
    let both = store::of_order(tx.conn(), id).await?.len() == 2;
    if !visible(both, order.closed_at, tx.now()) {
        return Err(Error::not_found());
    }
    Ok((order, store::lock(tx, id, party.other()).await?))
}

/// Replies once to the other side's open rating.
pub(super) async fn reply(db: &Db, actor: &Actor, id: OrderId, party: RatingParty, text: &str) -> Result<()> {
    Checks::new().text("text", text, 2..=500).done()?;
    db.write_once(Intent::by(actor, "ratings.reply").on(id), |tx| async move {
        let (order, row) = theirs(&tx, actor, id, party).await?;
        if row.reply.is_some() {
            return Err(Error::conflict("ratings.already_replied", "您已回复过该评价"));
        }
        if party == RatingParty::Enterprise {
            check_anonymous(tx.conn(), order.enterprise_id, "text", text).await?;
        }
        let change = ActiveModel {
            reply: Set(Some(text.into())),
            replied_at: Set(Some(tx.now())),
            ..row.clone().into_active_model()
        };
        change.update(tx.conn()).await?;
        tx.emit(&fact(&order, &row, RatingStep::Replied, None)).await
    })
    .await
}

/// Appeals against the other side's open and negative rating; the operator decides.
///
/// # Errors
/// `validation`; `ratings.already_appealed`; `ratings.not_negative`; `not_found` while it is not open.
pub async fn appeal(db: &Db, actor: &Actor, id: OrderId, party: RatingParty, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 10..=500).done()?;
    db.write_once(Intent::by(actor, "ratings.appeal").on(id).detail(reason), |tx| async move {
        let (order, row) = theirs(&tx, actor, id, party).await?;
        if row.appeal_state.is_some() {
            return Err(Error::conflict("ratings.already_appealed", "您已对该评价提出申诉"));
        }
        if !negative(row.overall) {
            return Err(Error::conflict("ratings.not_negative", "只能对 1 至 2 分的评价提出申诉"));
        }
        if party == RatingParty::Enterprise {
            check_anonymous(tx.conn(), order.enterprise_id, "reason", reason).await?;
        }
        let change = ActiveModel {
            appeal: Set(Some(reason.into())),
            appeal_state: Set(Some(AppealState::Open)),
            appealed_at: Set(Some(tx.now())),
            ..row.clone().into_active_model()
        };
        change.update(tx.conn()).await?;
        let org = organizations::by_id(tx.conn(), actor.org).await?;
        let submission = Submission {
            kind: REVIEW,
            subject: row.id.into(),
            org: actor.org,
            org_name: org.name,
            title: format!("对接单 {} 的评价申诉", order.no),
        };
        reviews::submit(&tx, submission).await?;
        tx.emit(&fact(&order, &row, RatingStep::Appealed, None)).await
    })
    .await
}

/// An appeal with the rating it is about. Seeing both names is noted for the auditor.
pub(super) async fn appeal_view(db: &Db, actor: &Actor, id: RatingId) -> Result<AppealView> {
    let row = store::by_id(db.read(), id).await?;
    if row.appeal_state.is_none() {
        return Err(Error::not_found());
    }
    db.viewed(Intent::by(actor, "ratings.view").on(id)).await?;
    let order = order_by_id(db.read(), &party_scope(&row), row.order_id).await?;
    let names = organizations::names(db.read(), [row.from_org, row.to_org]).await?;
    let name = |org| names.get(&org).map(|org| org.name.clone()).unwrap_or_default();
    Ok(AppealView {
        id: row.id,
        order_id: row.order_id,
        order_no: order.no,
        from_name: name(row.from_org),
        to_name: name(row.to_org),
        appealed_at: row.appealed_at,
        rating: RatingView::new(row, db.world().now()),
    })
}

fn party_scope(row: &Model) -> Scope {
    match row.party {
        RatingParty::Enterprise => Scope::Enterprise(row.from_org),
        RatingParty::Institution => Scope::Institution(row.from_org),
    }
}

/// Decides an appeal: an upheld one strikes the rating from every average.
pub(super) async fn rule(db: &Db, actor: &Actor, id: RatingId, uphold: bool, ruling: &str) -> Result<()> {
    Checks::new().text("ruling", ruling, 5..=500).done()?;
    db.write_once(Intent::by(actor, "ratings.rule").on(id).detail(ruling), |tx| async move {
        let row = store::lock_by_id(&tx, id).await?;
        let state = row.appeal_state.ok_or_else(Error::not_found)?.decide(uphold)?;
        let order = order_by_id(tx.conn(), &party_scope(&row), row.order_id).await?;
        check_anonymous(tx.conn(), order.enterprise_id, "ruling", ruling).await?;
        let (decision, step) = match state {
            AppealState::Upheld => (ReviewState::Approved, RatingStep::Upheld),
            _ => (ReviewState::Refused, RatingStep::Rejected),
        };
        reviews::decide(&tx, actor, REVIEW, id.into(), decision).await?;
        let change = ActiveModel {
            appeal_state: Set(Some(state)),
            ruling: Set(Some(ruling.into())),
            ruled_at: Set(Some(tx.now())),
            ..row.clone().into_active_model()
        };
        change.update(tx.conn()).await?;
        tx.emit(&fact(&order, &row, step, Some(ruling))).await
    })
    .await
}
