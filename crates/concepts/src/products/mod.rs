//! 金融产品: what institutions offer, in the words that demands use too.

mod dictionary;

pub use dictionary::{FinancingKind, Guarantee, Repayment, Stage, UseKind};
