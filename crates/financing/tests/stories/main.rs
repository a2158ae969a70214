//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod applications;
mod calendar;
mod certifications;
mod consents;
mod costs;
mod demands;
mod disk;
mod equity;
mod faults;
mod grabs;
mod hand_over;
mod joint_credit;
mod joint_limits;
mod live;
mod materials;
mod once;
mod orders;
mod overrun;
mod payments;
mod products;
mod profile;
mod ratings;
mod score;
mod second_credit;
mod stage;
mod timers;
