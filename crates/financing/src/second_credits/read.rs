//! Reading second credits, for each side and for the operator.

use super::{
    entity::Model,
    facts::SecondFact,
    model::{SecondKind, SecondSide, SecondState},
    pair::{scope, side},
    service::{check_first, last_terms},
    store::{self, SecondFilter},
    view::{Known, Names, SecondCreditView, SecondMark, SecondOptions, SecondReviewView},
};
use crate::orders::{RatingParty, counted, held, matures_on, numbers, order_by_id, sees_enterprise, stands_still};
use jinqiao_db::{Db, Intent, facts_of};
use jinqiao_http::timeline;
use jinqiao_kernel::{Actor, Error, OrderId, OrgId, Page, PageQuery, Result, SecondCreditId, local_date};
use jinqiao_platform::{calendar::calendar, consents::names_open, organizations};
use sea_orm::Iterable;
use std::collections::HashSet;
use uuid::Uuid;

/// The reader's second credits.
pub async fn page(db: &Db, actor: &Actor, filter: &SecondFilter, wanted: &PageQuery) -> Result<Page<SecondCreditView>> {
    let rows = store::page(db, &scope(actor), filter, wanted).await?;
    let told = match side(actor) {
        SecondSide::Enterprise => HashSet::new(),
        SecondSide::Institution => {
            let orders: Vec<_> = rows.items.iter().map(on).collect();
            let what = "在二次授信列表中查看企业名称";
            names_open(db, actor, "second_credits.list_enterprises", what, &orders).await?
        }
    };
    let Page { items, total, capped, page, size } = rows;
    Ok(Page { items: listed(db, actor, items, &told).await?, total, capped, page, size })
}

/// The order whose consent tells who the enterprise is.
fn on(row: &Model) -> OrderId {
    row.order_id.unwrap_or(row.first_order_id)
}

/// Rows without what only the detail shows; with the names of the enterprises of the orders `told`.
async fn listed(db: &Db, actor: &Actor, rows: Vec<Model>, told: &HashSet<OrderId>) -> Result<Vec<SecondCreditView>> {
    let conn = &db.answer();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.first_order_id.into()).collect();
    let numbers = numbers(conn, &ids).await?;
    let orgs = organizations::names(conn, rows.iter().flat_map(|row| [row.institution_id, row.enterprise_id])).await?;
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let known = Known { calendar: &calendar, now, side: Some(side(actor)) };
    let view = |row: Model| {
        let names = Names {
            first_order_no: numbers.get(&row.first_order_id.into()).cloned().unwrap_or_default(),
            institution: orgs.get(&row.institution_id).map(|org| org.name.clone()).unwrap_or_default(),
            enterprise: orgs.get(&row.enterprise_id).filter(|_| told.contains(&on(&row))).map(|org| org.name.clone()),
        };
        known.view(Model { refusal_code: None, ..row }, names, vec![])
    };
    Ok(rows.into_iter().map(view).collect())
}

/// One second credit.
pub async fn one(db: &Db, actor: &Actor, id: SecondCreditId) -> Result<SecondCreditView> {
    let row = store::by_id(db.read(), &scope(actor), id).await?;
    let knows = match side(actor) {
        SecondSide::Enterprise => true,
        SecondSide::Institution => {
            let intent = Intent::by(actor, "second_credits.view_enterprise").on(row.id);
            let order = on(&row);
            sees_enterprise(db, actor, intent, order, "查看二次授信").await?
        }
    };
    let code = row.refusal_code.and_then(|code| code.seen_by(actor.primary || side(actor) == SecondSide::Institution));
    detail(db, Model { refusal_code: code, ..row }, Some(side(actor)), knows).await
}

async fn detail(db: &Db, row: Model, side: Option<SecondSide>, knows: bool) -> Result<SecondCreditView> {
    let conn = &db.answer();
    let orgs = organizations::names(conn, [row.institution_id, row.enterprise_id]).await?;
    let name = |org: OrgId| orgs.get(&org).map(|org| org.name.clone());
    let first = row.first_order_id.into();
    let names = Names {
        first_order_no: numbers(conn, &[first]).await?.remove(&first).unwrap_or_default(),
        institution: name(row.institution_id).unwrap_or_default(),
        enterprise: name(row.enterprise_id).filter(|_| knows),
    };
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let enterprise = row.enterprise_id;
    let told = timeline::<SecondFact>(&facts_of(conn, row.id).await?, |org| {
        if org == enterprise && !knows { None } else { name(org) }
    })?;
    Ok(Known { calendar: &calendar, now, side }.view(row, names, told))
}

/// What the reader may ask for on a finished order, with what to begin from.
pub async fn options(db: &Db, actor: &Actor, order: OrderId) -> Result<SecondOptions> {
    let (conn, now) = (&db.answer(), db.world().now());
    let first = order_by_id(conn, &scope(actor), order).await?;
    let others = store::of_order(conn, order).await?;
    let own = SecondKind::iter().filter(|kind| kind.side() == side(actor));
    let still = stands_still(conn, [first.enterprise_id, first.institution_id]).await?;
    let judge = |kind| if still { Err(held()) } else { check_first(&first, kind, &others, local_date(now)) };
    let judged: Vec<_> = own.map(|kind| (kind, judge(kind))).collect();
    let why = judged.iter().find_map(|(_, judged)| judged.as_ref().err().map(|error| error.message().to_owned()));
    let kinds: Vec<_> = judged.iter().filter(|(_, judged)| judged.is_ok()).map(|(kind, _)| *kind).collect();
    Ok(SecondOptions {
        why: why.filter(|_| kinds.is_empty()),
        kinds,
        matures_on: matures_on(&first),
        last: last_terms(conn, &first).await?,
        seconds: listed(db, actor, others, &HashSet::new()).await?,
    })
}

/// One that waits, or waited, for the operator. Seeing both names is noted for the auditor.
pub async fn for_review(db: &Db, actor: &Actor, id: SecondCreditId) -> Result<SecondReviewView> {
    let row = store::reviewed(db.read(), id).await?;
    let facts = facts_of(db.read(), id).await?;
    let submitted = facts.iter().any(|fact| fact.kind == "second_credits.submitted");
    if !submitted && row.state != SecondState::Reviewing {
        return Err(Error::not_found());
    }
    db.viewed(Intent::by(actor, "second_credits.view").on(id)).await?;
    let ratings = counted(db.read(), row.first_order_id).await?;
    let given = |party| ratings.iter().find(|rating| rating.0 == party).map(|rating| (rating.1, rating.2.clone()));
    let marks = vec![
        SecondMark::new(SecondSide::Enterprise, given(RatingParty::Enterprise)),
        SecondMark::new(SecondSide::Institution, given(RatingParty::Institution)),
    ];
    Ok(SecondReviewView::new(detail(db, row, None, true).await?, marks))
}
