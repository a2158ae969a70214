//! k-medoids on a matrix of distances, and how well a division separates.

/// Distances between all pairs of a sample.
pub struct Distances {
    count: usize,
    values: Vec<f32>,
}

impl Distances {
    /// Computes them all.
    pub fn new<T>(sample: &[T], distance: impl Fn(&T, &T) -> f64) -> Self {
        let count = sample.len();
        let mut values = vec![0.0; count * count];
        for a in 0..count {
            for b in 0..a {
                let value = distance(&sample[a], &sample[b]) as f32;
                values[a * count + b] = value;
                values[b * count + a] = value;
            }
        }
        Self { count, values }
    }

    fn get(&self, a: usize, b: usize) -> f64 {
        f64::from(self.values[a * self.count + b])
    }

    /// The first `most` medoids of BUILD (Kaufman, Rousseeuw, "Finding Groups in Data", 1990): first the most central point,
    /// then each time the one that brings the others nearest to a medoid. No chance, and the first k are those for k.
    pub fn build(&self, most: usize) -> Vec<usize> {
        let mut nearest = vec![f64::INFINITY; self.count];
        let mut medoids = vec![];
        while medoids.len() < most.min(self.count) {
            let cost =
                |candidate: usize| -> f64 { (0..self.count).map(|a| nearest[a].min(self.get(a, candidate))).sum() };
            let left = (0..self.count).filter(|candidate| !medoids.contains(candidate));
            let next = left.map(|candidate| (cost(candidate), candidate)).min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, next)) = next else { break };
            nearest.iter_mut().enumerate().for_each(|(a, value)| *value = value.min(self.get(a, next)));
            medoids.push(next);
        }
        medoids
    }

    /// The nearest medoid of each point; of equally near ones the first.
    pub fn assign(&self, medoids: &[usize]) -> Vec<usize> {
        let nearest = |point: usize| {
            let of = |at: &usize| self.get(point, medoids[*at]);
            (0..medoids.len()).min_by(|a, b| of(a).total_cmp(&of(b))).unwrap_or_default()
        };
        (0..self.count).map(nearest).collect()
    }

    /// Moves each medoid to the centre of its points until nothing moves, at most twenty times.
    pub fn settle(&self, mut medoids: Vec<usize>) -> Vec<usize> {
        for _ in 0..20 {
            let assigned = self.assign(&medoids);
            let centre = |cluster: usize| {
                let points: Vec<usize> = (0..self.count).filter(|point| assigned[*point] == cluster).collect();
                let cost = |candidate: usize| -> f64 { points.iter().map(|point| self.get(*point, candidate)).sum() };
                let best = points.iter().map(|candidate| (cost(*candidate), *candidate));
                best.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(medoids[cluster], |(_, candidate)| candidate)
            };
            let moved: Vec<usize> = (0..medoids.len()).map(centre).collect();
            if moved == medoids {
                break;
            }
            medoids = moved;
        }
        medoids
    }

    /// The mean silhouette (Rousseeuw, J. Comput. Appl. Math. 20, 53, 1987), −1 to 1: how much nearer a point is to its own
    /// cluster than to the next, `(b − a) / max(a, b)`; 0 for a point alone.
    pub fn silhouette(&self, medoids: &[usize]) -> f64 {
        let assigned = self.assign(medoids);
        let mut sizes = vec![0usize; medoids.len()];
        assigned.iter().for_each(|cluster| sizes[*cluster] += 1);
        let value = |point: usize| {
            let mut sums = vec![0.0; medoids.len()];
            (0..self.count).for_each(|other| sums[assigned[other]] += self.get(point, other));
            let own = assigned[point];
            let others = (0..sums.len()).filter(|cluster| *cluster != own && sizes[*cluster] > 0);
            let next = others.map(|cluster| sums[cluster] / sizes[cluster] as f64).min_by(f64::total_cmp);
            match next {
                Some(next) if sizes[own] > 1 => {
                    let within = sums[own] / (sizes[own] - 1) as f64;
                    let greater = within.max(next);
                    if greater > 0.0 { (next - within) / greater } else { 0.0 }
                }
                _ => 0.0,
            }
        };
        (0..self.count).map(value).sum::<f64>() / self.count.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_heaps_have_two_centres_and_a_high_silhouette() {
        let points = [0.0f64, 1.0, 2.0, 10.0, 11.0, 12.0];
        let distances = Distances::new(&points, |a, b| (a - b).abs());
        let mut medoids = distances.settle(distances.build(2));
        medoids.sort_unstable();
        assert_eq!(medoids, [1, 4]);
        assert_eq!(distances.assign(&medoids), [0, 0, 0, 1, 1, 1]);
        // Within a heap the ends have (1 + 2)/2 and the middle 1; to the other heap 11 ± 1 and 10.
        let ends = [(1.5, 11.0), (1.0, 10.0), (1.5, 9.0)].map(|(a, b): (f64, f64)| (b - a) / b);
        let wanted = ends.iter().sum::<f64>() / 3.0;
        assert!((distances.silhouette(&medoids) - wanted).abs() < 1e-6);
    }

    #[test]
    fn nothing_and_one_point_are_no_trouble() {
        let none = Distances::new(&[] as &[f64], |_, _| 0.0);
        assert_eq!((none.build(3), none.silhouette(&[])), (vec![], 0.0));
        let one = Distances::new(&[1.0], |_, _| 0.0);
        assert_eq!((one.settle(one.build(3)), one.silhouette(&[0])), (vec![0], 0.0));
    }
}
