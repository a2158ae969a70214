//! 评价: after an order has finished or stopped, each side rates the other, blind (domain 2.6).

mod entity;
mod facts;
mod http;
mod letters;
mod migrations;
mod model;
mod service;
mod store;
mod view;
mod words;

pub use facts::{RatingFact, RatingStep};
pub use http::routes;
pub use letters::LETTERS;
pub use migrations::migrations;
pub use model::{Aspect, Mark, REVIEW, RatingParty};
pub use service::{RatingIn, appeal, rate};
pub use store::{OpenRating, Reputation, counted, marks_of, open_ratings, reputations, reputations_in};
pub use words::WORDS;
