//! 消息设置: how an account wants to be told of each subject, and the summary (汇总) for what it wants once a day.

use super::entity::{self as messages};
use crate::{
    calendar::calendar,
    letter::{Letter, Letters, MessageTopic, Recipient, Writer},
};
use chrono::TimeDelta;
use jinqiao_db::{Audience, Db, Fact, FactKind, Intent, Tx, count_up_to};
use jinqiao_kernel::{AccountId, Actor, DateTime, Result, Role, local_date};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DeriveActiveEnum, EntityTrait, EnumIter, IntoActiveModel, Iterable, QueryFilter,
    QueryOrder, QuerySelect, Set,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// How an account is told of a subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MessageWay {
    /// Each message counts as unread (逐条提醒).
    #[default]
    Each,
    /// One message on the next working day says how many there were (每日汇总).
    Daily,
    /// They are kept in the list, and nothing more (不提醒).
    Quiet,
}

pub(super) mod entity {
    use super::MessageWay;
    use crate::letter::MessageTopic;
    use jinqiao_kernel::{AccountId, DateTime};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_settings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account_id: AccountId,
        pub topic: MessageTopic,
        pub way: MessageWay,
        /// Begins the paths of the account's pages.
        pub home: String,
        /// When the next summary is written; none while there is nothing to say.
        pub digest_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, Column, Entity, Model};

/// Messages that a summary counts.
const MANY: u64 = 1_000;
/// Messages that a summary names.
const NAMED: u64 = 3;

/// Kind of the fact that a summary is due.
pub const DIGEST: &str = "messages.digest";

/// A summary is due.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DigestDue {
    setting: Uuid,
    account: AccountId,
    topic: MessageTopic,
    since: DateTime,
}

impl FactKind for DigestDue {
    fn kind(&self) -> String {
        DIGEST.into()
    }

    fn subject(&self) -> Uuid {
        self.setting
    }

    fn audience(&self) -> Vec<Audience> {
        vec![]
    }
}

/// Summaries.
pub const LETTERS: Writer = Writer {
    name: "messages.letters",
    about: &[DIGEST],
    topic: MessageTopic::Platform,
    write: |tx, fact| -> Letters { Box::pin(async move { Ok(summary(&tx, &fact).await?.into_iter().collect()) }) },
};

fn home_of(role: Role) -> &'static str {
    match role {
        Role::Enterprise => "/enterprise",
        Role::Institution => "/institution",
        Role::Government | Role::Supervisor => "/government",
        Role::Agency => "/agency",
        Role::Operator => "/operator",
    }
}

/// The ways of an account, by subject; those that it never set are [`MessageWay::Each`].
pub async fn ways_of(db: &Db, account: AccountId) -> Result<HashMap<MessageTopic, MessageWay>> {
    let set = Entity::find().filter(Column::AccountId.eq(account)).all(db.read()).await?;
    let known: HashMap<_, _> = set.into_iter().map(|row| (row.topic, row.way)).collect();
    Ok(MessageTopic::iter().map(|topic| (topic, known.get(&topic).copied().unwrap_or_default())).collect())
}

/// Sets how the account is told of a subject from now on.
pub async fn set(db: &Db, actor: &Actor, topic: MessageTopic, way: MessageWay) -> Result<()> {
    db.write_once(Intent::by(actor, "messages.set").detail(format!("{topic:?} {way:?}")), |tx| async move {
        let own = Entity::find().filter(Column::AccountId.eq(actor.account)).filter(Column::Topic.eq(topic));
        let Some(row) = own.lock_exclusive().one(tx.conn()).await? else {
            let row = ActiveModel {
                id: Set(tx.id()),
                account_id: Set(actor.account),
                topic: Set(topic),
                way: Set(way),
                home: Set(home_of(actor.role).into()),
                digest_at: Set(None),
            };
            Entity::insert(row).exec_without_returning(tx.conn()).await?;
            return Ok(());
        };
        let mut row = row.into_active_model();
        row.way = Set(way);
        row.update(tx.conn()).await?;
        Ok(())
    })
    .await
}

/// Those of `readers` who are not told of each message about `topic`. Who wants a summary gets one on the next working day.
pub async fn untold(tx: &Tx, topic: MessageTopic, readers: &[AccountId]) -> Result<Vec<AccountId>> {
    let set = Entity::find()
        .filter(Column::AccountId.is_in(readers.iter().copied()))
        .filter(Column::Topic.eq(topic))
        .filter(Column::Way.ne(MessageWay::Each))
        .lock_exclusive()
        .all(tx.conn())
        .await?;
    for row in set.iter().filter(|row| row.way == MessageWay::Daily && row.digest_at.is_none()) {
        let at = next_morning(tx).await?;
        let due = DigestDue { setting: row.id, account: row.account_id, topic, since: tx.now() };
        tx.arm(at, &due).await?;
        let mut row = row.clone().into_active_model();
        row.digest_at = Set(Some(at));
        row.update(tx.conn()).await?;
    }
    Ok(set.into_iter().map(|row| row.account_id).collect())
}

/// When the next working day begins after today.
async fn next_morning(tx: &Tx) -> Result<DateTime> {
    let calendar = calendar(tx.conn()).await?;
    let days = local_date(tx.now()).iter_days().skip(1).take(60);
    let next = days.into_iter().find(|day| calendar.works(*day));
    Ok(next.map_or(tx.now() + TimeDelta::days(1), |day| calendar.opens(day)))
}

async fn summary(tx: &Tx, fact: &Fact) -> Result<Option<Letter>> {
    let DigestDue { setting, account, topic, since } = fact.decode()?;
    let Some(row) = Entity::find_by_id(setting).lock_exclusive().one(tx.conn()).await? else { return Ok(None) };
    let Model { way, home, .. } = row.clone();
    let mut row = row.into_active_model();
    row.digest_at = Set(None);
    row.update(tx.conn()).await?;
    if way != MessageWay::Daily {
        return Ok(None);
    }
    let told = messages::Entity::find()
        .filter(messages::Column::AccountId.eq(account))
        .filter(messages::Column::Topic.eq(topic))
        .filter(messages::Column::Kind.ne(DIGEST))
        .filter(messages::Column::CreatedAt.gte(since))
        .filter(messages::Column::CreatedAt.lt(fact.at));
    let count = count_up_to(tx.conn(), told.clone(), MANY).await?;
    let newest = told.order_by_desc(messages::Column::CreatedAt).limit(NAMED);
    let newest: Vec<String> = newest.select_only().column(messages::Column::Title).into_tuple().all(tx.conn()).await?;
    if count == 0 {
        return Ok(None);
    }
    let more = if count >= MANY { "以上" } else { "" };
    let body = format!("{}类消息有 {count} 条{more}，最近的有：{}。", topic.text(), newest.join("、"));
    let link = format!("{home}/messages?topic={}", topic.name());
    Ok(Some(Letter { to: Recipient::Account(account), title: "消息汇总", body, link }))
}
