//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod panorama;
mod policy_statistics;
mod stage;
mod supply;
