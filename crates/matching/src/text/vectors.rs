//! What the vectors of an embedding service say of two texts. The service is asked, and its vectors are kept, outside of this crate.

/// The cosine of two vectors, from −1 to 1; `None` for different lengths, a vector of zeros, or one with what is no number.
pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let dot = |x: &[f32], y: &[f32]| x.iter().zip(y).map(|(p, q)| f64::from(*p) * f64::from(*q)).sum::<f64>();
    let norm = (dot(a, a) * dot(b, b)).sqrt();
    let found = dot(a, b) / norm;
    (a.len() == b.len() && norm > 0.0 && found.is_finite()).then_some(found.clamp(-1.0, 1.0) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_by_hand() {
        assert_eq!(cosine(&[3.0, 4.0], &[4.0, 3.0]), Some(0.96));
        assert_eq!(cosine(&[1.0, 0.0], &[-2.0, 0.0]), Some(-1.0));
        for (a, b) in [(&[1.0][..], &[1.0, 2.0][..]), (&[0.0], &[1.0]), (&[], &[]), (&[f32::NAN], &[1.0])] {
            assert_eq!(cosine(a, b), None);
        }
    }
}
