//! Table `embedding_service`: which model counts and how it goes, one row for all nodes. Who takes a turn writes a later `next_at`
//! first, so one node at a time asks, and the pause after a failure holds for all of them.

use super::EmbeddingFailure;
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Reading, Tx, backoff, once_per_answer};
use jinqiao_kernel::{DateTime, Result};
use sea_orm::{
    Set,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, OnConflict},
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "embedding_service")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// None while no service is configured.
    pub model: Option<String>,
    /// Nobody asks before.
    pub next_at: DateTime,
    /// Rounds that failed since the last one that did not.
    pub failures: i32,
    /// The last failure, also after it was over.
    pub failure: Option<EmbeddingFailure>,
    pub failed_at: Option<DateTime>,
    /// When the service last gave vectors.
    pub answered_at: Option<DateTime>,
    /// When the texts in use were last looked through.
    pub caught_up_at: Option<DateTime>,
    /// How often all vectors had to be computed anew.
    pub generation: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

const ROW: i32 = 1;
/// A turn, and a node that dies in its turn, hold up others for so long at most.
const TURN: TimeDelta = TimeDelta::minutes(10);
/// Between two looks at all texts in use.
const LOOK: TimeDelta = TimeDelta::hours(1);
/// A service that changes its vectors under the same name makes everything be computed anew; not more often than this.
const CHANGED: TimeDelta = TimeDelta::hours(1);

impl Model {
    /// May `model` be asked now?
    pub fn may_ask(&self, model: &str, now: DateTime) -> bool {
        self.model.as_deref() == Some(model) && self.next_at <= now
    }

    /// Are the texts in use to be looked through?
    pub fn looks(&self, now: DateTime) -> bool {
        self.caught_up_at.is_none_or(|at| now - at >= LOOK)
    }
}

/// How long to wait after the last of `failures` rounds that failed in a row: as jobs do.
pub fn pause(failure: EmbeddingFailure, failures: i32) -> TimeDelta {
    if failure == EmbeddingFailure::LengthChanged { CHANGED } else { backoff(failures) }
}

/// The row; none before a server with this table was started.
pub async fn current(conn: &impl Reading) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(ROW).one(conn).await?)
}

/// The model that counts, with its generation; none while no service is configured.
#[derive(Clone)]
pub struct InUse(pub Option<(String, i32)>);

/// What counts for one answer.
pub async fn in_use(conn: &impl Reading) -> Result<InUse> {
    let read = async { Ok(InUse(current(conn).await?.and_then(|row| Some((row.model?, row.generation))))) };
    once_per_answer(conn, read).await
}

/// The model that counts; none while no service is configured.
pub async fn model(conn: &impl Reading) -> Result<Option<String>> {
    Ok(in_use(conn).await?.0.map(|(model, _)| model))
}

/// A server was started with `model`. What failed before may have been mended, so there is no pause.
pub async fn start(db: &Db, model: Option<&str>) -> Result<()> {
    db.write(Intent::bookkeeping("matching.embeddings_start"), |tx| async move {
        let row = ActiveModel {
            id: Set(ROW),
            model: Set(model.map(str::to_owned)),
            next_at: Set(tx.now()),
            failures: Set(0),
            failure: Set(None),
            failed_at: Set(None),
            answered_at: Set(None),
            caught_up_at: Set(None),
            generation: Set(0),
        };
        let known = OnConflict::column(Column::Id)
            .update_columns([Column::Model, Column::NextAt, Column::Failures, Column::CaughtUpAt])
            .to_owned();
        Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
        Ok(())
    })
    .await
}

/// All vectors are computed anew.
pub async fn begin_again(tx: &Tx) -> Result<()> {
    let next = Expr::col(Column::Generation).add(1);
    let next = Entity::update_many().col_expr(Column::Generation, next).filter(Column::Id.eq(ROW));
    next.exec(tx.conn()).await?;
    Ok(())
}

/// Takes a turn for `model`, unless another node has it or a pause is not over.
pub async fn take_turn(db: &Db, model: &str) -> Result<bool> {
    db.write(Intent::bookkeeping("matching.embeddings_turn"), |tx| async move {
        let turn = ActiveModel { next_at: Set(tx.now() + TURN), ..Default::default() };
        let mine = Entity::update_many()
            .set(turn)
            .filter(Column::Id.eq(ROW))
            .filter(Column::Model.eq(model))
            .filter(Column::NextAt.lte(tx.now()));
        Ok(mine.exec(tx.conn()).await?.rows_affected > 0)
    })
    .await
}

/// Ends the turn. `looked`: the texts in use were looked through; `answered`: the service gave vectors. Returns the pause after a
/// failure.
pub async fn end_turn(
    db: &Db,
    looked: bool,
    answered: bool,
    failure: Option<EmbeddingFailure>,
) -> Result<Option<TimeDelta>> {
    db.write(Intent::bookkeeping("matching.embeddings_turn"), |tx| async move {
        let now = tx.now();
        let failures = current(tx.conn()).await?.map_or(0, |row| row.failures) + 1;
        let wait = failure.map(|failure| pause(failure, failures));
        let mut row = ActiveModel { next_at: Set(now + wait.unwrap_or_default()), ..Default::default() };
        if looked {
            row.caught_up_at = Set(Some(now));
        }
        if answered {
            row.answered_at = Set(Some(now));
        }
        if failure.is_some() {
            (row.failures, row.failure, row.failed_at) = (Set(failures), Set(failure), Set(Some(now)));
        } else if answered {
            row.failures = Set(0);
        }
        Entity::update_many().set(row).filter(Column::Id.eq(ROW)).exec(tx.conn()).await?;
        Ok(wait)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        use EmbeddingFailure::{Busy, LengthChanged};
        let seconds: Vec<_> = [1, 2, 3, 10, 11, 500].map(|failures| pause(Busy, failures).num_seconds()).into();
        assert_eq!(seconds, [2, 4, 8, 1_024, 1_024, 1_024]);
        assert_eq!(pause(LengthChanged, 1), TimeDelta::hours(1));
    }

    #[test]
    fn one_model_is_asked_after_its_pause() {
        let at = |second| DateTime::from_timestamp(second, 0).expect("a moment");
        let row = Model {
            id: ROW,
            model: Some("m".into()),
            next_at: at(10),
            failures: 0,
            failure: None,
            failed_at: None,
            answered_at: None,
            caught_up_at: None,
            generation: 0,
        };
        assert!(row.may_ask("m", at(10)) && !row.may_ask("m", at(9)) && !row.may_ask("other", at(10)));
        assert!(!Model { model: None, ..row.clone() }.may_ask("m", at(10)));
        let looked = Model { caught_up_at: Some(at(0)), ..row.clone() };
        assert!(row.looks(at(0)) && looked.looks(at(3_600)) && !looked.looks(at(3_599)));
    }
}
