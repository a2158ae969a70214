//! What is written about a product.

use super::{ProductFact, ProductStep, cards::following_lpr};
use crate::lpr::{LprFact, LprQuote};
use jinqiao_kernel::{OrgId, Role};
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "products.letters",
    about: &["products."],
    topic: MessageTopic::Product,
    write: |_, fact| Box::pin(async move { Ok(of_product(&fact.decode()?).into_iter().collect()) }),
};

/// Letters about the LPR.
pub const LPR_LETTERS: Writer = Writer {
    name: "products.lpr_letters",
    about: &["lpr."],
    topic: MessageTopic::Product,
    write: |tx, fact| {
        Box::pin(async move {
            let fact: LprFact = fact.decode()?;
            if fact.after.is_some() {
                return Ok(vec![]);
            }
            let following = following_lpr(tx.conn()).await?;
            Ok(following.into_iter().map(|(institution, count)| on_lpr(&fact.quote, institution, count)).collect())
        })
    },
};

fn on_lpr(quote: &LprQuote, institution: OrgId, count: i64) -> Letter {
    let LprQuote { published_on, one_year, five_years } = quote;
    Letter {
        to: Recipient::Organization(institution),
        title: "LPR 变动，产品利率已更新",
        body: format!(
            "{published_on} 公布的 LPR：1 年期 {one_year}，5 年期以上 {five_years}。贵机构有 {count} 个在架产品的利率已随之更新，请核对。"
        ),
        link: "/institution/products".into(),
    }
}

/// On a step of a product.
fn of_product(fact: &ProductFact) -> Option<Letter> {
    let (name, why) = (&fact.name, because(fact.reason.as_ref()));
    let own = |title, body: String| {
        let link = format!("/institution/products/{}", fact.product);
        Some(Letter { to: Recipient::Organization(fact.institution), title, body, link })
    };
    match fact.step {
        ProductStep::Submitted => Some(Letter {
            to: Recipient::Role(Role::Operator),
            title: "新的产品待审核",
            body: format!("产品“{name}”第 {} 版已提交，请审核。", fact.number),
            link: format!("/operator/products/{}", fact.product),
        }),
        ProductStep::Approved => own("产品已上架", format!("产品“{name}”第 {} 版已通过审核并上架。", fact.number)),
        ProductStep::Returned => own("产品需要补正", format!("产品“{name}”需要补正后重新提交。{why}")),
        ProductStep::Refused => own("产品未通过审核", format!("产品“{name}”未通过审核。{why}")),
        ProductStep::ForcedOff => own("产品已被平台下架", format!("产品“{name}”已被平台下架。{why}")),
        ProductStep::Uncertified => own("产品已下架", format!("贵机构的认证已取消，产品“{name}”已下架。")),
        // The institution did it itself.
        ProductStep::Recalled | ProductStep::TakenOff | ProductStep::PutOn | ProductStep::Archived => None,
    }
}
