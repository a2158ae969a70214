//! How much a past interaction counts: by what came of it and how long ago.

/// The weight of a link: finite and above 0, so that neither NaN nor an infinity can reach a formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight(f64);

impl Weight {
    /// One plain link.
    pub const ONE: Self = Self(1.0);
    /// What one interaction can count at most; more is cut down, so that sums stay exact enough.
    pub const MOST: f64 = 1e6;
    /// What it counts at least; less is nothing.
    pub const LEAST: f64 = 1e-6;

    /// None for NaN, infinities, and what is below [`Weight::LEAST`].
    pub fn new(value: f64) -> Option<Self> {
        (value.is_finite() && value >= Self::LEAST).then(|| Self(value.min(Self::MOST)))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }

    /// Is a link of this weight a choice, and not too old to speak of? More than what came to nothing on its day.
    pub fn is_choice(weight: f64) -> bool {
        weight > Outcome::Unconcluded.strength()
    }
}

/// How far an enterprise and a product came together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Both sides showed interest, and nothing came of it: the enterprise withdrew, or took another offer.
    Unconcluded,
    /// The enterprise applied for the product.
    Applied,
    /// The institution grabbed the demand with this product.
    Grabbed,
    /// Terms were agreed.
    Agreed,
    /// Money was paid out.
    Disbursed,
}

impl Outcome {
    /// What it counts on its day. An application shows interest of one side, a payment the will of both. Who was turned down
    /// chose nothing that helps others, so that is no link at all.
    pub fn strength(self) -> f64 {
        match self {
            Self::Unconcluded => 0.3,
            Self::Applied => 1.0,
            Self::Grabbed => 1.5,
            Self::Agreed => 3.0,
            Self::Disbursed => 4.0,
        }
    }
}

/// The strength of `outcome`, halved every `half_life` days: `w = s · 2^(−age / h)`. Without a half-life (0) nothing fades.
/// None once it has faded away. All weights fade by the same factor, so the order of ProbS, HeatS, their hybrid and
/// preferential diffusion does not change from one day to the next by itself.
pub fn weight(outcome: Outcome, age_days: u32, half_life: u32) -> Option<Weight> {
    let fade = if half_life == 0 { 0.0 } else { f64::from(age_days) / f64::from(half_life) };
    Weight::new(outcome.strength() * (-fade).exp2())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_halves_with_each_half_life_until_it_is_nothing() {
        let get = |age, half_life| weight(Outcome::Disbursed, age, half_life).map(Weight::get);
        assert_eq!(get(0, 180), Some(4.0));
        assert_eq!(get(180, 180), Some(2.0));
        assert_eq!(get(360, 180), Some(1.0));
        assert_eq!(get(36_000, 0), Some(4.0));
        assert_eq!(get(u32::MAX, 1), None);
    }

    #[test]
    fn what_is_not_a_number_is_no_weight() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e-9] {
            assert_eq!(Weight::new(value), None, "{value}");
        }
        assert_eq!(Weight::new(1e300).map(Weight::get), Some(Weight::MOST));
    }

    #[test]
    fn further_along_counts_more() {
        let all = [Outcome::Unconcluded, Outcome::Applied, Outcome::Grabbed, Outcome::Agreed, Outcome::Disbursed];
        assert!(all.windows(2).all(|two| two[0].strength() < two[1].strength()));
    }
}
