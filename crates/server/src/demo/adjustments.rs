//! Notices of changed policies: one that was explained, one that an operator has in hand, and one that waits.

use super::stage::Stage;
use jinqiao_government::adjustments::{self, AdjustmentIn};
use jinqiao_kernel::{Result, local_date};
use serde_json::json;

/// What a department reports of one of its items.
async fn input(stage: &Stage, title: &str, basis: &str, change: &str) -> Result<Option<AdjustmentIn>> {
    let Some(policy) = stage.item(title) else { return Ok(None) };
    let day = local_date(stage.present());
    Ok(Some(serde_json::from_value(json!({
        "basis": basis, "link": "https://gxq.cq.gov.cn/zwgk/", "change": change, "policies": [policy], "effective_on": day
    }))?))
}

/// The one that was explained, some days ago.
pub async fn explained(stage: &Stage) -> Result<()> {
    let change = "贴息对象的规模标准改按 2026 年新版中小企业划型标准执行，贴息比例和上限不变。";
    let Some(input) = input(stage, "科技型企业贷款贴息", "渝高新财〔2026〕38号", change).await? else {
        return Ok(());
    };
    let id = adjustments::report(&stage.db, &stage.actor("zhengfu1").await?, &input).await?;
    stage.pass(2).await?;
    let operator = stage.actor("yunying1").await?;
    adjustments::take(&stage.db, &operator, id, 1).await?;
    let text = "企业规模改按 2026 年新版中小企业划型标准认定，贴息比例和上限不变；此前已提交的申请按原标准办理。";
    adjustments::explain(&stage.db, &operator, id, 2, text).await
}

/// The two that are under way.
pub async fn under_way(stage: &Stage) -> Result<()> {
    let change = "最高补助额由 50 万元调整为 40 万元，其他条件不变，新版本正在起草。";
    if let Some(input) = input(stage, "企业研发费用补助", "渝高新科〔2026〕52号", change).await? {
        let id = adjustments::report(&stage.db, &stage.actor("zhengfu2").await?, &input).await?;
        adjustments::take(&stage.db, &stage.actor("yunying1").await?, id, 1).await?;
    }
    let change = "减免期限由 6 个月延长至 12 个月，已享受的企业可以补足差额，具体办法见文件第三条。";
    if let Some(input) = input(stage, "小微企业场地租金减免", "渝高新财〔2026〕45号", change).await? {
        adjustments::report(&stage.db, &stage.actor("zhengfu1").await?, &input).await?;
    }
    Ok(())
}
