//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod audit;
mod bounds;
mod complaints;
mod files;
mod masking;
mod stage;
mod team;
