//! What products say of themselves, and whether a text says enough to be compared.

use jinqiao_financing::products::{ProductContent, UseKind};

/// Characters in which a product speaks; vectors take in more than words do.
const SPOKEN: usize = 400;
/// Letters that a text needs to say anything.
const ENOUGH: usize = 5;

/// A purpose as products and demands name it.
pub fn purpose(kind: UseKind) -> &'static str {
    match kind {
        UseKind::WorkingCapital => "日常经营周转",
        UseKind::Equipment => "购置设备",
        UseKind::Rnd => "研发投入",
        UseKind::Expansion => "扩大产能",
        UseKind::Property => "购建厂房场地",
        UseKind::SupplyChain => "采购原材料与供应链",
        UseKind::Refinancing => "置换贷款",
        UseKind::Other => "",
    }
}

/// Whether a text has letters enough to be compared.
pub fn says_enough(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphanumeric()).nth(ENOUGH - 1).is_some()
}

/// What a product says of its purpose: its sentence for lists, its uses, and as much of its description as fits.
pub fn of_product(content: &ProductContent) -> String {
    let uses: Vec<_> = content.uses.iter().map(|kind| purpose(*kind)).collect();
    let uses = uses.join("、");
    let parts = [content.summary.as_str(), &uses, &content.description].map(|part| part.trim().trim_end_matches('。'));
    let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("。").chars().take(SPOKEN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_speaks_by_its_sentence_its_uses_and_its_description() {
        let content = ProductContent {
            summary: "科技企业贷款".into(),
            uses: vec![UseKind::Equipment, UseKind::Rnd],
            description: "说明".repeat(500),
            ..ProductContent::default()
        };
        let text = of_product(&content);
        assert!(text.starts_with("科技企业贷款。购置设备、研发投入。说明"), "{text}");
        assert_eq!(text.chars().count(), SPOKEN);
    }
}
