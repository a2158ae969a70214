//! What the platform has learnt: of purposes from published demands, in the words that tier 1 shows, with the purpose they name; of
//! industries from what firms call their main business.

use super::industries::{self, Industries};
use chrono::TimeDelta;
use jinqiao_db::Db;
use jinqiao_financing::{
    demands,
    products::UseKind,
    synonyms::{self, synonyms_of},
};
use jinqiao_kernel::{DateTime, Error, Result};
use jinqiao_matching::text::{Classifier, Reader, Tags};
use sea_orm::ActiveEnum;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The newest demands that are learnt from.
const MOST: u64 = 5_000;
/// Fewer say nothing.
const FEWEST: usize = 50;
/// A purpose that fewer have named is not suggested: to a class of few words every other word seems likelier than to the rest.
const FEWEST_OF_A_KIND: usize = 5;

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

/// Purposes told from `labelled`; none while there are too few.
fn purposes_of(labelled: &[(UseKind, String)], reader: Reader) -> Option<Classifier> {
    let mut purposes = Classifier::new(reader);
    for (kind, text) in labelled.iter().filter(|_| labelled.len() >= FEWEST) {
        if labelled.iter().filter(|(other, _)| other == kind).nth(FEWEST_OF_A_KIND - 1).is_some() {
            purposes.teach(&kind.to_value(), text);
        }
    }
    (purposes.texts() > 0).then_some(purposes)
}

/// What one server has learnt. It is learnt again after an hour, or when the synonyms change.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Option<Arc<Learnt>>>>);

impl Memory {
    /// What is known now. Who asks meanwhile waits, so that it is learnt once.
    pub async fn learnt(&self, db: &Db) -> Result<Arc<Learnt>> {
        let (conn, now) = (&db.answer(), db.world().now());
        let mut known = self.0.lock().await;
        let words = synonyms::current(conn).await?;
        let fresh = |one: &&Arc<Learnt>| one.version == words.version && (now - one.at).abs() < TimeDelta::hours(1);
        if let Some(known) = known.as_ref().filter(fresh) {
            return Ok(known.clone());
        }
        let (labelled, firms) = (demands::purposes(conn, MOST).await?, industries::firms(conn).await?);
        let learn = move || {
            let synonyms = synonyms_of(&words.body);
            let purposes = purposes_of(&labelled, Reader::new(synonyms_of(&words.body)));
            let industries = Industries::learn(&firms, &synonyms);
            Learnt { at: now, version: words.version, purposes, industries, tags: Tags::new(TAGS, synonyms) }
        };
        let learnt = tokio::task::spawn_blocking(learn).await.map_err(Error::internal)?;
        Ok(known.insert(Arc::new(learnt)).clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::texts::likely::likely;

    /// What firms of a zone write, several each.
    const USUAL: [(UseKind, &str); 9] = [
        (UseKind::WorkingCapital, "采购原材料和外协加工，交付已签订的年度框架订单"),
        (UseKind::WorkingCapital, "项目回款前的人员与服务器费用周转"),
        (UseKind::Rnd, "支付研发人员薪酬和样机试制费用，推进新产品定型"),
        (UseKind::Rnd, "新一代产品的认证测试和软件开发"),
        (UseKind::Equipment, "购置数控加工和检测设备，替换老旧产线"),
        (UseKind::Equipment, "建设中试平台，购置分析仪器和洁净设备"),
        (UseKind::Expansion, "扩建二期产线，已取得备案并签订设备意向合同"),
        (UseKind::SupplyChain, "备货核心元器件，保障整机客户季度排产"),
        (UseKind::WorkingCapital, "支付云资源和外包研发费用，保障项目按期交付"),
    ];

    #[test]
    fn one_text_makes_no_purpose() {
        let mut labelled: Vec<(UseKind, String)> =
            (0..10).flat_map(|_| USUAL).map(|(kind, text)| (kind, text.to_owned())).collect();
        labelled.push((UseKind::Property, "购置生产厂房，替换现租用场地".to_owned()));
        let learnt = purposes_of(&labelled, Reader::default()).expect("enough texts");
        let class = |text: &str| likely(&learnt, text).map(|found| found.class);
        assert_ne!(class("采购服务器和开发人工智能质检软件"), Some(UseKind::Property.to_value()));
        assert_eq!(class("购置一批检测设备"), Some(UseKind::Equipment.to_value()));
        assert!(purposes_of(&labelled[..20], Reader::default()).is_none());
    }
}
