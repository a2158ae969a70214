//! What a dispatch (派单) does to a demand; whom it goes to is decided by `matching`.

use super::{
    DemandStep,
    entity::{ActiveModel, Entity, Model},
    facts::fact,
    steps::move_to,
};
use jinqiao_db::{Tx, save_versioned};
use jinqiao_kernel::Result;
use sea_orm::{IntoActiveModel, Set};

/// Tells that `many` institutions have been offered the locked demand, in round `round` of its dispatch; 0 where it is on
/// the open market already.
///
/// # Errors
/// `conflict.stale`.
pub async fn begin_round(tx: &Tx, row: &Model, round: i32, many: usize) -> Result<()> {
    if round != row.dispatch_round {
        let change = ActiveModel { dispatch_round: Set(round), version: Set(row.version + 1), ..Default::default() };
        save_versioned::<Entity>(tx, change, row.id, row.version).await?;
    }
    let told = if round > 0 {
        format!("第 {round} 轮，已推送 {many} 家机构")
    } else {
        format!("追加推送 {many} 家机构")
    };
    tx.emit(&fact(row, row.state, DemandStep::Dispatched, Some(told))).await
}

/// Ends the dispatch of the locked demand: whoever is certified may offer.
///
/// # Errors
/// `demands.wrong_state` when none runs.
pub async fn open_up(tx: &Tx, row: &Model) -> Result<()> {
    let state = row.state.open_up()?;
    let mut change = row.clone().into_active_model();
    change.dispatch_round = Set(0);
    move_to(tx, row, change, state, DemandStep::Opened, None).await.map(|_| ())
}
