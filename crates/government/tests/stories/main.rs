//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod adjustments;
mod applications;
mod attachments;
mod automatic;
mod consultations;
mod eligibility;
mod forecasts;
mod known;
mod nodes;
mod policies;
mod portal;
mod reviewers;
mod stage;
mod windows;
