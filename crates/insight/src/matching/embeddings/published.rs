//! What goes out to the service: what products on the shelf say of themselves, and the texts of demands that tier 1 shows. An
//! enterprise's own words, drafts and whatever waits for review stay here.

use super::{service, store};
use crate::matching::{
    describe::MOST,
    described,
    spoken::{self, says_enough},
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Reading, Tx};
use jinqiao_financing::{
    demands::{self, DemandFact},
    products::{self, FinancingKind, ProductFact},
};
use jinqiao_kernel::{NaiveDate, Result};
use std::collections::BTreeSet;

/// Characters of a text that are sent.
const SENT: usize = 400;

/// `text` as it is sent; none when it says too little.
pub fn sent(text: &str) -> Option<String> {
    // PostgreSQL can't keep the character zero.
    let cut: String = text.trim().chars().filter(|c| *c != '\0').take(SENT).collect();
    says_enough(&cut).then_some(cut)
}

/// Every text in use, once: the newest products on the shelf and the newest demands that take offers, as many as are compared.
pub async fn in_use(conn: &impl Reading, today: NaiveDate) -> Result<Vec<String>> {
    let mut found = BTreeSet::new();
    for kind in [FinancingKind::Debt, FinancingKind::Equity] {
        let products = described::products_of(conn, kind, today).await?;
        found.extend(products.iter().filter_map(|one| sent(&one.spoken)));
        let wanted = demands::public_texts(conn, kind, MOST).await?;
        found.extend(wanted.iter().filter_map(|text| sent(text)));
    }
    Ok(found.into_iter().collect())
}

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    let wants = |kind: &str| matches!(kind, "demands.approved" | "products.approved" | "products.put_on");
    vec![Reaction::new("matching.embed", wants, note)]
}

/// Notes the text that was just published; the service is asked later, outside of any transaction.
fn note(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let conn = tx.conn();
        let Some(model) = service::model(conn).await? else { return Ok(()) };
        let text = if fact.kind.starts_with("demands.") {
            let demand = demands::by_id(conn, fact.decode::<DemandFact>()?.demand).await?;
            demand.public_text.filter(|_| demand.state.takes_offers() && !demand.direct)
        } else {
            let ProductFact { product, number, .. } = fact.decode()?;
            let content = products::contents(conn, [(product, number)]).await?.remove(&(product, number));
            content.map(|content| spoken::of_product(&content))
        };
        let text: Vec<String> = text.as_deref().and_then(sent).into_iter().collect();
        Ok(store::want(&tx, &model, &text).await?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_and_empty_ones_stay() {
        assert_eq!(sent("  采购设备\0扩大产能 ").as_deref(), Some("采购设备扩大产能"));
        assert_eq!(sent("设备"), None);
        assert_eq!(sent("🎉🎉🎉🎉🎉🎉🎉"), None);
        assert_eq!(sent(&"采购设备".repeat(1_000)).map(|text| text.chars().count()), Some(SENT));
    }
}
