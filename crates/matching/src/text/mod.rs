//! Texts (自然语义分析): one form for what looks the same, words, synonyms, keywords, search, likeness of two texts, and classes.
//! Everything is repeatable: the same input gives the same result on every machine. Formulas and figures: `docs/matching-text.md`.

mod amounts;
mod bm25;
mod boost;
mod classify;
mod differences;
mod ensemble;
mod features;
mod folds;
mod frequency;
mod keys;
mod keywords;
mod latent;
mod learner;
mod logistic;
mod marks;
mod measures;
mod metrics;
mod normal;
mod optimize;
mod pairs;
mod read;
mod segment;
mod similarity;
mod synonyms;
mod translate;
mod vectors;

pub use amounts::numbers;
pub use bm25::Bm25;
pub use classify::{Classified, Classifier};
pub use ensemble::{Ensemble, Example, FitError};
pub use frequency::Frequencies;
pub use keywords::{Keyword, Tags, keywords};
pub use metrics::{accuracy, best_threshold, ranks, spearman};
pub use normal::{LIMIT, normalize};
pub use pairs::read_pairs;
pub use read::{COMPARED, Reader, Text};
pub use segment::{Class, Word, leading_place, occurrences, segment};
pub use similarity::{Likeness, Similarity};
pub use synonyms::{SynonymError, Synonyms};
pub use vectors::cosine;
