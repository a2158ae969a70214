//! The grab (抢单): one per institution, as many live ones as the operator allows.

use super::{
    EquityDeal, EquityOffer, Offer, OrderState, OrderStep, OrderedProduct,
    entity::{ActiveModel, Model},
    model::OrderActionKind,
    opening,
    parameters::LIVE_ORDERS,
    steps::{self, Change, follow},
    store,
};
use crate::{
    demands, lpr,
    products::{self, FinancingKind, finances},
};
use jinqiao_db::{Db, Doc, Intent, Tx, unless_taken};
use jinqiao_kernel::{Actor, DemandId, Error, Kind, Money, NaiveDate, OrderId, ProductId, Result, local_date};
use jinqiao_platform::{
    organizations::{self, InstitutionType},
    permissions::value_of,
};
use sea_orm::Set;

/// Refuses institutions that are not certified (plan: 未经认证的金融机构无法查看).
///
/// # Errors
/// `organizations.not_certified`.
pub fn check_certified(actor: &Actor) -> Result<()> {
    if actor.certified {
        return Ok(());
    }
    Err(Error::new(Kind::Forbidden, "organizations.not_certified", "贵机构尚未通过认证，认证后可查看需求并抢单"))
}

fn already_grabbed() -> Error {
    Error::conflict("orders.already_grabbed", "贵机构已抢过此需求")
}

/// An indicative offer of either kind.
#[derive(Clone, Debug)]
pub enum Bid {
    /// To lend.
    Loan(Offer),
    /// To invest.
    Investment(EquityOffer),
}

impl Bid {
    fn kind(&self) -> FinancingKind {
        match self {
            Self::Loan(_) => FinancingKind::Debt,
            Self::Investment(_) => FinancingKind::Equity,
        }
    }

    fn amount(&self) -> Money {
        match self {
            Self::Loan(offer) => offer.amount,
            Self::Investment(offer) => offer.amount,
        }
    }

    fn product(&self) -> Option<ProductId> {
        match self {
            Self::Loan(offer) => offer.product_id,
            Self::Investment(offer) => offer.product_id,
        }
    }

    fn check(&self, demanded: Money, today: NaiveDate) -> Result<()> {
        match self {
            Self::Loan(offer) => offer.check(demanded, today),
            Self::Investment(offer) => offer.check(demanded),
        }
    }
}

fn check_kind(bid: &Bid, demanded: FinancingKind, institution: Option<InstitutionType>) -> Result<()> {
    if bid.kind() != demanded {
        return Err(Error::conflict("orders.wrong_kind", "报价方式与需求的融资类型不一致"));
    }
    if institution.is_some_and(|institution| finances(institution, demanded)) {
        return Ok(());
    }
    let message = match demanded {
        FinancingKind::Debt => "贵机构类型不提供债权融资",
        FinancingKind::Equity => "贵机构类型不提供股权融资",
    };
    Err(Error::conflict("orders.wrong_kind", message))
}

/// The product that the bid names, as it is on the shelf: one of the institution's own, of the kind of the bid.
async fn product_of(tx: &Tx, actor: &Actor, bid: &Bid) -> Result<Option<OrderedProduct>> {
    let Some(id) = bid.product() else { return Ok(None) };
    let not_own = || Error::field("product_id", "请选择贵机构在架的产品");
    let offered = products::on_shelf(tx.conn(), id, local_date(tx.now())).await.map_err(|_| not_own())?;
    if offered.row.institution_id != actor.org || offered.row.kind != bid.kind() {
        return Err(not_own());
    }
    Ok(Some(offered.into()))
}

/// Grabs a demand with an indicative offer.
///
/// # Errors
/// `organizations.not_certified`; `not_found` when it is not on the market; `organizations.suspended`;
/// `orders.already_grabbed`; `orders.wrong_kind`; `orders.demand_full`; `validation`.
pub async fn grab(db: &Db, actor: &Actor, demand: DemandId, bid: &Bid) -> Result<OrderId> {
    check_certified(actor)?;
    db.write_once(Intent::by(actor, "orders.grab"), |tx| async move {
        // The lock makes grabs of one demand wait for each other, so the count below is exact.
        let demand = demands::lock_any(&tx, demand).await?;
        let known = store::mine(tx.conn(), actor.org, vec![demand.id]).await?.pop();
        demands::on_market(tx.conn(), demand.id, known.is_some()).await?;
        organizations::check_open(tx.conn(), demand.enterprise_id).await?;
        // What was dispatched to the institution is taken; what it let pass, only while everybody may offer.
        let taken = match &known {
            Some(order) if order.state == OrderState::Passed && !demand.on_market => return Err(Error::not_found()),
            Some(order) => Some(order.after(OrderActionKind::Take).map_err(|_| already_grabbed())?),
            None => None,
        };
        // The certificate may have been withdrawn since the session was checked.
        let own = organizations::by_id(tx.conn(), actor.org).await?;
        if !own.certified {
            return Err(Error::forbidden("贵机构的认证已被取消"));
        }
        check_kind(bid, demand.kind, own.institution_type)?;
        bid.check(demand.amount.unwrap_or_default(), local_date(tx.now()))?;
        if let Bid::Loan(offer) = bid {
            lpr::check(tx.conn(), offer.lpr, offer.rate).await?;
        }
        let product = product_of(&tx, actor, bid).await?;
        if !demand.accept_partial && bid.amount() < demand.amount.unwrap_or_default() {
            return Err(Error::field("amount", "企业希望由一家机构提供全部金额，请按需求金额报价"));
        }
        demand.state.grab()?;
        if i64::from(demand.live_orders) >= value_of(tx.conn(), LIVE_ORDERS).await? {
            return Err(Error::conflict("orders.demand_full", "此需求的对接名额已满，请关注其他需求"));
        }
        let id = match known.zip(taken) {
            Some((order, to)) => take(&tx, actor, &demand, &order, (bid, product), to).await?,
            None => insert(&tx, actor, &demand, bid, product).await?.id,
        };
        follow(&tx, &demand, false).await?;
        Ok(id)
    })
    .await
}

fn parts_of(bid: &Bid) -> (Option<Offer>, Option<EquityDeal>) {
    match bid {
        Bid::Loan(offer) => (Some(offer.clone()), None),
        Bid::Investment(offer) => (None, Some(EquityDeal { offer: Some(offer.clone()), ..EquityDeal::default() })),
    }
}

/// The offer on what was dispatched; whoever takes it becomes its officer.
async fn take(
    tx: &Tx,
    actor: &Actor,
    demand: &demands::Demand,
    order: &Model,
    (bid, product): (&Bid, Option<OrderedProduct>),
    to: OrderState,
) -> Result<OrderId> {
    let (offer, equity) = parts_of(bid);
    let row = ActiveModel {
        offer: Set(Doc(offer)),
        equity: Set(equity.map(Doc)),
        product_id: Set(product.as_ref().map(|product| product.id)),
        product: Set(product.map(Doc)),
        officer_id: Set(actor.account),
        unit_id: Set(actor.unit),
        closed_at: Set(None),
        ended_because: Set(None),
        ..Default::default()
    };
    let change = Change { row, amount: Some(bid.amount()), ..Change::default() };
    steps::move_to(tx, demand, order, change, to, OrderStep::Grabbed, None).await?;
    tx.about(order.id);
    Ok(order.id)
}

async fn insert(
    tx: &Tx,
    actor: &Actor,
    demand: &demands::Demand,
    bid: &Bid,
    product: Option<OrderedProduct>,
) -> Result<Model> {
    let (offer, equity) = parts_of(bid);
    let order = Model {
        offer: Doc(offer),
        equity: equity.map(Doc),
        product_id: product.as_ref().map(|product| product.id),
        product: product.map(Doc),
        ..opening::blank(tx, demand, actor, OrderState::Grabbed).await?
    };
    let inserted = opening::insert(tx, &order).await;
    unless_taken(inserted, "institution_id", already_grabbed)?;
    steps::opened(tx, demand, &order, OrderStep::Grabbed, Some(bid.amount())).await?;
    Ok(order)
}
