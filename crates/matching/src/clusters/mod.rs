//! Clusters of enterprises (聚类分类分析) by mixed features: shown to the government with a description in words, and what a
//! newcomer without a history is compared with. Formulas and sources: docs/matching.md.

mod cluster;
mod describe;
mod labels;
mod medoids;
mod profile;

pub use cluster::{Bounds, Cluster, Clustering, cluster};
pub use describe::Words;
pub use labels::{Labelled, relabel};
pub use profile::{Profile, distance};
