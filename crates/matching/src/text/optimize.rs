//! L-BFGS (Liu and Nocedal, 1989) for smooth convex functions: no learning rate to tune, the same result in every run.

/// Corrections kept.
const MEMORY: usize = 8;

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Minimises `f`, which returns the value and writes the gradient, from `x`; at most `rounds` steps.
pub(crate) fn minimize(x: &mut Vec<f64>, rounds: usize, mut f: impl FnMut(&[f64], &mut [f64]) -> f64) {
    let mut gradient = vec![0.0; x.len()];
    let mut value = f(x, &mut gradient);
    let mut past: Vec<(Vec<f64>, Vec<f64>, f64)> = vec![];
    for _ in 0..rounds {
        let mut step = direction(&gradient, &past);
        let mut slope = dot(&step, &gradient);
        if slope >= 0.0 {
            // Rounding has spoilt the memory: begin again with steepest descent.
            past.clear();
            step = gradient.iter().map(|g| -g).collect();
            slope = -dot(&gradient, &gradient);
        }
        if slope > -1e-12 {
            break;
        }
        let mut length = if past.is_empty() { (1.0 / (-slope).sqrt()).min(1.0) } else { 1.0 };
        let mut next = vec![0.0; x.len()];
        let mut next_gradient = vec![0.0; x.len()];
        let mut next_value = f64::INFINITY;
        for _ in 0..30 {
            next.iter_mut().zip(x.iter().zip(&step)).for_each(|(to, (from, s))| *to = from + length * s);
            next_value = f(&next, &mut next_gradient);
            if next_value <= value + 1e-4 * length * slope {
                break;
            }
            length /= 2.0;
        }
        if next_value.is_nan() || next_value >= value {
            break;
        }
        let moved: Vec<f64> = next.iter().zip(x.iter()).map(|(a, b)| a - b).collect();
        let turned: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let curvature = dot(&moved, &turned);
        if curvature > 1e-12 {
            past.push((moved, turned, 1.0 / curvature));
            if past.len() > MEMORY {
                past.remove(0);
            }
        }
        let gained = value - next_value;
        (*x, gradient, value) = (next, next_gradient, next_value);
        if gained < 1e-7 * value.abs().max(1e-9) {
            break;
        }
    }
}

/// The quasi-Newton direction (two-loop recursion).
fn direction(gradient: &[f64], past: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut q = gradient.to_vec();
    let mut alphas = vec![0.0; past.len()];
    for (at, (moved, turned, rho)) in past.iter().enumerate().rev() {
        alphas[at] = rho * dot(moved, &q);
        q.iter_mut().zip(turned).for_each(|(q, y)| *q -= alphas[at] * y);
    }
    if let Some((moved, turned, _)) = past.last() {
        let scale = dot(moved, turned) / dot(turned, turned).max(1e-300);
        q.iter_mut().for_each(|q| *q *= scale);
    }
    for (at, (moved, turned, rho)) in past.iter().enumerate() {
        let beta = rho * dot(turned, &q);
        q.iter_mut().zip(moved).for_each(|(q, s)| *q += (alphas[at] - beta) * s);
    }
    q.iter_mut().for_each(|q| *q = -*q);
    q
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bottom_of_a_valley() {
        let mut x = vec![-1.2, 1.0];
        minimize(&mut x, 200, |x, g| {
            g[0] = -2.0 * (1.0 - x[0]) - 400.0 * x[0] * (x[1] - x[0] * x[0]);
            g[1] = 200.0 * (x[1] - x[0] * x[0]);
            (1.0 - x[0]).powi(2) + 100.0 * (x[1] - x[0] * x[0]).powi(2)
        });
        assert!((x[0] - 1.0).abs() < 1e-3 && (x[1] - 1.0).abs() < 1e-3, "{x:?}");
    }
}
