//! Logistic regression with a squared penalty on sparse rows, fitted by L-BFGS. Labels may lie between 0 and 1.

use super::optimize::minimize;

/// A row: columns with values, ascending.
pub(crate) type Row = Vec<(u32, f32)>;

/// 1 / (1 + e⁻ˣ).
pub(crate) fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Loss of a logit against a label, without overflow.
pub(crate) fn loss(logit: f64, label: f64) -> f64 {
    logit.max(0.0) - logit * label + (-logit.abs()).exp().ln_1p()
}

/// A fitted regression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Logistic {
    /// One weight a column.
    pub(crate) weights: Vec<f64>,
    /// Logit of an empty row.
    pub(crate) bias: f64,
}

impl Logistic {
    /// Minimises the summed loss plus half of each column's penalty times its weight squared; the bias is free.
    pub(crate) fn fit(rows: &[&Row], labels: &[f64], penalties: &[f64], rounds: usize) -> Self {
        let width = penalties.len();
        let mut x = vec![0.0; width + 1];
        minimize(&mut x, rounds, |x, gradient| {
            let mut value = 0.0;
            gradient[width] = 0.0;
            for column in 0..width {
                value += 0.5 * penalties[column] * x[column] * x[column];
                gradient[column] = penalties[column] * x[column];
            }
            for (row, label) in rows.iter().zip(labels) {
                let logit = x[width] + row.iter().map(|(at, v)| x[*at as usize] * f64::from(*v)).sum::<f64>();
                value += loss(logit, *label);
                let error = sigmoid(logit) - label;
                gradient[width] += error;
                for (at, v) in row.iter() {
                    gradient[*at as usize] += error * f64::from(*v);
                }
            }
            value
        });
        let bias = x.pop().unwrap_or_default();
        Self { weights: x, bias }
    }

    /// The logit of `row`; columns that were not fitted count nothing.
    pub(crate) fn logit(&self, row: &Row) -> f64 {
        self.bias
            + row
                .iter()
                .map(|(at, v)| self.weights.get(*at as usize).copied().unwrap_or_default() * f64::from(*v))
                .sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_has_the_odds_of_its_rows() {
        // Three of four with the column are positive, one of four without: logits ln 3 and −ln 3.
        let (with, without): (Row, Row) = (vec![(0, 1.0)], vec![]);
        let rows = [&with, &with, &with, &with, &without, &without, &without, &without];
        let fitted = Logistic::fit(&rows, &[1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0], &[1e-9], 200);
        assert!((fitted.logit(&with) - 3.0_f64.ln()).abs() < 1e-3, "{fitted:?}");
        assert!((fitted.logit(&without) + 3.0_f64.ln()).abs() < 1e-3);
        let held = Logistic::fit(&rows, &[1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0], &[1e9], 200);
        assert!(held.logit(&with).abs() < 1e-3, "a great penalty leaves nothing");
    }
}
