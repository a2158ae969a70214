//! Colleagues: the branches of one bank with their people, a firm's finance clerk, and reviewers of the departments that publish
//! policy items.

use super::stage::{PASSWORD, Stage};
use jinqiao_financing::orders;
use jinqiao_kernel::{Access, OrderId, Result, UnitId};
use jinqiao_platform::accounts::{self, SubAccountIn, mark_demo};

struct Colleague {
    login: &'static str,
    name: &'static str,
    access: Access,
}

const fn colleague(login: &'static str, name: &'static str, access: Access) -> Colleague {
    Colleague { login, name, access }
}

async fn joins(stage: &Stage, primary: &str, unit: UnitId, person: &Colleague) -> Result<()> {
    let input = SubAccountIn {
        login: person.login.into(),
        name: person.name.into(),
        mobile: stage.mobile(),
        unit_id: unit,
        access: person.access,
    };
    let actor = stage.actor(primary).await?;
    let added = accounts::add_sub_account(&stage.db, &stage.vault, &stage.hasher, &actor, &input).await?;
    let own = stage.actor(person.login).await?;
    accounts::change_password(&stage.db, &stage.hasher, &own, &added.password, PASSWORD).await?;
    accounts::accept_all(&stage.db, &own).await?;
    mark_demo(&stage.db, person.login, PASSWORD).await
}

/// Two branches with an officer each, somebody at the head office who only reads, and a firm's clerk.
pub async fn hired(stage: &Stage) -> Result<()> {
    let bank = stage.actor("jigou1").await?;
    for (branch, person) in [
        ("科学城支行", colleague("jigou1b", "黎昕", Access::Handle)),
        ("大学城支行", colleague("jigou1c", "汪洋", Access::Handle)),
    ] {
        let unit = accounts::add_unit(&stage.db, &bank, bank.unit, branch).await?;
        joins(stage, "jigou1", unit, &person).await?;
    }
    joins(stage, "jigou1", bank.unit, &colleague("jigou1d", "骆冰", Access::Read)).await?;
    let firm = stage.actor("qiye1").await?;
    joins(stage, "qiye1", firm.unit, &colleague("qiye1b", "许晴", Access::Handle)).await?;
    reviewers(stage).await
}

/// Two reviewers for each department that publishes items, and somebody who pays at the one that has most.
async fn reviewers(stage: &Stage) -> Result<()> {
    for (primary, people) in [
        ("zhengfu1", &[("zhengfu1b", "周敏"), ("zhengfu1c", "顾涛"), ("zhengfu1d", "方琳")][..]),
        ("zhengfu2", &[("zhengfu2b", "韩雪"), ("zhengfu2c", "丁磊")]),
        ("zhengfu4", &[("zhengfu4b", "白洁"), ("zhengfu4c", "石岩")]),
    ] {
        let unit = stage.actor(primary).await?.unit;
        for (login, name) in people {
            joins(stage, primary, unit, &colleague(login, name, Access::Handle)).await?;
        }
    }
    Ok(())
}

/// An order of the bank goes to an officer of its branch.
pub async fn handed(stage: &Stage, order: OrderId, version: i32, to: &str) -> Result<()> {
    stage.pass(2).await?;
    let (bank, officer) = (stage.actor("jigou1").await?, stage.actor(to).await?.account);
    let note = "企业在贵支行附近，由你们跟进。";
    orders::hand_over(&stage.db, &bank, order, version, officer, note).await.map(|_| ())
}
