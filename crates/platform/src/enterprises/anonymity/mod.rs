//! What may be seen of an enterprise before it consents (tier 1 of domain 2.3): only what so many firms of the platform share.

mod decide;
mod picture;
mod places;
mod refresh;

pub use decide::{Masked, masked, masked_by_pictures};
pub use picture::note;
pub use places::{DISTRICTS, PARKS, check_places};
pub use refresh::{make_first, refresh_pictures};
