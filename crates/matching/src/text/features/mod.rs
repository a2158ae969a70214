//! Measures of likeness of two texts that need no labels. Each is the same whichever text comes first.

mod chars;
mod few;
mod marks;
mod words;

pub(crate) use few::few;

use super::{Frequencies, Text};

/// Values with their names, in a fixed order.
pub(crate) type Features = Vec<(&'static str, f32)>;

/// Adds the lesser and the greater of the values of both sides.
fn both(features: &mut Features, names: [&'static str; 2], sides: [f32; 2]) {
    features.push((names[0], sides[0].min(sides[1])));
    features.push((names[1], sides[0].max(sides[1])));
}

/// All measures, always as many and in the same order.
pub(crate) fn measure(a: &Text, b: &Text, counts: &Frequencies) -> Features {
    // Alignments break ties by what comes first, so the order of the texts themselves is fixed.
    let (a, b) = if a.normal <= b.normal { (a, b) } else { (b, a) };
    let mut features = Vec::with_capacity(80);
    chars::add(&mut features, a, b, counts);
    words::add(&mut features, a, b, counts);
    marks::add(&mut features, a, b);
    features
}
