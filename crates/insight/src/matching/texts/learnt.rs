//! What the platform has learnt: of purposes from published demands, in the words that tier 1 shows, with the purpose they name; of
//! industries from what firms call their main business.

use super::{
    industries::{self, Industries},
    lexicon::synonyms_of,
    synonyms,
};
use chrono::TimeDelta;
use jinqiao_db::Db;
use jinqiao_financing::demands;
use jinqiao_kernel::{DateTime, Error, Result};
use jinqiao_matching::text::{Classifier, Reader, Tags};
use sea_orm::ActiveEnum;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The newest demands that are learnt from.
const MOST: u64 = 5_000;
/// Fewer say nothing.
const FEWEST: usize = 50;

/// Tags that a text may bear, with the words that stand for each.
const TAGS: [(&str, &[&str]); 10] = [
    ("专精特新", &["专精特新企业", "小巨人", "小巨人企业"]),
    ("高新技术", &["高新技术企业", "高企"]),
    ("订单稳定", &["在手订单", "长期订单", "已签订单", "框架协议"]),
    ("出口业务", &["出口", "外贸", "跨境电商", "海外订单"]),
    ("数字化改造", &["数字化转型", "智能化改造", "技术改造", "技改"]),
    ("绿色低碳", &["节能", "减排", "节能改造", "光伏", "储能"]),
    ("知识产权", &["专利", "发明专利", "软件著作权"]),
    ("自主研发", &["自研", "自主知识产权", "核心技术"]),
    ("政府采购", &["政府订单", "中标", "招投标"]),
    ("扩产", &["扩大产能", "新建产线", "新增产能", "扩建"]),
];

/// Learnt at one moment.
pub struct Learnt {
    at: DateTime,
    version: i32,
    /// None while there are too few demands.
    pub purposes: Option<Classifier>,
    /// None while there are too few firms.
    pub industries: Option<Industries>,
    /// The dictionary of tags.
    pub tags: Tags,
}

/// What one server has learnt. It is learnt again after an hour, or when the synonyms change.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Option<Arc<Learnt>>>>);

impl Memory {
    /// What is known now. Who asks meanwhile waits, so that it is learnt once.
    pub async fn learnt(&self, db: &Db) -> Result<Arc<Learnt>> {
        let (conn, now) = (db.read(), db.world().now());
        let mut known = self.0.lock().await;
        let words = synonyms::current(conn).await?;
        let fresh = |one: &&Arc<Learnt>| one.version == words.version && (now - one.at).abs() < TimeDelta::hours(1);
        if let Some(known) = known.as_ref().filter(fresh) {
            return Ok(known.clone());
        }
        let (labelled, firms) = (demands::purposes(conn, MOST).await?, industries::firms(conn).await?);
        let learn = move || {
            let mut purposes = Classifier::new(Reader::new(synonyms_of(&words.body)));
            if labelled.len() >= FEWEST {
                labelled.iter().for_each(|(kind, text)| purposes.teach(&kind.to_value(), text));
            }
            let synonyms = synonyms_of(&words.body);
            let (purposes, industries) =
                ((purposes.texts() > 0).then_some(purposes), Industries::learn(&firms, &synonyms));
            Learnt { at: now, version: words.version, purposes, industries, tags: Tags::new(TAGS, synonyms) }
        };
        let learnt = tokio::task::spawn_blocking(learn).await.map_err(Error::internal)?;
        Ok(known.insert(Arc::new(learnt)).clone())
    }
}
