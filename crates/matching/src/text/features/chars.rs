//! Likeness of letters and of runs of letters.

use super::{Features, both};
use crate::text::keys::{Kind, key};
use crate::text::measures::{align, edit, longest_run, overlap};
use crate::text::{Frequencies, Text};

/// `part` of `whole`, zero of nothing.
fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

pub(super) fn add(features: &mut Features, a: &Text, b: &Text, counts: &Frequencies) {
    let rare = |key: u64| counts.rarity(key);
    let [one, two, three] = [0, 1, 2].map(|size| overlap(&a.grams[size], &b.grams[size], rare));
    let plain = [0, 1].map(|size| overlap(&a.grams[size], &b.grams[size], |_| 1.0));
    features.extend([
        ("char cosine", one.cosine),
        ("char pair cosine", two.cosine),
        ("char triple cosine", three.cosine),
        ("char plain cosine", plain[0].cosine),
        ("char pair plain cosine", plain[1].cosine),
        ("char jaccard", one.jaccard),
        ("char pair jaccard", two.jaccard),
        ("char plain jaccard", plain[0].jaccard),
        ("char mixed cosine", (one.cosine + two.cosine + three.cosine) / 3.0),
    ]);
    both(features, ["char covered least", "char covered most"], one.covered);
    both(features, ["char pair covered least", "char pair covered most"], two.covered);
    both(features, ["char alone least", "char alone most"], one.alone);
    both(features, ["char rarest alone least", "char rarest alone most"], one.heaviest);
    let (x, y) = (&a.chars, &b.chars);
    let (shorter, longer) = (x.len().min(y.len()), x.len().max(y.len()));
    let (common, gaps) = align(x, y);
    let cost = |c: &char| counts.rarity(key(Kind::Gram, [u64::from(*c)]));
    let weigh = |chars: &[char]| chars.iter().map(cost).sum::<f32>();
    let heavier = weigh(x).max(weigh(y));
    let same = |equal: bool| f32::from(u8::from(equal));
    let prefix = x.iter().zip(y).take_while(|(a, b)| a == b).count();
    let suffix = x.iter().rev().zip(y.iter().rev()).take_while(|(a, b)| a == b).count();
    features.extend([
        ("common letters", share(2 * common, x.len() + y.len())),
        ("common letters of shorter", share(common, shorter)),
        ("common run of shorter", share(longest_run(x, y), shorter)),
        ("gaps", gaps.len() as f32),
        ("edits", 1.0 - share(1, longer) * edit(x, y, |_| 1.0)),
        ("weighed edits", if heavier > 0.0 { 1.0 - edit(x, y, cost) / heavier } else { 1.0 }),
        ("length ratio", if longer == 0 { 1.0 } else { share(shorter, longer) }),
        ("length least", shorter as f32),
        ("length most", longer as f32),
        ("common start", share(prefix, shorter)),
        ("common end", share(suffix, shorter)),
        ("same letters", same(x == y)),
    ]);
}
