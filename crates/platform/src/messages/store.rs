//! Scoped queries; a message belongs to one account.

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::letter::{Letter, MessageTopic};
use jinqiao_db::{Db, Fact, Intent, Tx, page_of};
use jinqiao_kernel::{AccountId, Actor, Error, MessageId, Page, PageQuery, Result};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set, sea_query::OnConflict};

/// Writes a message, once per reader and fact.
pub async fn insert(tx: &Tx, reader: AccountId, fact: &Fact, letter: &Letter, topic: MessageTopic) -> Result<()> {
    let row = ActiveModel {
        id: Set(tx.id()),
        account_id: Set(reader),
        fact_seq: Set(fact.seq),
        kind: Set(fact.kind.clone()),
        topic: Set(topic),
        title: Set(letter.title.into()),
        body: Set(letter.body.clone()),
        link: Set(letter.link.clone()),
        // When it happened, not when the worker came to it.
        created_at: Set(fact.at),
        read_at: Set(None),
    };
    let known = OnConflict::columns([Column::AccountId, Column::FactSeq]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn page(
    db: &Db,
    reader: AccountId,
    unread: bool,
    topic: Option<MessageTopic>,
    wanted: &PageQuery,
) -> Result<Page<Model>> {
    let mut select = Entity::find().filter(Column::AccountId.eq(reader));
    if unread {
        select = select.filter(Column::ReadAt.is_null());
    }
    if let Some(topic) = topic {
        select = select.filter(Column::Topic.eq(topic));
    }
    page_of(db.read(), select.order_by_desc(Column::CreatedAt).order_by_desc(Column::FactSeq), wanted).await
}

pub async fn unread(db: &Db, reader: AccountId) -> Result<u64> {
    let unread = Entity::find().filter(Column::AccountId.eq(reader)).filter(Column::ReadAt.is_null());
    Ok(unread.count(db.read()).await?)
}

/// Marks one message as read, or all of them.
pub async fn mark_read(db: &Db, actor: &Actor, one: Option<MessageId>) -> Result<()> {
    db.write(Intent::by(actor, "messages.read"), |tx| async move {
        let mut own = Entity::update_many()
            .set(ActiveModel { read_at: Set(Some(tx.now())), ..Default::default() })
            .filter(Column::AccountId.eq(actor.account));
        own = match one {
            Some(id) => own.filter(Column::Id.eq(id)),
            None => own.filter(Column::ReadAt.is_null()),
        };
        let marked = own.exec(tx.conn()).await?;
        if one.is_some() && marked.rows_affected == 0 { Err(Error::not_found()) } else { Ok(()) }
    })
    .await
}

/// How many messages about facts of one kind an account has.
pub async fn count_of(db: &Db, reader: AccountId, kind: &str) -> Result<u64> {
    let about = Entity::find().filter(Column::AccountId.eq(reader)).filter(Column::Kind.eq(kind));
    Ok(about.count(db.read()).await?)
}
