//! The amount by a table of tiers, exact: in hundred-thousandths of a fen, since a rate is so small a part of one.

use super::{
    model::{Share, TierMode, Tiers},
    trace::Step,
};
use crate::catalogue::{Field, money, percent, shown};

/// Parts of a fen that are counted.
pub(super) const PARTS: i128 = 100_000;

/// With a blank behind a figure, and none behind a unit in Chinese.
fn before_words(mut text: String) -> String {
    if text.ends_with(|end: char| end.is_ascii()) {
        text.push(' ');
    }
    text
}

fn edges(field: &Field, from: i64, to: Option<i64>) -> String {
    match to {
        Some(to) => format!("{}至 {}（不含）", before_words(shown(field, from)), shown(field, to)),
        None => format!("{}及以上", before_words(shown(field, from))),
    }
}

/// What `tiers` pay for `value` of `by`, with rates of `base` fen; in parts of a fen.
pub(super) fn pay(tiers: &Tiers, by: &Field, value: i64, base: i64, steps: &mut Vec<Step>) -> i128 {
    let mut sum = 0;
    for tier in &tiers.tiers {
        let reached = tier.from <= value;
        let within = reached && tier.to.is_none_or(|to| value < to);
        let counts = match tiers.mode {
            TierMode::Reached => within,
            TierMode::Slices => reached,
        };
        if !counts {
            continue;
        }
        let slice = match tiers.mode {
            TierMode::Reached => base,
            // Below zero nothing lies, whatever the tier says.
            TierMode::Slices => tier.to.map_or(value, |to| to.min(value)).saturating_sub(tier.from.max(0)),
        };
        let slice = slice.max(0);
        let tier_words = edges(by, tier.from, tier.to);
        let (parts, told) = match tier.pays {
            Share::Fixed(fixed) => (i128::from(fixed.0) * PARTS, format!("{tier_words}：{}", money(fixed.0))),
            Share::Rate(rate) => {
                let parts = i128::from(slice) * i128::from(rate.0);
                let rate = percent(i64::from(rate.0));
                (parts, format!("{tier_words}：{} × {rate}% = {}", money(slice), money(fen(parts))))
            }
        };
        steps.push(Step::of("档次", told));
        sum += parts;
    }
    if steps.is_empty() {
        steps.push(Step::of("档次", format!("{} 不在任何一档之内，不予兑现", shown(by, value))));
    }
    sum
}

/// Whole fen, halves up; what has no room is the most there is.
pub(super) fn fen(parts: i128) -> i64 {
    i64::try_from((parts + PARTS / 2).div_euclid(PARTS)).unwrap_or(i64::MAX)
}
