//! 评级 A–E (domain 2.6, 2.12): a weighted mean of what is known, with the inputs shown beside it. Pure.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A grade, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 85 of 100 and more.
    A,
    /// 70 and more.
    B,
    /// 55 and more.
    C,
    /// 40 and more.
    D,
    /// Less.
    E,
}

impl Grade {
    /// The grade of a mean from 0 to 100.
    pub const fn of(mean: i32) -> Self {
        match mean {
            85.. => Self::A,
            70..=84 => Self::B,
            55..=69 => Self::C,
            40..=54 => Self::D,
            _ => Self::E,
        }
    }
}

/// What a grade is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GradePart {
    /// Place by points among all of its kind.
    Points,
    /// Share of limits kept.
    Limits,
    /// Share of confirmed orders that led to a payment.
    Conversion,
    /// What the other side says.
    Ratings,
    /// What the operator found.
    Conduct,
    /// Innovation score of an enterprise.
    Score,
}

/// One input of a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GradeInput {
    /// What it is.
    pub part: GradePart,
    /// Percent of the whole.
    pub weight: i32,
    /// From 0 (worst) to 100 (best); none where nothing is known, and then it does not count.
    pub value: Option<i32>,
}

/// A grade with its inputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Graded {
    /// None where nothing at all is known.
    pub grade: Option<Grade>,
    /// The weighted mean of what is known, from 0 to 100.
    pub mean: Option<i32>,
    /// It rests on so few cases that it says little.
    pub few: bool,
    /// All inputs, those without a value too.
    pub inputs: Vec<GradeInput>,
    /// Why it is not better than it is, whatever the mean; none where the mean decides.
    pub limit: Option<GradeLimit>,
}

/// What keeps a grade down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GradeLimit {
    /// Too short a history: C at most.
    ShortHistory,
    /// False material was found: D at most.
    FalseMaterial,
}

impl GradeLimit {
    const fn best(self) -> Grade {
        match self {
            Self::ShortHistory => Grade::C,
            Self::FalseMaterial => Grade::D,
        }
    }
}

/// Below so many settled cases a grade says little.
const FEW: usize = 5;

/// The grade of `inputs`: unknown ones are left out and the others keep their proportions. `cases`: on how many it rests.
pub fn graded(inputs: Vec<GradeInput>, cases: usize) -> Graded {
    let mean = mean_of(&inputs).map(|(sum, weights)| rounded(sum, weights));
    Graded { grade: mean.map(Grade::of), mean, few: cases < FEW, inputs, limit: None }
}

/// `sum` of `whole`, halves up.
const fn rounded(sum: i32, whole: i32) -> i32 {
    (2 * sum + whole) / (2 * whole)
}

/// Sum and weight of those inputs of which something is known; none where nothing is.
fn mean_of(inputs: &[GradeInput]) -> Option<(i32, i32)> {
    let known = inputs.iter().filter_map(|input| input.value.map(|value| (input.weight, value.clamp(0, 100))));
    let (sum, weights) = known.fold((0, 0), |(sum, all), (weight, value)| (sum + weight * value, all + weight));
    (weights > 0).then_some((sum, weights))
}

/// Of how many others `mine` is ahead, in percent, those who are level counted half; none where there are none to be
/// compared with. `all` holds `mine` too.
pub fn percentile(mine: i64, all: &[i64]) -> Option<i32> {
    let others = all.len().checked_sub(1).filter(|others| *others > 0)?;
    let below = all.iter().filter(|value| **value < mine).count();
    let level = all.iter().filter(|value| **value == mine).count().saturating_sub(1);
    place(below, level, others)
}

/// As [`percentile`], from counts.
pub fn place(below: usize, level: usize, others: usize) -> Option<i32> {
    let percent = ((2 * below + level) * 100 + others).checked_div(2 * others)?;
    i32::try_from(percent.min(100)).ok()
}

/// `part` of `whole` in percent, rounded half up; none without a whole.
pub fn percent(part: i64, whole: i64) -> Option<i32> {
    (whole > 0).then(|| i32::try_from((200 * part + whole) / (2 * whole)).unwrap_or(100))
}

/// An average mark in hundredths, from 100 to 500, on the scale of the inputs.
pub fn from_marks(average: i64) -> i32 {
    i32::try_from(((average - 100) / 4).clamp(0, 100)).unwrap_or_default()
}

/// What an institution is graded by in a quarter (domain 2.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InstitutionInputs {
    /// Place by points.
    pub points: Option<i32>,
    /// Limits kept, percent.
    pub limits: Option<i32>,
    /// Confirmed orders that led to a payment, percent.
    pub conversion: Option<i32>,
    /// Average mark, hundredths.
    pub marks: Option<i64>,
    /// Settled limits, ended orders and ratings.
    pub cases: usize,
}

/// The grade of an institution.
pub fn of_institution(known: InstitutionInputs) -> Graded {
    let input = |part, weight, value| GradeInput { part, weight, value };
    let inputs = vec![
        input(GradePart::Points, 40, known.points),
        input(GradePart::Limits, 30, known.limits),
        input(GradePart::Conversion, 20, known.conversion),
        input(GradePart::Ratings, 10, known.marks.map(from_marks)),
    ];
    graded(inputs, known.cases)
}

/// What an enterprise is graded by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EnterpriseInputs {
    /// Place by points.
    pub points: Option<i32>,
    /// Average mark that institutions gave in the last year, hundredths.
    pub marks: Option<i64>,
    /// Findings of false material in the last year.
    pub false_material: i64,
    /// Findings that it could not be reached in the last year.
    pub out_of_contact: i64,
    /// Innovation score, 0 to 100; none while it is not known.
    pub score: Option<i32>,
    /// Days since it came to the platform.
    pub days: i64,
    /// Entries and ratings.
    pub cases: usize,
}

/// What a finding takes from an enterprise's conduct.
const FALSE_MATERIAL: i64 = 40;
const OUT_OF_CONTACT: i64 = 15;
/// A firm that came later is no better than C.
const HISTORY_DAYS: i64 = 90;
/// Points weigh so much of a hundred, and no more where other parts are not known.
const POINTS: i32 = 15;

/// The grade of an enterprise: innovation score 45 %, conduct 40 % (findings, and what institutions say), points 15 % at most.
pub fn of_enterprise(known: EnterpriseInputs) -> Graded {
    let input = |part, weight, value| GradeInput { part, weight, value };
    let conduct = 100 - FALSE_MATERIAL * known.false_material - OUT_OF_CONTACT * known.out_of_contact;
    let inputs = vec![
        input(GradePart::Points, POINTS, known.points),
        input(GradePart::Conduct, 25, i32::try_from(conduct.max(0)).ok()),
        input(GradePart::Ratings, 15, known.marks.map(from_marks)),
        input(GradePart::Score, 45, known.score),
    ];
    // The parts that are not known leave their weight to the others, but never to the points.
    let mean = match (mean_of(&inputs[1..]), known.points.map(|points| points.clamp(0, 100))) {
        (Some((sum, weights)), Some(points)) => {
            Some(rounded(sum * (100 - POINTS) + points * POINTS * weights, 100 * weights))
        }
        (Some((sum, weights)), None) => Some(rounded(sum, weights)),
        (None, points) => points,
    };
    let limit = if known.false_material > 0 {
        Some(GradeLimit::FalseMaterial)
    } else {
        (known.days < HISTORY_DAYS).then_some(GradeLimit::ShortHistory)
    };
    let earned = mean.map(Grade::of);
    let limit = limit.filter(|limit| earned.is_some_and(|grade| grade < limit.best()));
    let grade = earned.map(|grade| limit.map_or(grade, GradeLimit::best));
    Graded { grade, mean, few: known.cases < FEW, inputs, limit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_change_at_their_limits() {
        for (mean, want) in [
            (100, Grade::A),
            (85, Grade::A),
            (84, Grade::B),
            (70, Grade::B),
            (69, Grade::C),
            (55, Grade::C),
            (54, Grade::D),
            (40, Grade::D),
            (39, Grade::E),
            (0, Grade::E),
        ] {
            assert_eq!(Grade::of(mean), want, "{mean}");
        }
    }

    #[test]
    fn place_among_all() {
        for (mine, all, want) in [
            (10, vec![10], None),
            (10, vec![10, 5], Some(100)),
            (5, vec![10, 5], Some(0)),
            (5, vec![5, 5], Some(50)),
            (5, vec![0, 5, 5, 10], Some(50)),
            (7, vec![1, 7, 9], Some(50)),
            (-3, vec![-3, -2, 0, 4], Some(0)),
            (4, vec![-3, -2, 0, 4], Some(100)),
        ] {
            assert_eq!(percentile(mine, &all), want, "{mine} {all:?}");
        }
    }

    #[test]
    fn shares_and_marks() {
        for (part, whole, want) in
            [(0, 0, None), (0, 4, Some(0)), (1, 3, Some(33)), (2, 3, Some(67)), (4, 4, Some(100))]
        {
            assert_eq!(percent(part, whole), want, "{part}/{whole}");
        }
        for (average, want) in [(100, 0), (300, 50), (475, 93), (500, 100)] {
            assert_eq!(from_marks(average), want, "{average}");
        }
    }

    #[test]
    fn institutions() {
        let known =
            |points, limits, conversion, marks| InstitutionInputs { points, limits, conversion, marks, cases: 9 };
        for (known, mean, grade) in [
            (known(Some(100), Some(100), Some(100), Some(500)), Some(100), Some(Grade::A)),
            // 40·80 + 30·90 + 20·50 + 10·75 = 7,650.
            (known(Some(80), Some(90), Some(50), Some(400)), Some(77), Some(Grade::B)),
            (known(Some(50), Some(60), Some(40), Some(300)), Some(51), Some(Grade::D)),
            // Without an order, from points alone.
            (known(Some(62), None, None, None), Some(62), Some(Grade::C)),
            // The others keep their proportions: (40·50 + 30·100) / 70.
            (known(Some(50), Some(100), None, None), Some(71), Some(Grade::B)),
            (known(None, None, None, None), None, None),
        ] {
            let got = of_institution(known);
            assert_eq!((got.mean, got.grade), (mean, grade), "{known:?}");
            assert_eq!(got.inputs.iter().map(|input| input.weight).sum::<i32>(), 100);
        }
        assert!(of_institution(InstitutionInputs { cases: 4, ..InstitutionInputs::default() }).few);
        assert!(!of_institution(InstitutionInputs { cases: 5, ..InstitutionInputs::default() }).few);
    }

    #[test]
    fn enterprises() {
        let base = EnterpriseInputs {
            points: Some(60),
            marks: Some(460),
            score: Some(80),
            days: 400,
            cases: 9,
            ..EnterpriseInputs::default()
        };
        for (known, mean, grade) in [
            // 15·60 + 25·100 + 15·90 + 45·80 = 8,350.
            (base, Some(84), Some(Grade::B)),
            (EnterpriseInputs { score: Some(100), points: Some(100), ..base }, Some(99), Some(Grade::A)),
            // Conduct 60 and 15 less; D at most, whatever the rest.
            (
                EnterpriseInputs { false_material: 1, score: Some(100), points: Some(100), ..base },
                Some(89),
                Some(Grade::D),
            ),
            (EnterpriseInputs { out_of_contact: 1, ..base }, Some(80), Some(Grade::B)),
            // Nothing said by institutions, no score: points stay at 15 of 100.
            (EnterpriseInputs { points: Some(0), marks: None, score: None, ..base }, Some(85), Some(Grade::A)),
            (EnterpriseInputs { points: Some(100), marks: None, score: Some(0), ..base }, Some(45), Some(Grade::D)),
            (EnterpriseInputs { points: None, marks: None, score: None, ..base }, Some(100), Some(Grade::A)),
        ] {
            let got = of_enterprise(known);
            assert_eq!((got.mean, got.grade), (mean, grade), "{known:?}");
            assert_eq!(got.inputs.iter().map(|input| input.weight).sum::<i32>(), 100);
        }
    }

    #[test]
    fn what_keeps_a_grade_down_is_told_where_it_does() {
        let best =
            EnterpriseInputs { score: Some(100), marks: Some(500), points: Some(100), ..EnterpriseInputs::default() };
        for (days, false_material, score, grade, limit) in [
            (0, 0, 100, Grade::C, Some(GradeLimit::ShortHistory)),
            (89, 0, 100, Grade::C, Some(GradeLimit::ShortHistory)),
            (90, 0, 100, Grade::A, None),
            (89, 0, 0, Grade::C, None),
            (400, 1, 100, Grade::D, Some(GradeLimit::FalseMaterial)),
            (10, 1, 100, Grade::D, Some(GradeLimit::FalseMaterial)),
            (400, 3, 0, Grade::E, None),
        ] {
            let got = of_enterprise(EnterpriseInputs { days, false_material, score: Some(score), ..best });
            assert_eq!((got.grade, got.limit), (Some(grade), limit), "{days} {false_material} {score}");
        }
    }
}
