//! One wish of one firm, step by step.

use crate::demo::{
    equity::project,
    products::product_of,
    ratings,
    scenes::{decision, offer, payment, wanted},
    stage::Stage,
};
use chrono::TimeDelta;
use jinqiao_financing::{
    demands::{self, Draft},
    loans::Repayment,
    orders::{
        self, AcceptIn, Application, Bid, Contact, ContactMethod, EquityOffer, Offer, OrderActionKind, RefusalCode,
        TermSheet, Tranche,
    },
    products::{Guarantee, Stage as Round, UseKind},
};
use jinqiao_kernel::{DemandId, Error, Kind, Money, OrderId, Rate, Result, local_date};
use jinqiao_platform::{consents::ConsentScope, reviews::Defect};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Create,
    Submit,
    Approve,
    GiveBack,
    /// Somebody offers who will not win.
    Rival,
    Grab,
    Decline,
    Confirm,
    Apply,
    TakeOn,
    Contact,
    Review,
    Refuse,
    Grant,
    Propose,
    Accept,
    Pay,
    Tranche,
    Close,
    Rate,
    Withdraw,
}

/// What is wanted.
pub struct Wish {
    pub wan: i64,
    pub months: i32,
    pub rate: i32,
    pub use_kind: UseKind,
    pub text: &'static str,
    pub guarantee: Guarantee,
    /// For an investment.
    pub round: Option<Round>,
}

/// A wish with what has become of it so far.
pub struct Deal {
    firm: String,
    wish: Wish,
    /// The one that wins, and those who offer as well.
    lenders: [&'static str; 3],
    story: &'static [(Deed, i64)],
    done: usize,
    /// Orders of those who will not win.
    rivals: Vec<OrderId>,
    demand: Option<DemandId>,
    order: Option<OrderId>,
    /// Of the order.
    version: i32,
}

const REFUSALS: [(RefusalCode, &str); 3] = [
    (RefusalCode::R08, "企业近一年经营现金流波动较大，建议补充在手订单材料后再次申请。"),
    (RefusalCode::R10, "抵押物评估值不足以覆盖申请额度，建议补充担保或降低金额。"),
    (RefusalCode::R02, "申请用途与现有产品准入范围不一致，建议改申请其他类别的产品。"),
];

impl Deal {
    pub fn new(firm: &str, wish: Wish, lenders: [&'static str; 3], story: &'static [(Deed, i64)]) -> Self {
        let firm = firm.to_owned();
        Self { firm, wish, lenders, story, done: 0, rivals: vec![], demand: None, order: None, version: 1 }
    }

    /// Takes the next step; the time until the one after it, if there is one.
    pub async fn step(&mut self, stage: &Stage) -> Result<Option<TimeDelta>> {
        let Some((deed, _)) = self.story.get(self.done) else { return Ok(None) };
        match self.take(stage, *deed).await {
            // Somebody was too slow: a limit ended it.
            Err(error) if error.kind() == Kind::Conflict => return Ok(None),
            taken => taken?,
        }
        self.done += 1;
        let percent = i64::try_from(60 + stage.lot(90)).unwrap_or(100);
        Ok(self.story.get(self.done).map(|(_, hours)| TimeDelta::minutes(hours * 60 * percent / 100)))
    }

    /// The order and the lender of a loan that was confirmed by the last step.
    pub fn has_lent(&self) -> Option<(OrderId, &'static str)> {
        let closed = self
            .done
            .checked_sub(1)
            .and_then(|last| self.story.get(last))
            .is_some_and(|(deed, _)| *deed == Deed::Close);
        let order = self.order.filter(|_| closed && self.wish.round.is_none())?;
        Some((order, self.lenders[0]))
    }

    fn demand(&self) -> Result<DemandId> {
        self.demand.ok_or_else(|| Error::internal("no demand yet"))
    }

    fn order(&self) -> Result<OrderId> {
        self.order.ok_or_else(|| Error::internal("no order yet"))
    }

    fn amount(&self) -> Money {
        Money::wan(self.wish.wan)
    }

    fn draft(&self) -> Draft {
        let Wish { wan, months, use_kind, text, guarantee, round, .. } = self.wish;
        match round {
            Some(round) => Draft { use_kind: Some(use_kind), ..project(wan, round, 1_000, text) },
            None => Draft {
                accept_partial: false,
                rate_max: Some(Rate::bp(self.wish.rate + 60)),
                ..wanted(wan, months, use_kind, text, guarantee)
            },
        }
    }

    fn bid(&self, stage: &Stage, lender: &str, dearer: i32) -> Bid {
        let product_id = product_of(stage, lender).ok().map(|(product, _)| product);
        let note = Some("可上门服务，资料齐备后尽快审批。".into());
        let amount = self.amount();
        match self.wish.round {
            Some(_) => {
                Bid::Investment(EquityOffer { product_id, amount, pre_money: Money::wan(self.wish.wan * 9), note })
            }
            None => {
                let rate = Rate::bp(self.wish.rate + dearer);
                let today = local_date(stage.db.world().now());
                Bid::Loan(Offer { product_id, note, ..offer(today, amount, rate, self.wish.months) })
            }
        }
    }

    async fn take(&mut self, stage: &Stage, deed: Deed) -> Result<()> {
        match deed {
            Deed::Create | Deed::Submit | Deed::Approve | Deed::GiveBack | Deed::Withdraw => {
                self.as_demand(stage, deed).await
            }
            Deed::Rival | Deed::Grab | Deed::Apply => self.as_opening(stage, deed).await,
            Deed::Confirm | Deed::Decline | Deed::Accept | Deed::Close => {
                self.as_firm(stage, deed).await?;
                self.version += 1;
                Ok(())
            }
            Deed::Rate => self.rate(stage).await,
            _ => {
                self.as_lender(stage, deed).await?;
                self.version += 1;
                Ok(())
            }
        }
    }

    async fn as_demand(&mut self, stage: &Stage, deed: Deed) -> Result<()> {
        let (db, firm) = (&stage.db, stage.actor(&self.firm).await?);
        match deed {
            Deed::Create => self.demand = Some(demands::create(db, &firm, &self.draft()).await?),
            Deed::Submit => demands::submit(db, &firm, self.demand()?, 1, 1).await?,
            Deed::Approve => {
                demands::approve(db, &stage.operator().await?, self.demand()?, 2, self.wish.text).await?;
            }
            Deed::GiveBack => {
                let message = "请补充近一年财务数据和订单情况".to_owned();
                let defects = [Defect { field: "use_text".into(), message }];
                demands::give_back(db, &stage.operator().await?, self.demand()?, 2, &defects).await?;
            }
            _ => {
                let version = demands::by_id(db.read(), self.demand()?).await?.version;
                let why = "已通过其他渠道解决，暂不需要融资";
                orders::withdraw_demand(db, &firm, self.demand()?, version, why).await?;
            }
        }
        Ok(())
    }

    async fn as_opening(&mut self, stage: &Stage, deed: Deed) -> Result<()> {
        let db = &stage.db;
        match deed {
            Deed::Rival => {
                let rival = stage.actor(self.lenders[self.rivals.len() + 1]).await?;
                let order =
                    orders::grab(db, &rival, self.demand()?, &self.bid(stage, self.lenders[self.rivals.len() + 1], 25))
                        .await?;
                self.rivals.push(order);
            }
            Deed::Grab => {
                let lender = stage.actor(self.lenders[0]).await?;
                self.order =
                    Some(orders::grab(db, &lender, self.demand()?, &self.bid(stage, self.lenders[0], 0)).await?);
            }
            _ => {
                let (product, content) = product_of(stage, self.lenders[0])?;
                let most = content.amount_max.unwrap_or(self.amount()).min(self.amount());
                let months = self.wish.months.min(content.term_max.unwrap_or(self.wish.months));
                self.wish.wan = most.0 / Money::wan(1).0;
                self.wish.months = months;
                let draft = Draft {
                    guarantees: content.guarantees.clone(),
                    repayments: content.repayments.first().copied().into_iter().collect::<Vec<Repayment>>(),
                    ..self.draft()
                };
                let scopes =
                    vec![ConsentScope::Identity, ConsentScope::Contact, ConsentScope::Business, ConsentScope::Finance];
                let wanted = Application { product, number: 1, draft, scopes, authorization: 1 };
                self.order = Some(orders::apply(db, &stage.actor(&self.firm).await?, &wanted).await?);
            }
        }
        Ok(())
    }

    async fn as_firm(&self, stage: &Stage, deed: Deed) -> Result<()> {
        let (db, firm, order, version) = (&stage.db, stage.actor(&self.firm).await?, self.order()?, self.version);
        use ConsentScope::{Business, Contact, Finance, Identity};
        match deed {
            Deed::Confirm => {
                orders::confirm(db, &firm, order, version, &[Identity, Contact, Business, Finance], 1).await?;
                for rival in &self.rivals {
                    let why = "已选择条件更合适的机构";
                    match orders::leave(db, &firm, *rival, 1, OrderActionKind::Decline, why).await {
                        // Its limit was over before.
                        Err(error) if error.kind() == Kind::Conflict => {}
                        left => left?,
                    }
                }
                Ok(())
            }
            Deed::Decline => {
                let why = "利率高于预期，暂不考虑";
                orders::leave(db, &firm, order, version, OrderActionKind::Decline, why).await
            }
            Deed::Accept => {
                let annual_cost = self.wish.round.is_none().then(|| Rate::bp(self.wish.rate));
                orders::accept(db, &firm, order, version, &AcceptIn { complete: false, annual_cost }).await
            }
            _ => orders::confirm_disbursement(db, &firm, order, version).await,
        }
    }

    async fn as_lender(&self, stage: &Stage, deed: Deed) -> Result<()> {
        let (db, lender, order, version) =
            (&stage.db, stage.actor(self.lenders[0]).await?, self.order()?, self.version);
        let today = local_date(db.world().now());
        let Wish { wan, rate, months, .. } = self.wish;
        match deed {
            Deed::TakeOn => orders::take_on(db, &lender, order, version).await,
            Deed::Contact => {
                let note = "已电话沟通，约定上门了解经营情况。".into();
                orders::contact(db, &lender, order, version, &Contact { method: ContactMethod::Phone, note }).await
            }
            Deed::Review => orders::start_review(db, &lender, order, version).await,
            Deed::Refuse => {
                let (code, why) = REFUSALS[stage.lot(REFUSALS.len())];
                orders::refuse(db, &lender, order, version, code, why).await
            }
            Deed::Grant => orders::approve(db, &lender, order, version, &decision(today, wan, rate, months)).await,
            Deed::Propose => {
                let sheet = TermSheet {
                    amount: self.amount(),
                    pre_money: Money::wan(wan * 9),
                    conditions: Some("按季度披露经营数据，核心团队四年归属。".into()),
                    valid_until: (today + TimeDelta::days(60)).into(),
                };
                orders::propose(db, &lender, order, version, &sheet).await
            }
            Deed::Pay => {
                let first = stage.lot(100) < 30 && stage.borrows_first(&self.firm).await?;
                let paid = payment(today, order, wan, rate, months, first);
                orders::disburse(db, &lender, order, version, &paid).await
            }
            _ => {
                let voucher_no = format!("TZ{}", &order.to_string()[..8]);
                let tranche = Tranche { paid_on: today.into(), amount: self.amount(), voucher_no };
                orders::pay(db, &lender, order, version, &tranche, true).await
            }
        }
    }

    async fn rate(&self, stage: &Stage) -> Result<()> {
        if stage.lot(100) < 35 {
            return Ok(());
        }
        let (firm, lender) = (stage.actor(&self.firm).await?, stage.actor(self.lenders[0]).await?);
        ratings::satisfied(stage, self.order()?, &firm, &lender, stage.lot(3)).await
    }
}
