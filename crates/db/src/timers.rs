//! Timers: facts that will happen at a moment unless they are disarmed before. They live in a table, so that no restart
//! forgets them; claim and fact are one write, so that each happens once, whatever the number of nodes.

use crate::{Db, Doc, FactKind, Intent, Tx, entities::timer};
use jinqiao_kernel::{DateTime, Result};
use sea_orm::{ActiveValue::NotSet, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

const BATCH: u64 = 64;

impl Tx {
    /// Arms a timer: `fact` will happen at `due`, unless its subject's timers are disarmed before.
    pub async fn arm<T: FactKind>(&self, due: DateTime, fact: &T) -> Result<()> {
        self.arm_all(&[(due, fact)]).await
    }

    /// As [`Tx::arm`], for several at once.
    pub(crate) async fn arm_all<T: FactKind>(&self, timers: &[(DateTime, &T)]) -> Result<()> {
        let row = |(due, fact): &(DateTime, &T)| -> Result<timer::ActiveModel> {
            Ok(timer::ActiveModel {
                seq: NotSet,
                subject: Set(fact.subject()),
                kind: Set(fact.kind()),
                due_at: Set(*due),
                data: Set(serde_json::to_string(fact)?),
                audience: Set(Doc(fact.audience())),
            })
        };
        let rows = timers.iter().map(row).collect::<Result<Vec<_>>>()?;
        if !rows.is_empty() {
            timer::Entity::insert_many(rows).exec_without_returning(self.conn()).await?;
        }
        Ok(())
    }

    /// Disarms all timers of `subject`, as when it leaves the state in which they were armed.
    pub async fn disarm(&self, subject: impl Into<Uuid>) -> Result<()> {
        self.disarm_all([subject.into()]).await
    }

    /// As [`Tx::disarm`], for several.
    pub async fn disarm_all(&self, subjects: impl IntoIterator<Item = Uuid> + Send) -> Result<()> {
        timer::Entity::delete_many().filter(timer::Column::Subject.is_in(subjects)).exec(self.conn()).await?;
        Ok(())
    }
}

impl Db {
    /// Lets the facts of due timers happen. Returns how many this node handled.
    pub(crate) async fn run_due_timers(&self) -> Result<usize> {
        let mut handled = 0;
        loop {
            let due = timer::Entity::find()
                .filter(timer::Column::DueAt.lte(self.world().now()))
                .order_by_asc(timer::Column::DueAt)
                .order_by_asc(timer::Column::Seq)
                .limit(BATCH)
                .all(self.read())
                .await?;
            if due.is_empty() {
                return Ok(handled);
            }
            let run = |timer| async move {
                let timer = &timer;
                self.write(Intent::bookkeeping("timers.due"), |tx| async move { happen(&tx, timer).await }).await
            };
            handled += self.side_by_side(due, run).await?;
        }
    }
}

/// Another node may have been faster, or a person has just done what the timer was for.
async fn happen(tx: &Tx, timer: &timer::Model) -> Result<bool> {
    let claimed = timer::Entity::delete_by_id(timer.seq).exec(tx.conn()).await?;
    if claimed.rows_affected == 0 {
        return Ok(false);
    }
    tx.happened(timer.kind.clone(), timer.subject, timer.data.clone(), timer.audience.clone()).await?;
    Ok(true)
}
