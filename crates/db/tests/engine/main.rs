//! What the database crate promises, on the engine that `JINQIAO_TEST_ENGINE` names.

mod checkpoints;
mod exports;
mod facts;
mod group;
mod lists;
mod migrations;
mod once;
mod settings;
mod shared;
mod stage;
mod timers;
mod writes;
