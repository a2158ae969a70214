//! Scoped queries; a message belongs to one account.

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::letter::{Letter, MessageTopic};
use jinqiao_db::{Db, Fact, Intent, Tx, count_up_to, page_of};
use jinqiao_kernel::{AccountId, Actor, Error, MessageId, Page, PageQuery, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait as _, EntityTrait, ExprTrait, Iterable as _, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Set,
    sea_query::{Alias, Expr, Func, OnConflict, Query, SimpleExpr, SubQueryStatement},
};

use std::collections::HashMap;

/// Unread messages are counted to here; the page says 99+ then.
const MANY: u64 = 100;
/// Rows of one write when all are marked.
const SLICE: u64 = 200;

/// Writes a message, once per reader and fact. Of a `quiet` one nobody is told: it counts as read.
pub async fn insert(
    tx: &Tx,
    reader: AccountId,
    fact: &Fact,
    letter: &Letter,
    (topic, quiet): (MessageTopic, bool),
) -> Result<()> {
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
        read_at: Set(quiet.then_some(fact.at)),
    };
    let known = OnConflict::columns([Column::AccountId, Column::FactSeq]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// What `readers` have not read of the same kind about the same page counts as read: the letter that is written now says it all.
pub async fn supersede(tx: &Tx, readers: &[AccountId], (fact, letter): (&Fact, &Letter)) -> Result<()> {
    let read = ActiveModel { read_at: Set(Some(tx.now())), ..Default::default() };
    Entity::update_many()
        .set(read)
        .filter(Column::AccountId.is_in(readers.iter().copied()))
        .filter(Column::ReadAt.is_null())
        .filter(Column::Kind.eq(&fact.kind))
        .filter(Column::Link.eq(&letter.link))
        .filter(Column::FactSeq.ne(fact.seq))
        .exec(tx.conn())
        .await?;
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

/// How many are unread, up to [`MANY`].
pub async fn unread(db: &Db, reader: AccountId) -> Result<u64> {
    let unread = Entity::find().filter(Column::AccountId.eq(reader)).filter(Column::ReadAt.is_null());
    count_up_to(db.read(), unread, MANY).await
}

/// Marks one message as read.
pub async fn mark_read(db: &Db, actor: &Actor, one: MessageId) -> Result<()> {
    let own = Column::AccountId.eq(actor.account).and(Column::Id.eq(one));
    let marked = db.write(Intent::by(actor, "messages.read"), |tx| mark(tx, own.clone())).await?;
    if marked == 0 { Err(Error::not_found()) } else { Ok(()) }
}

/// How many are unread by subject, each up to [`MANY`].
pub async fn unread_by_topic(db: &Db, reader: AccountId) -> Result<HashMap<MessageTopic, i64>> {
    let few = |topic| {
        let unread = Entity::find().filter(Column::AccountId.eq(reader)).filter(Column::ReadAt.is_null());
        let unread = unread.filter(Column::Topic.eq(topic)).select_only().column(Column::Id).limit(MANY).into_query();
        let count = Query::select().expr(Func::count(Expr::val(1))).from_subquery(unread, Alias::new("few")).take();
        SimpleExpr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(count)))
    };
    let mut counts = Query::select();
    MessageTopic::iter().for_each(|topic| _ = counts.expr_as(few(topic), Alias::new(topic.name())));
    let Some(row) = db.read().query_one(&counts).await? else { return Ok(HashMap::new()) };
    MessageTopic::iter().map(|topic| Ok((topic, row.try_get("", &topic.name())?))).collect()
}

/// Marks all as read, or all about a subject, so many at a time: nobody's write waits for who has not looked for years.
pub async fn mark_all_read(db: &Db, actor: &Actor, topic: Option<MessageTopic>) -> Result<()> {
    let unread = Entity::find().select_only().column(Column::Id).filter(Column::AccountId.eq(actor.account));
    let unread = unread.filter(Column::ReadAt.is_null());
    let unread = if let Some(topic) = topic { unread.filter(Column::Topic.eq(topic)) } else { unread };
    let some = unread.limit(SLICE).into_query();
    let mut intent = Intent::by(actor, "messages.read");
    while db.write(intent, |tx| mark(tx, Column::Id.in_subquery(some.clone()))).await? == SLICE {
        intent = Intent::bookkeeping("messages.read");
    }
    Ok(())
}

async fn mark(tx: Tx, those: SimpleExpr) -> Result<u64> {
    let read = ActiveModel { read_at: Set(Some(tx.now())), ..Default::default() };
    Ok(Entity::update_many().set(read).filter(those).exec(tx.conn()).await?.rows_affected)
}

/// How many messages about facts of one kind an account has.
pub async fn count_of(db: &Db, reader: AccountId, kind: &str) -> Result<u64> {
    let about = Entity::find().filter(Column::AccountId.eq(reader)).filter(Column::Kind.eq(kind));
    Ok(about.count(db.read()).await?)
}
