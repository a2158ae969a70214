//! How well scores agree with labels.

/// Ranks from 1, equal values sharing the mean of theirs.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let same = order[start..].iter().take_while(|at| values[**at] == values[order[start]]).count().max(1);
        let mean = start as f64 + (same as f64 + 1.0) / 2.0;
        order[start..start + same].iter().for_each(|at| ranks[*at] = mean);
        start += same;
    }
    ranks
}

/// Spearman's rank correlation with mean ranks for ties; 0 when either side does not vary.
pub fn spearman(scores: &[f64], labels: &[f64]) -> f64 {
    let (x, y) = (ranks(scores), ranks(labels));
    let mean = (x.len() as f64 + 1.0) / 2.0;
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(&y) {
        xy += (a - mean) * (b - mean);
        xx += (a - mean) * (a - mean);
        yy += (b - mean) * (b - mean);
    }
    if xx > 0.0 && yy > 0.0 { xy / (xx * yy).sqrt() } else { 0.0 }
}

/// The lowest threshold at which `score ≥ threshold` is right most often, and how often; the middle between two scores.
pub fn best_threshold(scores: &[f64], positive: &[bool]) -> (f64, f64) {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    let mut right = positive.iter().filter(|one| **one).count();
    let (mut best, mut threshold) = (right, f64::NEG_INFINITY);
    for (place, at) in order.iter().enumerate() {
        if positive[*at] {
            right -= 1
        } else {
            right += 1
        }
        let next = order.get(place + 1).map(|next| scores[*next]);
        if right > best && next != Some(scores[*at]) {
            (best, threshold) = (right, next.map_or(f64::INFINITY, |next| scores[*at].midpoint(next)));
        }
    }
    (threshold, best as f64 / scores.len().max(1) as f64)
}

/// Share of scores on the right side of `threshold`.
pub fn accuracy(scores: &[f64], positive: &[bool], threshold: f64) -> f64 {
    let right = scores.iter().zip(positive).filter(|(score, positive)| (**score >= threshold) == **positive).count();
    right as f64 / scores.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        // Ranks 1, 2.5, 2.5, 4 and 1.5, 1.5, 3.5, 3.5: covariance 3, variances 4.5 and 4.
        let found = spearman(&[0.1, 0.5, 0.5, 0.9], &[0.0, 0.0, 1.0, 1.0]);
        assert!((found - 3.0 / (4.5_f64 * 4.0).sqrt()).abs() < 1e-12, "{found}");
        assert!((spearman(&[1.0, 2.0, 3.0], &[6.0, 5.0, 4.0]) + 1.0).abs() < 1e-12);
        assert_eq!(spearman(&[1.0, 1.0], &[0.0, 1.0]), 0.0);
        let (threshold, best) = best_threshold(&[0.1, 0.4, 0.6, 0.9], &[false, true, false, true]);
        assert!((threshold - 0.25).abs() < 1e-12 && (best - 0.75).abs() < 1e-12);
        assert!((accuracy(&[0.2, 0.3], &[true, true], 0.25) - 0.5).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn correlation_stays_in_range(pairs in prop::collection::vec((0u8..5, 0u8..3), 0..30)) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(a, b)| (f64::from(*a), f64::from(*b))).unzip();
            prop_assert!(spearman(&x, &y).abs() <= 1.0 + 1e-12);
            let positive: Vec<bool> = y.iter().map(|y| *y > 0.0).collect();
            let (threshold, best) = best_threshold(&x, &positive);
            prop_assert!((accuracy(&x, &positive, threshold) - best).abs() < 1e-12);
        }
    }
}
