//! What departments plan: two that are expected, one that was moved, and one that has become an item.

use super::stage::Stage;
use jinqiao_government::forecasts::{self, ForecastContent};
use jinqiao_kernel::{NaiveDate, Result, local_date};
use serde_json::json;

struct Plan {
    writer: &'static str,
    title: &'static str,
    level: &'static str,
    class: &'static str,
    object: &'static str,
    summary: &'static str,
    basis: &'static str,
    /// Months from the present until it opens, and until it closes.
    months: (u32, Option<u32>),
}

const PLANS: &[Plan] = &[
    Plan {
        writer: "zhengfu1",
        title: "制造业数字化改造补助",
        level: "district",
        class: "subsidy",
        object: "在高新区登记、开展智能化数字化改造的制造业企业",
        summary: "计划对企业上一年度购置软件、传感和控制设备等数字化改造支出，按一定比例给予事后补助。比例、上限和申报条件以正式文件为准，\
                  建议企业先整理好合同、发票和付款凭证。",
        basis: "渝高新财〔2026〕30号（征求意见稿）",
        months: (2, Some(4)),
    },
    Plan {
        writer: "zhengfu4",
        title: "青年人才安居支持",
        level: "district",
        class: "benefit",
        object: "新引进三年以内、在高新区企业全职工作的青年人才",
        summary: "计划为符合条件的青年人才提供人才公寓优先配租和租金优惠，由用人企业统一申报。房源和租金标准正在测算。",
        basis: "",
        months: (3, None),
    },
    Plan {
        writer: "zhengfu2",
        title: "绿色工厂创建奖励",
        level: "city",
        class: "subsidy",
        object: "通过国家级或市级绿色工厂认定的工业企业",
        summary: "计划对通过认定的企业给予一次性奖励，与市级资金按比例配套。认定名单公布后启动申报，时间随名单调整。",
        basis: "渝经信发〔2026〕18号",
        months: (5, Some(7)),
    },
];

/// The one whose item is in force.
const OPENED: Plan = Plan {
    writer: "zhengfu2",
    title: "企业研发费用补助",
    level: "district",
    class: "subsidy",
    object: "在高新区登记、有研发投入的科技型企业",
    summary: "计划按企业上一年度研发费用的一定比例给予补助，比例和上限以正式文件为准。",
    basis: "渝高新财〔2026〕12号",
    months: (0, None),
};

/// So many months after `day`.
fn later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(chrono::Months::new(months)).unwrap_or(day)
}

fn content(stage: &Stage, plan: &Plan, more: u32) -> Result<ForecastContent> {
    let today = local_date(stage.present());
    let (opens, closes) = plan.months;
    Ok(serde_json::from_value(json!({
        "title": plan.title, "level": plan.level, "class": plan.class, "object": plan.object,
        "summary": plan.summary, "basis": plan.basis,
        "opens_month": later(today, opens + more), "closes_month": closes.map(|closes| later(today, closes + more)),
        "contact": {"name": "企业服务科", "phone": "023-68000025", "place": "科学城大厦 B 座 3 楼"}
    }))?)
}

/// Three that are expected, of which the last is expected later than it was, and one whose item is in force.
pub async fn announced_and_moved(stage: &Stage) -> Result<()> {
    let announced = async |plan: &Plan| -> Result<_> {
        let writer = stage.actor(plan.writer).await?;
        let id = forecasts::create(&stage.db, &writer, &content(stage, plan, 0)?).await?;
        forecasts::publish(&stage.db, &writer, id, 1).await?;
        Ok(id)
    };
    let mut ids = vec![];
    for plan in PLANS {
        ids.push(announced(plan).await?);
    }
    for (firm, place) in [("qiye1", 0), ("qiye2", 0), ("qiye1", 2), ("chuangxin6", 2)] {
        if let Some(id) = ids.get(place) {
            forecasts::subscribe(&stage.db, &stage.actor(firm).await?, *id).await?;
        }
    }
    if let (Some(plan), Some(id)) = (PLANS.last(), ids.last()) {
        stage.pass(1).await?;
        let writer = stage.actor(plan.writer).await?;
        forecasts::edit(&stage.db, &writer, *id, 2, &content(stage, plan, 2)?).await?;
    }
    let opened = announced(&OPENED).await?;
    forecasts::subscribe(&stage.db, &stage.actor("qiye1").await?, opened).await?;
    if let Some(policy) = stage.item(OPENED.title) {
        forecasts::link(&stage.db, &stage.actor(OPENED.writer).await?, opened, 2, Some(policy)).await?;
    }
    stage.db.run_due_jobs().await.map(|_| ())
}
