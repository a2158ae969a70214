//! What each side reads of a match.

use super::indicative::{Indicative, IndicativeRange};
use jinqiao_financing::{
    demands::MarketDemand,
    products::{Card, Offered, ProductInstitution},
};
use jinqiao_kernel::{DateTime, ProductId};
use jinqiao_matching::{Match, Part, Verdict, Weights};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A part of the score.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MatchPoints {
    part: Part,
    points: i32,
}

/// What one rule of the product says.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MatchReason {
    /// Met, or not; none where what may be seen does not tell.
    met: Option<bool>,
    text: String,
}

/// How well a pair suits.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MatchScore {
    /// 0 to 100, the sum of its parts.
    score: i32,
    parts: Vec<MatchPoints>,
    reasons: Vec<MatchReason>,
    /// What firms like this one chose, where there is something to say.
    similar: Option<String>,
}

/// A product as the matching shows it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MatchedCard {
    id: ProductId,
    institution: ProductInstitution,
    #[serde(flatten)]
    card: Card,
}

/// A product that suits a demand.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ProductMatch {
    product: MatchedCard,
    #[serde(flatten)]
    suits: MatchScore,
    /// None for a product without a rule sheet.
    indicative: Option<Indicative>,
}

/// A product that one thing stands in the way of.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ProductNearMiss {
    product: MatchedCard,
    /// What would have to change.
    missing: String,
}

/// Products for a demand, or for a firm.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DemandMatches {
    at: DateTime,
    /// How many products were compared.
    considered: usize,
    /// Best first, at most ten.
    matches: Vec<ProductMatch>,
    /// At most three.
    near: Vec<ProductNearMiss>,
    /// Over all products that suit and have an indicative amount, shown or not.
    indicative: Option<IndicativeRange>,
}

/// A demand that suits a product; nothing in it names the enterprise.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MarketMatch {
    demand: MarketDemand,
    #[serde(flatten)]
    suits: MatchScore,
}

/// Demands for a product.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ProductMatches {
    at: DateTime,
    /// It pays out money; what does not is applied for directly, and compared with nothing.
    pays: bool,
    /// How many demands were compared.
    considered: usize,
    /// Best first, at most twenty.
    matches: Vec<MarketMatch>,
}

/// A demand that suits an institution, with the product that suits it best.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InstitutionMatch {
    demand: MarketDemand,
    product_id: ProductId,
    product_name: String,
    #[serde(flatten)]
    suits: MatchScore,
}

/// Demands for an institution.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InstitutionMatches {
    at: DateTime,
    /// How many of its products were compared.
    products: usize,
    /// Best first, at most twenty.
    matches: Vec<InstitutionMatch>,
}

impl MatchScore {
    /// The score with what each rule said, which tags the product speaks of, and what similar firms chose.
    pub fn new<K>(found: &Match<'_, K>, weights: &Weights, tagged: Option<String>, similar: Option<String>) -> Self {
        let points = |(part, points)| MatchPoints { part, points };
        let reason = |verdict: Verdict| MatchReason { met: verdict.holds, text: verdict.text };
        let tagged = tagged.map(|text| MatchReason { met: Some(true), text });
        Self {
            score: found.total,
            parts: found.score(weights).parts.into_iter().map(points).collect(),
            reasons: found.verdicts().into_iter().map(reason).chain(tagged).collect(),
            similar,
        }
    }
}

impl MatchedCard {
    /// The card of a product on the shelf.
    pub fn new(offered: &Offered, institution: ProductInstitution) -> Self {
        Self { id: offered.row.id, institution, card: Card::of(&offered.version.content.0) }
    }
}

impl ProductMatch {
    /// A product with its score.
    pub fn new(product: MatchedCard, suits: MatchScore, indicative: Option<Indicative>) -> Self {
        Self { product, suits, indicative }
    }
}

impl ProductNearMiss {
    /// A product with what is missing.
    pub fn new(product: MatchedCard, missing: Verdict) -> Self {
        Self { product, missing: missing.text }
    }
}

impl DemandMatches {
    /// As a visitor sees it: the sheets of the products stay their institutions' own.
    pub fn for_visitor(mut self) -> Self {
        self.matches.iter_mut().filter_map(|one| one.indicative.as_mut()).for_each(Indicative::hide_lines);
        self
    }

    /// What was found at `at` among `considered` products.
    pub fn new(
        at: DateTime,
        considered: usize,
        matches: Vec<ProductMatch>,
        near: Vec<ProductNearMiss>,
        indicative: Option<IndicativeRange>,
    ) -> Self {
        Self { at, considered, matches, near, indicative }
    }
}

impl ProductMatches {
    /// Of a product that pays out no money.
    pub fn without_money(at: DateTime) -> Self {
        Self { at, pays: false, considered: 0, matches: vec![] }
    }

    /// What was found at `at` among `considered` demands.
    pub fn new(at: DateTime, considered: usize, matches: Vec<(MarketDemand, MatchScore)>) -> Self {
        let matches = matches.into_iter().map(|(demand, suits)| MarketMatch { demand, suits }).collect();
        Self { at, pays: true, considered, matches }
    }
}

impl InstitutionMatches {
    /// What was found at `at` for `products` products.
    pub fn new(at: DateTime, products: usize, matches: Vec<(MarketDemand, MatchScore, &Offered)>) -> Self {
        let one = |(demand, suits, product): (MarketDemand, MatchScore, &Offered)| InstitutionMatch {
            demand,
            product_id: product.row.id,
            product_name: product.version.content.0.name.clone(),
            suits,
        };
        Self { at, products, matches: matches.into_iter().map(one).collect() }
    }
}
