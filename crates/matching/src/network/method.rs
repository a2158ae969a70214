//! The methods, each with its formula and where it comes from. `a_uα` is 1 where user u has item α, else 0 (a weight on a
//! weighted graph); `k` are degrees (strengths); a score is computed for every item the user does not have.

use serde::{Deserialize, Serialize};

/// How an item is scored for a user by what this user and all others did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// GRM, the global ranking method: `s_α = k_α`, the same for everybody.
    Popularity,
    /// User-based collaborative filtering with cosine (Salton) similarity: `s_uα = Σ_v a_vα · |u∩v| / √(k_u k_v)`
    /// over all other users v (Salton, McGill 1983; the form compared in Lü et al., "Recommender systems",
    /// Physics Reports 519, 2012).
    UserCf,
    /// Item-based collaborative filtering with cosine similarity: `s_uα = Σ_β a_uβ · |α∩β| / √(k_α k_β)`
    /// (Sarwar, Karypis, Konstan, Riedl, WWW 2001).
    ItemCf,
    /// NBI, also ProbS or mass diffusion: each item of the user spreads one unit evenly over its users, each of them evenly
    /// over its items, `W_αβ = 1/k_β · Σ_l a_lα a_lβ / k_l` (Zhou, Ren, Medo, Zhang, Phys. Rev. E 76, 046115, 2007).
    ProbS,
    /// Heat conduction: averages instead of sums, `W_αβ = 1/k_α · Σ_l a_lα a_lβ / k_l`, which brings up rare items
    /// (Zhang, Blattner, Yu, Phys. Rev. Lett. 99, 154301, 2007).
    HeatS,
    /// Both: `W_αβ = 1/(k_α^(1−λ) k_β^λ) · Σ_l a_lα a_lβ / k_l`; λ = 1 is ProbS, λ = 0 HeatS (Zhou, Kuscsik, Liu, Medo,
    /// Wakeling, Zhang, PNAS 107, 4511, 2010).
    Hybrid {
        /// λ within [0, 1].
        lambda: f64,
    },
    /// Preferential diffusion: a user passes on to its items in proportion to `k_α^ε` instead of evenly,
    /// `W_αβ = k_α^ε/k_β · Σ_l a_lα a_lβ / Σ_γ a_lγ k_γ^ε`; ε = 0 is ProbS (Lü, Liu, Phys. Rev. E 83, 066119, 2011).
    Preferential {
        /// ε; below 0 it prefers rare items.
        epsilon: f64,
    },
    /// NBI with redundant correlations removed: `W' = W + a·W²` with the W of ProbS (Zhou, Su, Liu, Jiang, Wang, Zhang,
    /// New J. Phys. 11, 123008, 2009). With λ below 1 the W is that of the hybrid.
    Redundancy {
        /// a, below 0.
        a: f64,
        /// λ of the W that is used; 1 for the published method.
        lambda: f64,
    },
    /// EASE: the item-to-item weights B with zero diagonal that reproduce the links best under a ridge λ, in closed form
    /// `B = I − P·diag(1/P_αα)` with `P = (AᵀA + λI)⁻¹` (Steck, WWW 2019). With a `dropout` p above 0 each item
    /// has its own ridge `λ + p/(1−p) · (AᵀA)_αα`, which is EDLAE: as if links were hidden at random while fitting (Steck,
    /// "Autoencoders that don't overfit towards the identity", NeurIPS 2020).
    Ease {
        /// λ above 0.
        lambda: f64,
        /// p within [0, 1); 0 for EASE.
        dropout: f64,
    },
    /// The ideal low-pass filter on the normalised graph: `s = a_u D^(−1/2) V Vᵀ D^(1/2)` with D the degrees of the items
    /// and V the first right singular vectors of `k_u^(−1/2) a_uα k_α^(−1/2)` (Shen, Wu, Zhang, Wang, "How powerful is
    /// graph convolution for recommendation?", CIKM 2021).
    Spectral {
        /// How many vectors.
        rank: usize,
    },
}

impl Method {
    /// The short name used in the literature, with parameters.
    pub fn name(self) -> String {
        match self {
            Self::Popularity => "GRM".into(),
            Self::UserCf => "CF (users, cosine)".into(),
            Self::ItemCf => "CF (items, cosine)".into(),
            Self::ProbS => "NBI / ProbS".into(),
            Self::HeatS => "HeatS".into(),
            Self::Hybrid { lambda } => format!("hybrid λ={lambda}"),
            Self::Preferential { epsilon } => format!("pref. diffusion ε={epsilon}"),
            Self::Redundancy { a, lambda: 1.0 } => format!("RE-NBI a={a}"),
            Self::Redundancy { a, lambda } => format!("RE-hybrid a={a} λ={lambda}"),
            Self::Ease { lambda, dropout: 0.0 } => format!("EASE λ={lambda}"),
            Self::Ease { lambda, dropout } => format!("EDLAE λ={lambda} p={dropout}"),
            Self::Spectral { rank } => format!("low-pass rank {rank}"),
        }
    }

    /// What it says of a past item, for the page: 与贵企业办理过的 X …
    pub fn words(self) -> &'static str {
        match self {
            Self::Popularity => "办理的企业较多",
            Self::UserCf => "与贵企业选择相近的企业也办理了它",
            Self::ItemCf | Self::Ease { .. } | Self::Spectral { .. } => "办理过同类产品的企业也办理了它",
            Self::ProbS | Self::HeatS | Self::Hybrid { .. } | Self::Preferential { .. } | Self::Redundancy { .. } => {
                "与贵企业办理过相同产品的企业也办理了它"
            }
        }
    }

    /// The methods and parameters with which the literature reports its figures, and those that came later.
    pub fn literature() -> Vec<Self> {
        vec![
            Self::Popularity,
            Self::UserCf,
            Self::ItemCf,
            Self::ProbS,
            Self::HeatS,
            Self::Hybrid { lambda: 0.2 },
            Self::Preferential { epsilon: -0.85 },
            Self::Redundancy { a: -0.75, lambda: 1.0 },
            Self::Ease { lambda: 200.0, dropout: 0.0 },
            Self::Spectral { rank: 32 },
        ]
    }
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name())
    }
}
