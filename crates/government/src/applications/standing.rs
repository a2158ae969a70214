//! What follows from where an application stands.

use super::model::{ApplicationState, ReviewSeat};
use sea_orm::Iterable as _;

use ApplicationState::{
    Appealing, Approved, Correction, Draft, FirstReview, Granted, Lapsed, NotAccepted, Objection, Paid, Paying,
    Publicity, Recovered, Refused, SecondReview, Submitted, Withdrawn,
};

impl ApplicationState {
    /// A person of the department has to decide.
    pub fn in_pool(self) -> bool {
        matches!(self, Submitted | FirstReview | SecondReview | Objection | Appealing)
    }

    /// It is under way: a second one for the same item cannot be handed in.
    pub fn runs(self) -> bool {
        !matches!(self, Draft | NotAccepted | Refused | Withdrawn | Lapsed | Recovered)
    }

    /// How much is granted stands, and the enterprise may know.
    pub fn decided(self) -> bool {
        matches!(self, Publicity | Objection | Approved | Paying | Recovered) || self.given()
    }

    /// Its place among all states, in the order of an application's way.
    pub fn place(self) -> usize {
        Self::iter().position(|state| state == self).unwrap_or_default()
    }

    /// It got what it applied for.
    pub fn given(self) -> bool {
        matches!(self, Paid | Granted)
    }

    /// The place that whoever decides in this state takes.
    pub fn seat(self) -> Option<ReviewSeat> {
        match self {
            Submitted | FirstReview => Some(ReviewSeat::First),
            SecondReview => Some(ReviewSeat::Second),
            // What was approved is taken back by somebody who did not approve it.
            Objection | Appealing | Approved => Some(ReviewSeat::Third),
            _ => None,
        }
    }

    /// The enterprise has to act.
    pub fn waits_for_enterprise(self) -> bool {
        matches!(self, Draft | Correction)
    }

    /// Departments see it: drafts are the enterprise's alone.
    pub fn handed_in(self) -> bool {
        self != Draft
    }
}
