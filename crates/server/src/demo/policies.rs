//! Policy items of three departments, checked by a person of a fourth: in force, in two versions, suspended, and on their way.

use super::{policy_forms::form_of, policy_texts::ITEMS, policy_texts_more::MORE, stage::Stage};
use chrono::{Days, NaiveDate, TimeDelta};
use jinqiao_government::policies::{self, ItemAction, PolicyContent, PolicyWindow};
use jinqiao_kernel::{PolicyId, Result, Role, local_date};
use serde_json::{Value, json};

/// An item in short.
pub struct Item {
    pub writer: &'static str,
    pub title: &'static str,
    pub document: &'static str,
    pub level: &'static str,
    pub class: &'static str,
    pub mode: &'static str,
    pub object: &'static str,
    pub benefit: &'static str,
    /// As JSON.
    pub condition: &'static str,
    /// As JSON; empty where it is not about money.
    pub standard: &'static str,
    pub budget_wan: i64,
    /// Days from its publication until it ends; none without an end.
    pub days: Option<u64>,
    pub materials: &'static [(&'static str, &'static str)],
}

fn parsed(text: &str) -> Result<Value> {
    Ok(if text.is_empty() { Value::Null } else { serde_json::from_str(text)? })
}

fn content(stage: &Stage, item: &Item, today: NaiveDate) -> Result<PolicyContent> {
    let (office, phone) = match item.writer {
        "zhengfu1" => ("产业发展科", "023-68000012"),
        "zhengfu4" => ("就业促进科", "023-68000036"),
        _ => ("企业服务科", "023-68000025"),
    };
    // Whenever it was published, visitors find it open.
    let until = item.days.and_then(|days| local_date(stage.present()).checked_add_days(Days::new(days)));
    let form = form_of(item.title);
    let conflicts = form.into_iter().flat_map(|form| form.conflicts).filter_map(|title| stage.item(title));
    let conflicts: Vec<PolicyId> = conflicts.collect();
    let blocks = form.map(|form| parsed(form.blocks)).transpose()?;
    // What a form asks for need not be uploaded as well.
    let required = |source: &str| form.is_none() || source != "upload";
    let material =
        |(name, source): &(&str, &str)| json!({"name": name, "source": source, "required": required(source)});
    let materials: Vec<_> = item.materials.iter().map(material).collect();
    let public = item.mode == "application" && item.class == "subsidy";
    let steps = match item.mode {
        "automatic" => {
            json!([{"name": "名单核对", "days": 5}, {"name": "企业确认", "days": 10}, {"name": "拨付", "days": 5}])
        }
        "fast" => json!([{"name": "受理", "days": 1}, {"name": "审核", "days": 5}, {"name": "拨付", "days": 5}]),
        _ => json!([
            {"name": "受理", "days": 3}, {"name": "初审", "days": 5}, {"name": "复审", "days": 5},
            {"name": "公示", "days": 5}, {"name": "拨付", "days": 10}
        ]),
    };
    Ok(serde_json::from_value(json!({
        "title": item.title, "document_no": item.document, "document_link": "https://gxq.cq.gov.cn/zwgk/",
        "level": item.level, "class": item.class, "mode": item.mode, "object": item.object, "benefit": item.benefit,
        "condition": parsed(item.condition)?, "standard": parsed(item.standard)?,
        "budget": (item.budget_wan > 0).then_some(item.budget_wan * 1_000_000),
        "opens_on": today, "closes_on": until, "materials": materials, "steps": steps, "conflicts": conflicts,
        "form": blocks.map(|blocks| json!({"blocks": blocks})), "publicity_days": public.then_some(5),
        "contacts": [{"name": office, "phone": phone, "place": "科学城大厦 B 座 3 楼"}],
        "faq": [
            {"question": "可以由代理机构代为申报吗？", "answer": "请由企业使用本单位账号申报，平台不收取任何费用。"},
            {"question": "同一支出能否申报多项政策？", "answer": "同一支出不重复享受，按就高不就低的原则办理。"}
        ]
    }))?)
}

/// Items with files for everybody, and what those are called.
const ATTACHED: [(&str, &[&str]); 3] = [
    ("企业研发费用补助", &["研发费用补助申报指南.pdf", "研发费用归集表（空白表样）.pdf"]),
    ("科技型企业贷款贴息", &["贷款贴息管理办法.pdf"]),
    ("小微企业场地租金减免", &["场地租金减免实施细则.pdf"]),
];

/// Items that take applications in a second window (申报批次), half a year after the first has ended.
const AGAIN: [&str; 3] = ["企业研发费用补助", "专精特新企业培育奖励", "科技成果转化项目资助"];

/// As [`content`], with its files and its second window.
async fn written(stage: &Stage, item: &Item, today: NaiveDate) -> Result<PolicyContent> {
    let mut content = content(stage, item, today)?;
    let after = |days: u64| content.closes_on.and_then(|day| day.checked_add_days(Days::new(days))).map(Into::into);
    if AGAIN.contains(&item.title) && content.closes_on.is_some() {
        content.later_windows = vec![PolicyWindow { opens_on: after(180), closes_on: after(240) }];
    }
    for name in ATTACHED.iter().filter(|(title, _)| *title == item.title).flat_map(|(_, names)| *names) {
        content.attachments.push(stage.upload(item.writer, name).await?);
    }
    Ok(content)
}

async fn submitted(stage: &Stage, item: &Item, today: NaiveDate) -> Result<PolicyId> {
    let writer = stage.actor(item.writer).await?;
    let id = policies::create(&stage.db, &writer, &written(stage, item, today).await?).await?;
    stage.pass(1).await?;
    policies::submit(&stage.db, &writer, id, 1).await?;
    Ok(id)
}

async fn passed(stage: &Stage, id: PolicyId, version: i32) -> Result<()> {
    stage.pass(1).await?;
    let checker = stage.actor("zhengfu3").await?;
    policies::pass(&stage.db, &checker, id, version, Some("依据充分，条件和标准明确，同意发布。")).await
}

/// All of them on the same day, each step for all: the scenes have little time.
async fn published_together(stage: &Stage, items: &[Item], today: NaiveDate) -> Result<()> {
    let mut ids = vec![];
    for item in items {
        let writer = stage.actor(item.writer).await?;
        let id = policies::create(&stage.db, &writer, &content(stage, item, today)?).await?;
        policies::submit(&stage.db, &writer, id, 1).await?;
        stage.has_item(item.title, id);
        ids.push((id, writer));
    }
    stage.pass(1).await?;
    let checker = stage.actor("zhengfu3").await?;
    for (id, writer) in ids {
        policies::pass(&stage.db, &checker, id, 2, Some("依据充分，条件和标准明确，同意发布。")).await?;
        policies::publish(&stage.db, &writer, id, 3).await?;
    }
    Ok(())
}

/// Three in five of the items, months ago; firms apply for them since.
pub async fn published_first(stage: &Stage) -> Result<()> {
    stage.staff(Role::Government, "zhengfu3", "陈静", "高新区司法局").await?;
    let today = local_date(stage.db.world().now());
    published_together(stage, MORE, today).await
}

async fn published(stage: &Stage, item: &Item, today: NaiveDate) -> Result<PolicyId> {
    let id = submitted(stage, item, today).await?;
    passed(stage, id, 2).await?;
    policies::publish(&stage.db, &stage.actor(item.writer).await?, id, 3).await?;
    stage.has_item(item.title, id);
    Ok(id)
}

/// With the first ones, twenty-one items in force, one of them in its second version, and one suspended; one waits for its moment, one
/// for its check, and one is still being written.
pub async fn under_way(stage: &Stage) -> Result<()> {
    let today = local_date(stage.db.world().now());
    let [renewed, in_force @ .., suspended, scheduled, waiting, draft] = ITEMS;
    let first =
        Item { benefit: "按上年度研发费用的 8% 给予补助，每家企业最高 40 万元", ..*renewed };
    let id = published(stage, &first, today).await?;
    for item in in_force {
        published(stage, item, today).await?;
    }
    let paused = published(stage, suspended, today).await?;
    let writer = stage.actor(suspended.writer).await?;
    let why = Some("本年度预算已用完，追加预算后恢复办理");
    policies::move_item(&stage.db, &writer, paused, 4, ItemAction::Suspend, why).await?;
    let writer = stage.actor(renewed.writer).await?;
    policies::edit(&stage.db, &writer, id, 4, &written(stage, renewed, today).await?).await?;
    policies::submit(&stage.db, &writer, id, 5).await?;
    passed(stage, id, 6).await?;
    policies::publish(&stage.db, &writer, id, 7).await?;
    let at = stage.present() + TimeDelta::days(7);
    let next = submitted(stage, scheduled, local_date(at)).await?;
    passed(stage, next, 2).await?;
    policies::schedule(&stage.db, &stage.actor(scheduled.writer).await?, next, 3, at).await?;
    submitted(stage, waiting, today).await?;
    let writer = stage.actor(draft.writer).await?;
    policies::create(&stage.db, &writer, &content(stage, draft, today)?).await.map(|_| ())
}
