//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod assessment;
mod callbacks;
mod capacity;
mod dispatch;
mod embeddings;
mod industries;
mod joint_points;
mod ledger;
mod matching;
mod network;
mod points;
mod sheets;
mod stage;
mod suspension;
mod texts;
