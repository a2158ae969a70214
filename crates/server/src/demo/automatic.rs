//! 免申即享: a list whose firms were asked, one of which has confirmed while the first firm of the demo has still to; and one that waits for
//! its check.

use super::stage::Stage;
use jinqiao_government::{applications::Payee, automatic};
use jinqiao_kernel::Result;

const ASKED: &str = "纳税贡献企业奖励";
const WAITING: &str = "首次升规企业奖励";

/// Both of them.
pub async fn found(stage: &Stage) -> Result<()> {
    let (Some(asked), Some(waiting)) = (stage.item(ASKED), stage.item(WAITING)) else { return Ok(()) };
    let (finder, checker) = (stage.actor("zhengfu1b").await?, stage.actor("zhengfu1c").await?);
    let list = automatic::generate(&stage.db, &finder, asked).await?;
    stage.pass(5).await?;
    automatic::check(&stage.db, &checker, list, 1, ("名单与纳税数据一致，同意通知企业。", &[])).await?;
    stage.pass(5).await?;
    let firm = stage.actor("qiye2").await?;
    let payee = Payee {
        name: "重庆澜图软件技术有限公司".into(),
        bank: "重庆银行科学城支行".into(),
        account: "6222021001112345678".into(),
    };
    match automatic::confirm(&stage.db, &firm, list, (&payee, true)).await {
        // It was left out.
        Err(error) if ["automatic.wrong_state", "not_found"].contains(&error.code()) => {}
        other => _ = other?,
    }
    automatic::generate(&stage.db, &finder, waiting).await.map(|_| ())
}
