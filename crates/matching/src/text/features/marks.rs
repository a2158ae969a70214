//! Whether both texts ask for the same, deny as often, and name the same numbers.

use super::Features;
use crate::text::{Text, marks::agree};

pub(super) fn add(features: &mut Features, a: &Text, b: &Text) {
    let (x, y) = (&a.marks, &b.marks);
    let asks = match (x.asks, y.asks) {
        (Some(one), Some(other)) if one == other => 1.0,
        (Some(_), Some(_)) => 0.0,
        (None, None) => 0.7,
        _ => 0.4,
    };
    let odd = |count: usize| count % 2;
    features.extend([
        ("asks the same", asks),
        ("negations", x.negations.abs_diff(y.negations).min(3) as f32),
        ("contrary", f32::from(u8::from(odd(x.negations) != odd(y.negations)))),
        ("same numbers", agree(&x.numbers, &y.numbers)),
        ("same latin", agree(&x.latin, &y.latin)),
    ]);
}
