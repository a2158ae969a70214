//! The gate in front of the API, with a router of a few routes: who is let in, what is refused, and how refusals look.

mod compressed;
mod etag;
mod input;
mod origin;
mod stage;
mod throttle;
mod who;
