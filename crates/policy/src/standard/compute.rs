//! The amount for one enterprise.

use super::{
    model::{Below, Direction, Figure, FigureKind, Rounding, Standard},
    names::{Input, number},
    read::{Amounts, Way},
    tiers::{PARTS, fen, pay},
    trace::{Step, line},
};
use crate::{
    catalogue::{Origin, Record, Value, money, words_of},
    condition::Missing,
    decimal::Decimal,
    defect::{Defect, DefectCode, pointer_part},
};
use jinqiao_kernel::{Money, NaiveDate};
use serde::Serialize;
use serde_json::{Map, Value as Json};

/// What became of a computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyAmountState))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is an amount.
    Computed,
    /// Figures are missing: it cannot be told.
    Unknown,
    /// Figures that were typed are wrong.
    Refused,
    /// The formula has no value, such as a division by zero.
    Impossible,
}

/// The amount for one enterprise, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyCalculation))]
pub struct Calculation<'a> {
    /// What became of it.
    pub state: State,
    /// Fen, never below zero or above the cap; where it was computed.
    pub amount: Option<Money>,
    /// What is missing.
    pub missing: Vec<Missing<'a>>,
    /// What is wrong with what was typed.
    pub defects: Vec<Defect>,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// A value with who says so and of which day.
struct Found {
    value: Value,
    told: Option<(Origin, Option<NaiveDate>)>,
}

fn bound(figure: &Figure, value: &Value) -> Result<(), (DefectCode, String)> {
    let Some(scalar) = value.scalar() else { return Ok(()) };
    // Bounds of numbers are whole ones.
    let scale = if figure.kind == FigureKind::Number { 1_000_000 } else { 1 };
    let shown = |bound: i64| words_of(&super::names::as_field(figure), &like(value, bound));
    match (figure.min, figure.max) {
        (Some(min), _) if scalar < min.saturating_mul(scale) => {
            Err((DefectCode::TooSmall, format!("不能小于 {}", shown(min))))
        }
        (_, Some(max)) if scalar > max.saturating_mul(scale) => {
            Err((DefectCode::TooLarge, format!("不能大于 {}", shown(max))))
        }
        _ => Ok(()),
    }
}

/// A bound as a value of the type of `value`.
fn like(value: &Value, bound: i64) -> Value {
    match value {
        Value::Money(_) => Value::Money(Money(bound)),
        Value::Rate(_) => Value::Rate(jinqiao_kernel::Rate(i32::try_from(bound).unwrap_or(i32::MAX))),
        Value::Number(_) => Value::Number(Decimal::of_millionths(bound.saturating_mul(1_000_000)).unwrap_or_default()),
        _ => Value::Count(bound),
    }
}

impl Rounding {
    /// Parts of a fen to whole units, as fen.
    fn apply(self, parts: i128) -> i128 {
        let unit = i128::from(self.unit.0.max(1)) * PARTS;
        let up = match self.direction {
            Direction::Down => 0,
            Direction::Nearest => unit / 2,
            Direction::Up => unit - 1,
        };
        (parts + up).div_euclid(unit) * unit / PARTS
    }

    fn words(self) -> String {
        let way = match self.direction {
            Direction::Down => "舍去不足部分",
            Direction::Nearest => "四舍五入",
            Direction::Up => "不足部分进一",
        };
        format!("以 {}为单位，{way}", money(self.unit.0))
    }
}

/// Rounding, cap and floor: never below zero, never above the cap, never less for more.
fn settle(standard: &Standard, parts: i128, steps: &mut Vec<Step>) -> Money {
    let parts = parts.max(0);
    let exact = fen(parts);
    let mut amount = standard.rounding.map_or(exact, |rounding| {
        let rounded = i64::try_from(rounding.apply(parts)).unwrap_or(i64::MAX);
        if rounded != exact {
            steps.push(Step::of("取整", format!("{}，得 {}", rounding.words(), money(rounded))));
        }
        rounded
    });
    if let Some(cap) = standard.cap.filter(|cap| amount > cap.0) {
        steps.push(Step::of("上限", format!("{}超过上限，按 {}计", money(amount), money(cap.0))));
        amount = cap.0;
    }
    if let Some(floor) = standard.floor.filter(|floor| (1..floor.amount.0).contains(&amount)) {
        let least = money(floor.amount.0);
        let (next, end) = match floor.below {
            Below::Nothing => (0, "不予兑现".to_owned()),
            Below::Floor => (floor.amount.0, format!("按 {least}计")),
        };
        steps.push(Step::of("下限", format!("{}低于下限 {least}，{end}", money(amount))));
        amount = next;
    }
    steps.push(Step::of("结果", money(amount)));
    Money(amount)
}

impl Amounts {
    /// The typed figure of this name.
    fn figure(&self, name: &str) -> Option<&Figure> {
        self.standard.figures.iter().find(|figure| figure.name == name)
    }

    fn find(&self, input: &Input, record: &Record, typed: &Map<String, Json>) -> Result<Option<Found>, Defect> {
        match input {
            Input::Known(key, _) => Ok(record
                .get(*key)
                .map(|known| Found { value: known.value.clone(), told: Some((known.origin, known.date)) })),
            Input::Typed(field) => {
                let json = typed.get(&field.code).unwrap_or(&Json::Null);
                let read = field.read(json).and_then(|value| {
                    if let (Some(value), Some(figure)) = (&value, self.figure(&field.code)) {
                        bound(figure, value)?;
                    }
                    Ok(value.map(|value| Found { value, told: None }))
                });
                read.map_err(|(code, text)| Defect {
                    path: format!("/{}", pointer_part(&field.code)),
                    code,
                    text: format!("“{}”{text}", field.name),
                })
            }
        }
    }

    /// Every input with its value; else what is missing and wrong.
    fn inputs<'a>(
        &'a self,
        record: &Record,
        typed: &Map<String, Json>,
        calculation: &mut Calculation<'a>,
    ) -> Vec<Option<Value>> {
        let inputs: Vec<&'a Input> = match &self.way {
            Way::Formula { inputs, .. } => inputs.iter().map(|one| &one.1).collect(),
            Way::Tiers { by, of, .. } => std::iter::once(by).chain(of).collect(),
        };
        let mut values = vec![];
        for input in inputs {
            let field = input.field();
            let found = self.find(input, record, typed).unwrap_or_else(|defect| {
                calculation.defects.push(defect);
                None
            });
            match &found {
                Some(Found { value, told }) => {
                    let by = match told {
                        Some((origin, Some(date))) => format!("（{}，{date}）", origin.words()),
                        Some((origin, None)) => format!("（{}）", origin.words()),
                        None => "（本次填写）".into(),
                    };
                    calculation.steps.push(Step::of("数据", format!("{}：{}{by}", field.name, words_of(field, value))));
                }
                // By its code and by its name it is one figure.
                None if calculation.missing.iter().any(|one| one.field == field.code) => {}
                None => calculation.missing.push(Missing::of(field)),
            }
            values.push(found.map(|found| found.value));
        }
        values
    }

    /// The amount for what is known of an enterprise and what was typed, by name.
    pub fn compute(&self, record: &Record, typed: &Map<String, Json>) -> Calculation<'_> {
        let mut calculation =
            Calculation { state: State::Computed, amount: None, missing: vec![], defects: vec![], steps: vec![] };
        let values = self.inputs(record, typed, &mut calculation);
        if !calculation.defects.is_empty() {
            // What is wrong is not missing as well.
            calculation.missing.clear();
            return Calculation { state: State::Refused, steps: vec![], ..calculation };
        }
        if !calculation.missing.is_empty() {
            return Calculation { state: State::Unknown, ..calculation };
        }
        let values: Vec<Value> = values.into_iter().flatten().collect();
        match self.parts(&values, &mut calculation.steps) {
            Ok(parts) => calculation.amount = Some(settle(&self.standard, parts, &mut calculation.steps)),
            Err(text) => {
                calculation.steps.push(Step::of("结果", format!("无法计算：{text}")));
                calculation.state = State::Impossible;
            }
        }
        calculation
    }

    /// The amount before rounding, in parts of a fen.
    fn parts(&self, values: &[Value], steps: &mut Vec<Step>) -> Result<i128, String> {
        match &self.way {
            Way::Formula { sheet, inputs } => {
                let given: Vec<_> = inputs
                    .iter()
                    .zip(values)
                    .filter_map(|((name, _), value)| Some((name.as_str(), number(value)?)))
                    .collect();
                let outcome = sheet.evaluate(&given).map_err(|error| error.to_string())?;
                let word = |name: &str| inputs.iter().find(|one| one.0 == name).map(|one| one.1.field().name.clone());
                let value = |name: &str| {
                    let earlier = || outcome.lines.iter().find(|one| one.0 == name).map(|one| one.1);
                    given.iter().find(|one| one.0 == name).map(|one| one.1).or_else(earlier)
                };
                for ((name, tree), (_, result)) in sheet.lines().zip(&outcome.lines) {
                    steps.push(Step::of(name, line(tree, &word, &value, *result)));
                }
                Ok(i128::from(outcome.amount.0) * PARTS)
            }
            Way::Tiers { tiers, by, .. } => {
                let value = values.first().and_then(Value::scalar).unwrap_or_default();
                let base = values.get(1).or(values.first()).and_then(Value::scalar).unwrap_or_default();
                let mut told = vec![];
                let parts = pay(tiers, by.field(), value, base, &mut told);
                steps.append(&mut told);
                Ok(parts)
            }
        }
    }
}
