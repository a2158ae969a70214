//! The inverse of a symmetric positive definite matrix, for EASE.
//!
//! Written here and not taken from nalgebra or faer: it is the one dense operation of the crate (docs/adr/0021).

/// `a` is an n × n matrix by rows of which the lower triangle is read. Returns its inverse by rows, both triangles; none if
/// it is not positive definite. Work: n³ additions and multiplications.
///
/// Three passes over rows, each in groups of four so that what is loaded is used four times: the factor L of `A = LLᵀ`,
/// its inverse `M = L⁻¹`, and `A⁻¹ = MᵀM`.
pub fn inverse(mut a: Vec<f64>, n: usize) -> Option<Vec<f64>> {
    debug_assert_eq!(a.len(), n * n);
    factor(&mut a, n)?;
    invert_lower(&mut a, n);
    Some(gram_of_lower(&a, n))
}

/// Four dot products of `x` with four rows of equal length.
fn dots(x: &[f64], rows: [&[f64]; 4]) -> [f64; 4] {
    const LANES: usize = 4;
    let mut sums = [[0.0; LANES]; 4];
    let whole = x.len() - x.len() % LANES;
    let [a, b, c, d] = rows.map(|row| &row[..x.len()]);
    let chunks = x[..whole]
        .chunks_exact(LANES)
        .zip(a.chunks_exact(LANES).zip(b.chunks_exact(LANES)))
        .zip(c.chunks_exact(LANES).zip(d.chunks_exact(LANES)));
    for ((x, (a, b)), (c, d)) in chunks {
        for lane in 0..LANES {
            sums[0][lane] += x[lane] * a[lane];
            sums[1][lane] += x[lane] * b[lane];
            sums[2][lane] += x[lane] * c[lane];
            sums[3][lane] += x[lane] * d[lane];
        }
    }
    let mut totals = sums.map(|lanes| lanes.iter().sum::<f64>());
    for (total, row) in totals.iter_mut().zip([a, b, c, d]) {
        *total += x[whole..].iter().zip(&row[whole..]).map(|(x, y)| x * y).sum::<f64>();
    }
    totals
}

/// `target += f₀·r₀ + f₁·r₁ + f₂·r₂ + f₃·r₃`, over the length of `target`.
fn add_four(target: &mut [f64], factors: [f64; 4], rows: [&[f64]; 4]) {
    let [a, b, c, d] = rows.map(|row| &row[..target.len()]);
    for (((value, a), b), (c, d)) in target.iter_mut().zip(a).zip(b).zip(c.iter().zip(d)) {
        *value += factors[0] * a + factors[1] * b + factors[2] * c + factors[3] * d;
    }
}

/// Rows `first` to `first + 3` of a matrix.
fn four(matrix: &[f64], n: usize, first: usize) -> [&[f64]; 4] {
    [0, 1, 2, 3].map(|row| &matrix[(first + row) * n..(first + row + 1) * n])
}

/// L in the lower triangle, by rows (Cholesky and Banachiewicz).
fn factor(a: &mut [f64], n: usize) -> Option<()> {
    // A panel of rows at a time meets every row above it while that row is in the cache.
    const PANEL: usize = 32;
    for start in (0..n).step_by(PANEL) {
        let end = (start + PANEL).min(n);
        let (above, panel) = a.split_at_mut(start * n);
        for column in (0..start).step_by(4) {
            // Panels start at multiples of four, so four rows above are always there.
            let rows = four(above, n, column);
            for row in panel.chunks_exact_mut(n).take(end - start) {
                let products = dots(&row[..column], rows);
                for k in 0..4 {
                    let inner: f64 = (0..k).map(|j| row[column + j] * rows[k][column + j]).sum();
                    row[column + k] = (row[column + k] - products[k] - inner) / rows[k][column + k];
                }
            }
        }
        for i in 0..end - start {
            for j in 0..=i {
                let (x, y) = (&panel[i * n..i * n + start + j], &panel[j * n..j * n + start + j]);
                let product: f64 = dots(x, [y, &[], &[], &[]].map(|row| if row.is_empty() { y } else { row }))[0];
                let rest = panel[i * n + start + j] - product;
                panel[i * n + start + j] = if i == j {
                    if rest.is_nan() || rest <= 0.0 {
                        return None;
                    }
                    rest.sqrt()
                } else {
                    rest / panel[j * n + start + j]
                };
            }
        }
    }
    Some(())
}

/// L in the lower triangle becomes L⁻¹: row i is `(e_i − Σ_{k<i} L_ik · row k) / L_ii`.
fn invert_lower(l: &mut [f64], n: usize) {
    const PANEL: usize = 16;
    let mut old = vec![0.0; PANEL * n];
    for start in (0..n).step_by(PANEL) {
        let end = (start + PANEL).min(n);
        let (above, panel) = l.split_at_mut(start * n);
        let panel = &mut panel[..(end - start) * n];
        old[..panel.len()].copy_from_slice(panel);
        panel.fill(0.0);
        for k in (0..start).step_by(4) {
            // Rows above are 0 to the right of their diagonal, so all four can be read as far as the last one's.
            let rows = four(above, n, k);
            for (row, old) in panel.chunks_exact_mut(n).zip(old.chunks_exact(n)) {
                add_four(&mut row[..k + 4], [-old[k], -old[k + 1], -old[k + 2], -old[k + 3]], rows);
            }
        }
        for i in 0..end - start {
            let (before, rest) = panel.split_at_mut(i * n);
            let row = &mut rest[..n];
            for (k, other) in before.chunks_exact(n).enumerate() {
                let factor = old[i * n + start + k];
                row[..start + k + 1].iter_mut().zip(other).for_each(|(value, other)| *value -= factor * other);
            }
            row[start + i] = 1.0;
            let diagonal = old[i * n + start + i];
            row[..=start + i].iter_mut().for_each(|value| *value /= diagonal);
        }
    }
}

/// `MᵀM` of a lower triangular M whose upper triangle is 0.
fn gram_of_lower(m: &[f64], n: usize) -> Vec<f64> {
    const PANEL: usize = 16;
    let mut p = vec![0.0; n * n];
    for start in (0..n).step_by(PANEL) {
        let end = (start + PANEL).min(n);
        // Rows of M from `start` on are those that reach this panel; what is above is 0 there.
        let mut i = start;
        while i + 4 <= n {
            let rows = four(m, n, i);
            for a in start..end.min(i + 4) {
                add_four(&mut p[a * n..=a * n + a], rows.map(|row| row[a]), rows);
            }
            i += 4;
        }
        for i in i..n {
            let row = &m[i * n..(i + 1) * n];
            for a in start..end {
                p[a * n..=a * n + a].iter_mut().zip(row).for_each(|(value, other)| *value += row[a] * other);
            }
        }
    }
    for a in 0..n {
        for b in 0..a {
            p[b * n + a] = p[a * n + b];
        }
    }
    p
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Seeded;

    #[test]
    fn the_inverse_of_two_by_two_is_the_one_from_school() {
        let p = inverse(vec![4.0, 9.9, 2.0, 3.0], 2).unwrap();
        for (value, wanted) in p.iter().zip([3.0 / 8.0, -2.0 / 8.0, -2.0 / 8.0, 4.0 / 8.0]) {
            assert!((value - wanted).abs() < 1e-12, "{p:?}");
        }
    }

    #[test]
    fn what_is_not_positive_definite_has_none() {
        assert_eq!(inverse(vec![1.0, 0.0, 2.0, 1.0], 2), None);
        assert_eq!(inverse(vec![f64::NAN], 1), None);
        assert_eq!(inverse(vec![], 0), Some(vec![]));
    }

    #[test]
    fn a_matrix_times_its_inverse_is_one_at_every_size_around_a_panel() {
        let mut seeded = Seeded::new(3);
        for n in [1, 3, 4, 5, 15, 16, 17, 31, 32, 33, 37, 70] {
            let x: Vec<f64> = (0..n * n).map(|_| seeded.normal()).collect();
            let dot = |i: usize, j: usize| (0..n).map(|k| x[i * n + k] * x[j * n + k]).sum::<f64>();
            let a: Vec<f64> =
                (0..n * n).map(|at| dot(at / n, at % n) + if at / n == at % n { 1.0 } else { 0.0 }).collect();
            let p = inverse(a.clone(), n).unwrap();
            for i in 0..n {
                for j in 0..n {
                    let value: f64 = (0..n).map(|k| a[i * n + k] * p[k * n + j]).sum();
                    let wanted = if i == j { 1.0 } else { 0.0 };
                    assert!((value - wanted).abs() < 1e-9, "{n}: {i} {j} {value}");
                }
            }
        }
    }
}
