//! Stories over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod access;
mod accounts;
mod applications;
mod audit;
mod calendar;
mod certifications;
mod demands;
mod equity;
mod files;
mod grabs;
mod hand_over;
mod journey;
mod live;
mod masking;
mod matching;
mod materials;
mod once;
mod orders;
mod products;
mod profile;
mod ratings;
mod registration;
mod stage;
mod team;
mod timers;
mod walker;
