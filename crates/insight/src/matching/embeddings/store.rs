//! Texts that want a vector, and the vectors. Writes take the transaction.

use super::entity::{ActiveModel, Column, Entity, Model};
use chrono::TimeDelta;
use jinqiao_db::{Reading, Tx};
use jinqiao_kernel::Result;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// A text that was in no use for so long goes.
const KEPT: TimeDelta = TimeDelta::days(30);
/// How exactly it is known when a text was last in use; not each look writes every row anew.
const SEEN_EVERY: TimeDelta = TimeDelta::days(7);
/// A text is sent with others and then alone; if both are refused, no more.
const REFUSALS: i32 = 2;
/// Values in one statement.
pub const AT_ONCE: usize = 500;

/// The key of what `model` makes of `text`.
pub fn key(model: &str, text: &str) -> String {
    let mut hash = Sha256::new();
    // No name of a model and no text has the character zero.
    hash.update(model);
    hash.update([0]);
    hash.update(text);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The number as four bytes each, little-endian.
pub fn to_bytes(vector: &[f32]) -> Vec<u8> {
    vector.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// The numbers in `bytes`; none where these are not whole numbers of four bytes.
pub fn from_bytes(bytes: &[u8]) -> Option<Vec<f32>> {
    let (numbers, rest) = bytes.as_chunks::<4>();
    rest.is_empty().then(|| numbers.iter().map(|four| f32::from_le_bytes(*four)).collect())
}

/// `texts` are in use: those that are new wait for a vector of `model`, the others are kept. At most [`AT_ONCE`].
pub async fn want(tx: &Tx, model: &str, texts: &[String]) -> Result<()> {
    let keys: Vec<String> = texts.iter().map(|text| key(model, text)).collect();
    let known = Entity::find().select_only().column(Column::Key).column(Column::UsedAt);
    let known: Vec<(String, jinqiao_kernel::DateTime)> =
        known.filter(Column::Key.is_in(&keys)).into_tuple().all(tx.conn()).await?;
    let known: HashMap<_, _> = known.into_iter().collect();
    let new = keys.iter().zip(texts).filter(|(key, _)| !known.contains_key(*key)).map(|(key, text)| ActiveModel {
        key: Set(key.clone()),
        model: Set(model.to_owned()),
        text: Set(text.clone()),
        waiting: Set(true),
        refusals: Set(0),
        used_at: Set(tx.now()),
        dimensions: Set(None),
        vector: Set(None),
    });
    let new: Vec<_> = new.collect();
    if !new.is_empty() {
        let same = OnConflict::column(Column::Key).do_nothing().to_owned();
        Entity::insert_many(new).on_conflict(same).exec_without_returning(tx.conn()).await?;
    }
    let long_ago = known.into_iter().filter(|(_, at)| tx.now() - *at >= SEEN_EVERY).map(|(key, _)| key);
    let seen = ActiveModel { used_at: Set(tx.now()), ..Default::default() };
    Entity::update_many().set(seen).filter(Column::Key.is_in(long_ago)).exec(tx.conn()).await?;
    Ok(())
}

/// Texts that wait for a vector of `model`, those that were never refused first.
pub async fn waiting(conn: &impl Reading, model: &str, most: u64) -> Result<Vec<Model>> {
    let waiting = Entity::find().filter(Column::Model.eq(model)).filter(Column::Waiting.eq(true));
    Ok(waiting.order_by_asc(Column::Refusals).order_by_asc(Column::Key).limit(most).all(conn).await?)
}

/// Numbers in a vector of `model` that is kept; none while there is none.
pub async fn dimensions(conn: &impl Reading, model: &str) -> Result<Option<usize>> {
    let one = Entity::find().select_only().column(Column::Dimensions).filter(Column::Model.eq(model));
    let one = one.filter(Column::Waiting.eq(false)).filter(Column::Dimensions.is_not_null());
    let one: Option<i32> = one.into_tuple().one(conn).await?;
    Ok(one.and_then(|one| usize::try_from(one).ok()))
}

/// Keeps the vectors of `rows`.
pub async fn fill(tx: &Tx, rows: &[Model], vectors: &[Vec<f32>]) -> Result<()> {
    for (row, vector) in rows.iter().zip(vectors) {
        let filled = ActiveModel {
            waiting: Set(false),
            refusals: Set(0),
            dimensions: Set(i32::try_from(vector.len()).ok()),
            vector: Set(Some(to_bytes(vector))),
            ..Default::default()
        };
        Entity::update_many().set(filled).filter(Column::Key.eq(&row.key)).exec(tx.conn()).await?;
    }
    Ok(())
}

/// The service refused `rows`.
pub async fn refused(tx: &Tx, rows: &[Model]) -> Result<()> {
    for row in rows {
        let refusals = row.refusals + 1;
        let row_now = ActiveModel { refusals: Set(refusals), waiting: Set(refusals < REFUSALS), ..Default::default() };
        Entity::update_many().set(row_now).filter(Column::Key.eq(&row.key)).exec(tx.conn()).await?;
    }
    Ok(())
}

/// Everything without a vector of `model` waits again; with `all`, everything with one too.
pub async fn again(tx: &Tx, model: &str, all: bool) -> Result<()> {
    let again = ActiveModel {
        waiting: Set(true),
        refusals: Set(0),
        dimensions: Set(None),
        vector: Set(None),
        ..Default::default()
    };
    let mut rows = Entity::update_many().set(again).filter(Column::Model.eq(model));
    if !all {
        rows = rows.filter(Column::Dimensions.is_null());
    }
    rows.exec(tx.conn()).await?;
    Ok(())
}

/// Removes texts that were in no use for thirty days, of whatever model.
pub async fn purge(tx: &Tx) -> Result<()> {
    Entity::delete_many().filter(Column::UsedAt.lt(tx.now() - KEPT)).exec(tx.conn()).await?;
    Ok(())
}

/// The vectors under `keys`, at most [`AT_ONCE`], of those that have one.
pub async fn vectors(conn: &impl Reading, keys: &[String]) -> Result<Vec<(String, Vec<f32>)>> {
    let found = Entity::find().select_only().column(Column::Key).column(Column::Vector);
    let found = found.filter(Column::Key.is_in(keys)).filter(Column::Vector.is_not_null());
    let found: Vec<(String, Vec<u8>)> = found.into_tuple().all(conn).await?;
    Ok(found.into_iter().filter_map(|(key, bytes)| Some((key, from_bytes(&bytes)?))).collect())
}

/// Texts of `model`: all, those with a vector, and those that the service refused for good.
pub async fn counts(conn: &impl Reading, model: &str) -> Result<(u64, u64, u64)> {
    let of_model = || Entity::find().filter(Column::Model.eq(model));
    let ended = || of_model().filter(Column::Waiting.eq(false));
    let refused = Expr::col(Column::Refusals).gte(REFUSALS);
    let refused = ended().filter(refused).count(conn).await?;
    Ok((of_model().count(conn).await?, ended().count(conn).await? - refused, refused))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_tell_texts_and_models_apart() {
        assert_eq!(key("m", "文本"), key("m", "文本"));
        assert_ne!(key("m", "文本"), key("n", "文本"));
        assert_ne!(key("m", "文本"), key("m文", "本"));
        assert_eq!(key("m", "").len(), 64);
    }

    proptest! {
        #[test]
        fn vectors_come_back_to_the_last_bit(vector in prop::collection::vec(any::<f32>(), 0..20), cut in 1usize..4) {
            let bytes = to_bytes(&vector);
            let back = from_bytes(&bytes).expect("numbers");
            prop_assert!(vector.iter().zip(&back).all(|(a, b)| a.to_bits() == b.to_bits()));
            prop_assert_eq!(vector.len(), back.len());
            if !vector.is_empty() {
                prop_assert_eq!(from_bytes(&bytes[cut..]), None);
            }
        }
    }
}
