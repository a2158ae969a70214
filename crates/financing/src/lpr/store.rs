//! Reading and keeping the table.

use super::{
    LprFact, LprLink, LprQuote,
    entity::{ActiveModel, Column, Entity, Model},
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Day, Error, Rate, Result};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect, sea_query::OnConflict,
};

/// As many quotes as a page shows: five years of months.
const SHOWN: u64 = 60;

/// What holds: the newest quote. None before the first was entered.
pub async fn current(conn: &impl ConnectionTrait) -> Result<Option<LprQuote>> {
    let newest = Entity::find().order_by_desc(Column::PublishedOn);
    Ok(newest.one(conn).await?.map(Into::into))
}

/// Does `rate` follow from `link` by what holds today? A fixed rate has no link.
///
/// # Errors
/// `validation` with the rate that would.
pub async fn check(conn: &impl ConnectionTrait, link: Option<LprLink>, rate: Rate) -> Result<()> {
    let Some(link) = link else { return Ok(()) };
    if !LprLink::SPREADS.contains(&link.spread) {
        return Err(Error::field("lpr.spread", "加减点须在 -300 至 1500 个基点之间"));
    }
    let quote = current(conn).await?.ok_or_else(|| Error::field("lpr", "平台尚未登记 LPR，请按固定利率填写"))?;
    let right = link.rate(&quote);
    if rate == right {
        return Ok(());
    }
    let message = format!("按 {} 公布的 LPR 计算，年利率应为 {right}", quote.published_on);
    Err(Error::field("rate", message))
}

/// The newest quotes.
pub(super) async fn newest(conn: &impl ConnectionTrait) -> Result<Vec<LprQuote>> {
    let rows = Entity::find().order_by_desc(Column::PublishedOn).limit(SHOWN).all(conn).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Tells when what holds is another one than `before`.
async fn tell(tx: &Tx, before: Option<LprQuote>) -> Result<()> {
    let rates = |quote: Option<LprQuote>| quote.map(|quote| (quote.one_year, quote.five_years));
    let now = current(tx.conn()).await?;
    match now.filter(|_| rates(now) != rates(before)) {
        Some(quote) => tx.emit(&LprFact { quote, after: None }).await,
        None => Ok(()),
    }
}

/// Keeps the quotes, each in place of one of the same day.
///
/// # Errors
/// `validation`.
pub async fn save(db: &Db, actor: &Actor, quotes: &[LprQuote]) -> Result<()> {
    let detail = match quotes {
        [one] => format!("{}：1 年期 {}，5 年期以上 {}", one.published_on, one.one_year, one.five_years),
        _ => format!("{} 期", quotes.len()),
    };
    db.write_once(Intent::by(actor, "lpr.save").detail(detail), |tx| async move {
        let before = current(tx.conn()).await?;
        let row = |quote: &LprQuote| Model {
            published_on: *quote.published_on,
            one_year: quote.one_year,
            five_years: quote.five_years,
            updated_at: tx.now(),
        };
        let rows = quotes.iter().map(|quote| row(quote).into_active_model().reset_all());
        let replace = OnConflict::column(Column::PublishedOn)
            .update_columns([Column::OneYear, Column::FiveYears, Column::UpdatedAt])
            .to_owned();
        Entity::insert_many(rows.collect::<Vec<ActiveModel>>())
            .on_conflict(replace)
            .exec_without_returning(tx.conn())
            .await?;
        tell(&tx, before).await
    })
    .await
}

/// Takes out a quote that was entered by mistake; the last one stays, because products follow it.
///
/// # Errors
/// `not_found`; `lpr.in_use`.
pub(super) async fn remove(db: &Db, actor: &Actor, day: Day) -> Result<()> {
    db.write_once(Intent::by(actor, "lpr.remove").detail(day.to_string()), |tx| async move {
        let before = current(tx.conn()).await?;
        if Entity::delete_by_id(*day).exec(tx.conn()).await?.rows_affected == 0 {
            return Err(Error::not_found());
        }
        if before.is_some() && current(tx.conn()).await?.is_none() {
            return Err(Error::conflict("lpr.in_use", "至少须保留一期 LPR，产品利率据此计算"));
        }
        tell(&tx, before).await
    })
    .await
}
