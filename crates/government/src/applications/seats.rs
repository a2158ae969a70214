//! Places at an application: nobody takes two, over all its rounds, and nobody takes one that leaves none for who has to come next.

use super::{
    ReviewSeat,
    entity::{Application, seat},
    store,
};
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Actor, ApplicationId, Error, Kind, Result};
use jinqiao_platform::accounts;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};

/// What a department without anybody left for a place has to do.
pub const NOBODY_LEFT: &str = "需要另一位审核人员：本部门的经办人员均已参与本申请，请由主账号在“团队”中添加";

/// Is anybody of `handlers` other than `but` free for `wanted`: without a place, or with that one?
pub fn left_for(wanted: ReviewSeat, handlers: &[AccountId], seats: &[seat::Model], but: Option<AccountId>) -> bool {
    let free = |id: &AccountId| {
        let held = seats.iter().find(|one| one.account_id == *id);
        Some(*id) != but && held.is_none_or(|held| held.seat == wanted)
    };
    handlers.iter().any(free)
}

/// Is anybody of the department free for what has to be decided now, other than `but`?
pub async fn anybody_left(conn: &impl ConnectionTrait, row: &Application, but: Option<AccountId>) -> Result<bool> {
    let Some(wanted) = row.state.seat() else { return Ok(true) };
    let handlers = accounts::handlers_of(conn, row.department_id).await?;
    Ok(left_for(wanted, &handlers, &store::seats(conn, row.id).await?, but))
}

/// Somebody with another place is refused: in words that help where nobody else is there either.
async fn refused(tx: &Tx, row: &Application, wanted: ReviewSeat, text: &'static str) -> Result<Error> {
    let handlers = accounts::handlers_of(tx.conn(), row.department_id).await?;
    let seats = store::seats(tx.conn(), row.id).await?;
    // Whoever asks has another place, and is not free by that.
    let me = tx.account().ok_or_else(Error::unauthenticated)?;
    Ok(if left_for(wanted, &handlers, &seats, Some(me)) {
        Error::new(Kind::Forbidden, "applications.same_person", text)
    } else {
        Error::conflict("applications.nobody_left", NOBODY_LEFT)
    })
}

/// Takes the place `wanted`, if the actor has no other one. Whoever would be the last who could decide after a first review is told before.
///
/// # Errors
/// `applications.same_person`; `applications.nobody_left` where nobody else of the department could do it, or what follows it.
pub async fn sit(tx: &Tx, actor: &Actor, row: &Application, (wanted, goes_on): (ReviewSeat, bool)) -> Result<()> {
    let seats = store::seats(tx.conn(), row.id).await?;
    match seats.iter().find(|one| one.account_id == actor.account) {
        Some(held) if held.seat == wanted => return Ok(()),
        Some(_) => {
            let text = match wanted {
                ReviewSeat::First => "初审须由未参与复审、异议处理的人员办理",
                ReviewSeat::Second => "复审须由未参与初审的人员办理",
                ReviewSeat::Third => "异议和申诉须由未参与审核的人员处理",
            };
            return Err(refused(tx, row, wanted, text).await?);
        }
        None => {}
    }
    if wanted == ReviewSeat::First && goes_on {
        let handlers = accounts::handlers_of(tx.conn(), row.department_id).await?;
        if !left_for(ReviewSeat::Second, &handlers, &seats, Some(actor.account)) {
            let text = "需要另一位审核人员：您办理后，本部门没有可以复审的人员，请先由主账号在“团队”中添加";
            return Err(Error::conflict("applications.nobody_left", text));
        }
    }
    seated(tx, row.id, actor.account, wanted).await
}

/// Whoever has another place cannot decide, and does not keep others from it.
///
/// # Errors
/// As for [`sit`].
pub async fn check_free(tx: &Tx, actor: &Actor, row: &Application) -> Result<()> {
    let held = seat::Entity::find_by_id((row.id, actor.account)).one(tx.conn()).await?;
    match (held, row.state.seat()) {
        (Some(held), Some(wanted)) if held.seat != wanted => {
            Err(refused(tx, row, wanted, "您已参与本申请的其他环节，须由其他人员办理").await?)
        }
        _ => Ok(()),
    }
}

/// Gives `account` a place; the key refuses a second one.
pub async fn seated(tx: &Tx, id: ApplicationId, account: AccountId, taken: ReviewSeat) -> Result<()> {
    let place = seat::Model { application_id: id, account_id: account, seat: taken };
    seat::Entity::insert(place.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReviewSeat::{First, Second, Third};
    use uuid::Uuid;

    #[test]
    fn somebody_without_a_place_or_with_this_one_is_left() {
        let id = |n: u128| AccountId::from(Uuid::from_u128(n));
        let sat = |n: u128, seat| seat::Model { application_id: Uuid::nil().into(), account_id: id(n), seat };
        for (wanted, seats, but, left) in [
            (Second, vec![], 1, true),
            (Second, vec![sat(2, First)], 1, false),
            (Second, vec![sat(2, Second)], 1, true),
            (Third, vec![sat(1, First), sat(2, Second)], 1, false),
            (First, vec![sat(1, First), sat(2, Second)], 2, true),
        ] {
            assert_eq!(left_for(wanted, &[id(1), id(2)], &seats, Some(id(but))), left, "{wanted:?} {seats:?} {but}");
        }
        assert!(!left_for(Second, &[id(1)], &[], Some(id(1))), "one person alone");
        assert!(left_for(Third, &[id(1), id(2), id(3)], &[sat(1, First), sat(2, Second)], None));
    }
}
