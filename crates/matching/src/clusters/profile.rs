//! What enterprises are compared by, and how.

use serde::{Deserialize, Serialize};

/// What is known of an enterprise. Bands are numbered from 0 in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Section of the industry (门类, GB/T 4754), `A` to `T`.
    pub section: Option<char>,
    /// Division of the industry (大类), 1 to 97.
    pub division: Option<u8>,
    /// Size: 0 微型, 1 小型, 2 中型, 3 大型.
    pub size: Option<u8>,
    /// Stage: 0 初创期, 1 成长期, 2 稳定期.
    pub stage: Option<u8>,
    /// Bands of figures such as revenue or taxes, the same figures in the same places for everybody.
    pub finance: Vec<Option<u8>>,
    /// Titles and tags in the words that are shown, in any order.
    pub tags: Vec<String>,
}

/// Steps between the first and the last band; more apart than this is as far as it gets.
const STEPS: f64 = 3.0;

fn ordinal(a: Option<u8>, b: Option<u8>) -> Option<f64> {
    Some((f64::from(a?.abs_diff(b?)) / STEPS).min(1.0))
}

/// The same division is no distance, the same section half of it.
fn industry(a: &Profile, b: &Profile) -> Option<f64> {
    if a.section? != b.section? {
        return Some(1.0);
    }
    Some(if a.division.is_some() && a.division == b.division { 0.0 } else { 0.5 })
}

/// Jaccard's distance: the part of all their tags that they don't share. None if neither has any.
fn tags(a: &Profile, b: &Profile) -> Option<f64> {
    // Tags are few, and this is asked for every pair: looking through them costs less than sorting them.
    let new = |tags: &[String], place: usize| !tags[..place].contains(&tags[place]);
    let distinct = |tags: &[String]| (0..tags.len()).filter(|place| new(tags, *place)).count();
    let common = (0..a.tags.len()).filter(|place| new(&a.tags, *place) && b.tags.contains(&a.tags[*place])).count();
    let all = distinct(&a.tags) + distinct(&b.tags) - common;
    (all > 0).then(|| 1.0 - common as f64 / all as f64)
}

/// Gower's distance (Biometrics 27, 857, 1971), 0 to 1: the weighted mean over the features known of both. Industry counts
/// twice, size, stage and tags once, all figures together once. 1 if there is nothing to compare.
pub fn distance(a: &Profile, b: &Profile) -> f64 {
    let figure = 1.0 / a.finance.len().max(b.finance.len()).max(1) as f64;
    let figures = a.finance.iter().zip(&b.finance).map(|(a, b)| (figure, ordinal(*a, *b)));
    let features =
        [(2.0, industry(a, b)), (1.0, ordinal(a.size, b.size)), (1.0, ordinal(a.stage, b.stage)), (1.0, tags(a, b))];
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, value) in features.into_iter().chain(figures) {
        if let Some(value) = value {
            sum += weight * value;
            weights += weight;
        }
    }
    if weights > 0.0 { sum / weights } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(section: char, division: u8, size: u8, tags: &[&str]) -> Profile {
        Profile {
            section: Some(section),
            division: Some(division),
            size: Some(size),
            tags: tags.iter().map(ToString::to_string).collect(),
            ..Profile::default()
        }
    }

    #[test]
    fn the_distance_is_the_mean_of_what_is_known_of_both() {
        let one = profile('I', 65, 1, &["高企"]);
        assert_eq!(distance(&one, &one), 0.0);
        // Industry 0.5 twice, size 1/3, tags 1/2: (1 + 1/3 + 1/2) / 4.
        let other = profile('I', 64, 2, &["高企", "专精特新"]);
        assert!((distance(&one, &other) - 11.0 / 24.0).abs() < 1e-12);
        assert_eq!(distance(&one, &other), distance(&other, &one));
        assert_eq!(distance(&one, &Profile::default()), 1.0, "only tags can be compared: one side has some");
        assert_eq!(distance(&Profile::default(), &Profile::default()), 1.0);
    }

    #[test]
    fn figures_count_once_together_and_the_unknown_not_at_all() {
        let of = |bands: &[Option<u8>]| Profile { size: Some(0), finance: bands.to_vec(), ..Profile::default() };
        let value = distance(&of(&[Some(0), Some(3)]), &of(&[Some(3), None]));
        assert!((value - 0.5 / 1.5).abs() < 1e-12, "{value}");
    }
}
