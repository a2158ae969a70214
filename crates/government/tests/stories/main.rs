//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod applications;
mod automatic;
mod consultations;
mod eligibility;
mod known;
mod nodes;
mod policies;
mod portal;
mod reviewers;
mod stage;
