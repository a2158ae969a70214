//! Districts and parks: lists that the operator keeps and firms choose from. What is in neither is not shown before consent.

use crate::{
    enterprises::Enterprise,
    permissions::{TextParameter, text_values},
};
use jinqiao_kernel::{Checks, Result, normal::fold};
use sea_orm::ConnectionTrait;

/// The districts.
pub const DISTRICTS: TextParameter = TextParameter {
    name: "district_list",
    text: "区县名单",
    help: "企业档案中“区县”的可选项，用空格或逗号分隔。对接前只展示名单内的区县。",
    default: "高新区 九龙坡区 沙坪坝区 北碚区 江津区 璧山区",
    optional: true,
    longest: 2_000,
};

/// The parks.
pub const PARKS: TextParameter = TextParameter {
    name: "park_list",
    text: "园区名单",
    help: "企业档案中“园区”的可选项，用空格或逗号分隔。对接前只展示名单内的园区。",
    default: "西永微电园 金凤园区 含谷园区 白市驿园区 石桥铺园区 走马园区 石板园区 曾家园区 虎溪园区",
    optional: true,
    longest: 2_000,
};

/// Both lists.
pub struct Places {
    districts: Vec<String>,
    parks: Vec<String>,
}

fn listed(text: &str) -> Vec<String> {
    text.split([' ', '，', ',', '、']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn known(list: &[String], name: Option<&str>) -> Option<String> {
    let wanted = fold(name?);
    list.iter().find(|known| fold(known) == wanted).cloned()
}

impl Places {
    /// The firm's district, if it is one of the list.
    pub fn district(&self, row: &Enterprise) -> Option<String> {
        known(&self.districts, row.district.as_deref())
    }

    /// The firm's park, if it is one of the list.
    pub fn park(&self, row: &Enterprise) -> Option<String> {
        known(&self.parks, row.park.as_deref())
    }
}

/// The lists in force.
pub(super) async fn in_force(conn: &impl ConnectionTrait) -> Result<Places> {
    let texts = text_values(conn, [DISTRICTS, PARKS].into_iter()).await?;
    let list = |of: TextParameter| {
        listed(texts.iter().find(|(name, _)| name == of.name).map_or(of.default, |(_, value)| value))
    };
    Ok(Places { districts: list(DISTRICTS), parks: list(PARKS) })
}

/// Checks that district and park, where they are changed, are chosen from the lists.
///
/// # Errors
/// `validation`.
pub async fn check_places(
    conn: &impl ConnectionTrait,
    before: &Enterprise,
    district: Option<&str>,
    park: Option<&str>,
) -> Result<()> {
    let places = in_force(conn).await?;
    let mut checks = Checks::new();
    for (field, list, old, new) in [
        ("district", &places.districts, before.district.as_deref(), district),
        ("park", &places.parks, before.park.as_deref(), park),
    ] {
        let new = new.map(str::trim).filter(|name| !name.is_empty());
        let chosen = new.is_none() || new == old || known(list, new).is_some();
        checks.that(field, chosen, "请从名单中选择；没有您所在的区域时请联系平台添加");
    }
    checks.done()
}
