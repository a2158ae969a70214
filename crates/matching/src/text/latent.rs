//! Latent semantic analysis (Deerwester and others, 1990): words that stand in the same texts have like vectors. The leading
//! singular vectors of the matrix of texts and words are found by orthogonal iteration from a fixed start.

use super::keys::Chance;
use super::{Frequencies, Text, read::Term};
use std::collections::HashMap;

const WIDTH: usize = 64;
const ROUNDS: usize = 6;

type Vector = [f32; WIDTH];

/// Vectors of words and letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Latent {
    vectors: HashMap<u64, Vector>,
}

fn cosine(a: &Vector, b: &Vector) -> f32 {
    let dot = |x: &Vector, y: &Vector| x.iter().zip(y).map(|(p, q)| p * q).sum::<f32>();
    let norm = (dot(a, a) * dot(b, b)).sqrt();
    if norm > 1e-12 { (dot(a, b) / norm).clamp(-1.0, 1.0) } else { 0.0 }
}

/// Keys of a text with their weights: words by rarity, letters half as much.
fn weighed(text: &Text, counts: &Frequencies) -> Vec<(u64, f32)> {
    let terms = text.terms.iter().map(|term| (term.key, counts.word_rarity(term.key, term.share)));
    let grams = text.grams[0].iter().map(|(key, _)| (*key, 0.5 * counts.rarity(*key)));
    terms.chain(grams).collect()
}

/// Makes the columns orthonormal (modified Gram–Schmidt) and returns their lengths before.
fn orthonormal(rows: &mut [Vector]) -> Vector {
    let mut norms = [0.0; WIDTH];
    for column in 0..WIDTH {
        for before in 0..column {
            let dot: f32 = rows.iter().map(|row| row[column] * row[before]).sum();
            rows.iter_mut().for_each(|row| row[column] -= dot * row[before]);
        }
        let norm = rows.iter().map(|row| row[column] * row[column]).sum::<f32>().sqrt();
        norms[column] = norm;
        rows.iter_mut().for_each(|row| row[column] = if norm > 1e-6 { row[column] / norm } else { 0.0 });
    }
    norms
}

impl Latent {
    /// Learns from groups of texts; each group is one document (a text alone, or two that mean the same).
    pub(crate) fn fit(documents: &[Vec<&Text>], counts: &Frequencies) -> Self {
        let mut places: HashMap<u64, usize> = HashMap::new();
        let mut keys = vec![];
        let mut matrix: Vec<Vec<(usize, f32)>> = vec![];
        for document in documents {
            let mut row: Vec<(u64, f32)> = document.iter().flat_map(|text| weighed(text, counts)).collect();
            row.sort_by_key(|one| one.0);
            row.dedup_by(|next, kept| next.0 == kept.0);
            row.retain(|(key, _)| counts.count(*key) > 1);
            let norm = row.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(1e-6);
            matrix.push(
                row.into_iter()
                    .map(|(key, w)| {
                        let place = *places.entry(key).or_insert_with(|| {
                            keys.push(key);
                            keys.len() - 1
                        });
                        (place, w / norm)
                    })
                    .collect(),
            );
        }
        let mut chance = Chance(7);
        let mut basis: Vec<Vector> = keys.iter().map(|_| std::array::from_fn(|_| chance.signed() as f32)).collect();
        let mut norms = orthonormal(&mut basis);
        for _ in 0..ROUNDS {
            let mut next = vec![[0.0; WIDTH]; keys.len()];
            for row in &matrix {
                let mut sum = [0.0; WIDTH];
                for (place, w) in row {
                    sum.iter_mut().zip(&basis[*place]).for_each(|(s, v)| *s += w * v);
                }
                for (place, w) in row {
                    next[*place].iter_mut().zip(&sum).for_each(|(n, s)| *n += w * s);
                }
            }
            basis = next;
            norms = orthonormal(&mut basis);
        }
        // The lengths are squares of singular values. Their roots of the fourth order weigh the leading directions more, but
        // not so much that the others go unheard (Caron, 2001).
        for row in &mut basis {
            row.iter_mut().zip(&norms).for_each(|(value, norm)| *value *= norm.max(0.0).powf(0.25));
        }
        Self { vectors: keys.into_iter().zip(basis).collect() }
    }

    fn sum(&self, weights: impl IntoIterator<Item = (u64, f32)>) -> Vector {
        let mut sum = [0.0; WIDTH];
        for (key, w) in weights {
            if let Some(vector) = self.vectors.get(&key) {
                sum.iter_mut().zip(vector).for_each(|(s, v)| *s += w * v);
            }
        }
        sum
    }

    /// Likeness of whole texts, of what only one of them has, and of each word's best partner (least, most).
    pub(crate) fn measure(&self, a: &Text, b: &Text, counts: &Frequencies) -> [f32; 4] {
        let whole = cosine(&self.sum(weighed(a, counts)), &self.sum(weighed(b, counts)));
        let strange = |own: &Text, other: &Text| {
            let only = own.terms.iter().filter(|term| !other.terms.iter().any(|one| one.key == term.key));
            self.sum(only.map(|term| (term.key, counts.word_rarity(term.key, term.share))).collect::<Vec<_>>())
        };
        let rest = cosine(&strange(a, b), &strange(b, a));
        let sides = [self.partners(&a.terms, &b.terms, counts), self.partners(&b.terms, &a.terms, counts)];
        [whole, rest, sides[0].min(sides[1]), sides[0].max(sides[1])]
    }

    fn partners(&self, a: &[Term], b: &[Term], counts: &Frequencies) -> f32 {
        let (mut sum, mut all) = (0.0, 0.0);
        for term in a {
            let own = self.vectors.get(&term.key);
            let likeness = |other: &Term| {
                let near = own.zip(self.vectors.get(&other.key)).map_or(0.0, |(x, y)| cosine(x, y));
                if other.key == term.key { 1.0 } else { near.max(0.0) * 0.9 }
            };
            let weight = counts.word_rarity(term.key, term.share);
            sum += weight * b.iter().map(likeness).fold(0.0, f32::max);
            all += weight;
        }
        if all > 0.0 { sum / all } else { f32::from(u8::from(b.is_empty())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;

    #[test]
    fn words_of_the_same_texts_are_near() {
        let reader = Reader::default();
        let texts: Vec<_> =
            ["光伏组件出口", "光伏组件安装", "光伏出口安装", "医疗器械注册", "医疗器械检验", "医疗注册检验"]
                .iter()
                .map(|text| reader.read(text))
                .collect();
        let mut counts = Frequencies::default();
        texts.iter().for_each(|text| counts.add(text));
        let latent = Latent::fit(&texts.iter().map(|text| vec![text]).collect::<Vec<_>>(), &counts);
        let near = |a: &str, b: &str| latent.measure(&reader.read(a), &reader.read(b), &counts)[0];
        assert!(near("出口", "安装") > near("出口", "检验") + 0.2, "{} {}", near("出口", "安装"), near("出口", "检验"));
    }
}
