//! Rule sheets of products (测算规则): what may be written, and the trial run while it is written. The language itself is
//! `jinqiao_matching::sheet`.

use super::{SheetName, SheetUnit};
use jinqiao_kernel::{Checks, Error, Money, Result};
use jinqiao_matching::sheet::{Number, Outcome, Sheet, SheetError};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Characters of a product's sheet: fifty lines of eighty.
const LONGEST: usize = 4_000;
/// Characters of a line that a refusal repeats.
const QUOTED: usize = 40;
/// Values of a trial.
const VALUES: usize = 50;

/// A line of a sheet with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SheetResult {
    /// As the sheet calls it.
    name: String,
    /// A decimal number with at most six digits after the point.
    value: String,
}

/// A value that a sheet used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SheetInput {
    name: String,
    unit: SheetUnit,
    /// Fen for money, a whole number for all else.
    value: i64,
}

/// A value to try a sheet with.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetValueIn {
    #[schema(max_length = 40)]
    name: String,
    /// Fen for money, a whole number for all else.
    value: i64,
}

/// A sheet to be tried.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetTrialIn {
    /// As it would be written into the product, at most 4,000 characters.
    #[schema(max_length = 4000)]
    sheet: String,
    /// Every value that it uses.
    values: Vec<SheetValueIn>,
}

/// What a sheet says of the values of a trial.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SheetTrial {
    /// The amount in fen, before the range of the product.
    amount: Money,
    /// Every line, in order.
    lines: Vec<SheetResult>,
}

impl SheetInput {
    /// The `value` of `name`: fen for money, a whole number for all else.
    pub fn new(name: SheetName, value: i64) -> Self {
        Self { name: name.word().into(), unit: name.unit(), value }
    }
}

/// Reads a sheet of a product.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read_sheet(source: &str) -> std::result::Result<Sheet, SheetError> {
    let names: Vec<&str> = SheetName::iter().flat_map(SheetName::words).collect();
    Sheet::read(source, &names)
}

/// What `sheet` asks for, in the order of the dictionary.
pub fn asked_by(sheet: &Sheet) -> Vec<SheetName> {
    let used = sheet.uses();
    SheetName::iter().filter(|name| name.words().iter().any(|word| used.contains(word))).collect()
}

/// Computes `sheet`; each value counts under both words of its name.
///
/// # Errors
/// Division by zero and overflow, with their place.
pub fn computed(sheet: &Sheet, values: &[(SheetName, Number)]) -> std::result::Result<Outcome, SheetError> {
    let both: Vec<_> = values.iter().flat_map(|(name, value)| name.words().map(|word| (word, *value))).collect();
    sheet.evaluate(&both)
}

/// The lines of an outcome as people read them.
pub fn lines_of(outcome: Outcome) -> Vec<SheetResult> {
    outcome.lines.into_iter().map(|(name, value)| SheetResult { name, value: value.to_string() }).collect()
}

/// An error with its line, which is repeated in part.
fn told(source: &str, error: &SheetError) -> String {
    let line = source.lines().nth(error.line.saturating_sub(1)).unwrap_or_default().trim_end();
    let rest = if line.chars().count() > QUOTED { "…" } else { "" };
    let quoted: String = line.chars().filter(|c| !c.is_control()).take(QUOTED).collect();
    let quoted = if quoted.is_empty() { quoted } else { format!("，该行为“{quoted}{rest}”") };
    format!("第 {} 行第 {} 个字符处：{}{quoted}", error.line, error.column, error.problem)
}

/// Notes what is wrong with the sheet of a product.
pub fn check_sheet(checks: &mut Checks, sheet: Option<&str>) {
    let Some(source) = sheet else { return };
    checks.text("sheet", source, 0..=LONGEST);
    // What is too long is refused for that alone.
    if source.chars().count() <= LONGEST
        && let Err(error) = read_sheet(source)
    {
        checks.that("sheet", false, &told(source, &error));
    }
}

/// Tries a sheet with values that the person makes up; nothing is kept.
///
/// # Errors
/// `validation`: `sheet` with line and character for what can't be read or computed, `values` for what is missing or unknown.
pub fn try_sheet(input: &SheetTrialIn) -> Result<SheetTrial> {
    let mut checks = Checks::new();
    check_sheet(&mut checks, Some(&input.sheet));
    checks.that("values", input.values.len() <= VALUES, &format!("最多 {VALUES} 项"));
    let mut values: Vec<(SheetName, Number)> = vec![];
    for (i, one) in input.values.iter().take(VALUES).enumerate() {
        let name = SheetName::find(&one.name);
        checks.that(&format!("values[{i}].name"), name.is_some(), "没有这个指标");
        let number = name.and_then(|name| name.number(one.value));
        checks.that(&format!("values[{i}].value"), name.is_none() || number.is_some(), "数值过大");
        values.extend(name.zip(number));
    }
    checks.done()?;
    let refused = |error: SheetError| Error::field("sheet", told(&input.sheet, &error));
    let sheet = read_sheet(&input.sheet).map_err(refused)?;
    let known = |name: &SheetName| values.iter().any(|one| one.0 == *name);
    let missing: Vec<_> = asked_by(&sheet).into_iter().filter(|name| !known(name)).map(SheetName::word).collect();
    if !missing.is_empty() {
        return Err(Error::field("values", format!("请填写试算数据：{}", missing.join("、"))));
    }
    let outcome = computed(&sheet, &values).map_err(refused)?;
    Ok(SheetTrial { amount: outcome.amount, lines: lines_of(outcome) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(source: &str) -> Vec<String> {
        let mut checks = Checks::new();
        check_sheet(&mut checks, Some(source));
        let error = checks.done().err();
        error.iter().flat_map(Error::fields).map(|field| format!("{} {}", field.field, field.message)).collect()
    }

    fn trial(sheet: &str, values: &[(&str, i64)]) -> Result<SheetTrial> {
        let values = values.iter().map(|(name, value)| SheetValueIn { name: (*name).into(), value: *value }).collect();
        try_sheet(&SheetTrialIn { sheet: sheet.into(), values })
    }

    fn told_by(result: Result<SheetTrial>) -> Vec<(String, String)> {
        let error = result.expect_err("a refusal");
        error.fields().iter().map(|field| (field.field.clone(), field.message.clone())).collect()
    }

    #[test]
    fn refusals_name_line_and_character_and_repeat_the_line() {
        assert_eq!(refused("基数 = 营业收入 × 0.1\n额度 = min(基数, 500)"), [""; 0]);
        assert_eq!(
            refused("基数 = 0.1\n额度 = (基数"),
            ["sheet 第 2 行第 9 个字符处：缺少右括号，该行为“额度 = (基数”"]
        );
        assert_eq!(
            refused("额度 = 营业收人"),
            ["sheet 第 1 行第 6 个字符处：没有名为“营业收人”的指标，是否想写：营业收入，该行为“额度 = 营业收人”"]
        );
        assert_eq!(refused(""), ["sheet 第 1 行第 1 个字符处：最后一行应为“额度 = …”"]);
        assert_eq!(refused(&"长".repeat(10_000)), ["sheet 最多 4000 个字"]);
        let deep = refused(&format!("额度 = {}1", "(".repeat(1_900)));
        assert!(deep.len() == 1 && deep[0].contains("嵌套层数过多") && deep[0].contains('…'), "{deep:?}");
    }

    #[test]
    fn a_trial_computes_by_either_word_and_asks_for_what_is_missing() {
        let sheet = "基数 = revenue × 0.1 + 纳税额 × 5\n额度 = min(基数, 500)";
        let tried = trial(sheet, &[("营业收入", 2_000_000_000), ("tax_paid", 35_500_000)]).expect("an amount");
        assert_eq!(tried.amount, Money(377_500_000));
        let lines: Vec<_> = tried.lines.iter().map(|line| (line.name.as_str(), line.value.as_str())).collect();
        assert_eq!(lines, [("基数", "377.5"), ("额度", "377.5")]);
        assert_eq!(told_by(trial(sheet, &[])), [("values".to_owned(), "请填写试算数据：营业收入、纳税额".to_owned())]);
        let unknown = told_by(trial(sheet, &[("水电费", 1), ("需求期限", i64::MAX)]));
        assert_eq!(unknown.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), ["values[0].name", "values[1].value"]);
    }

    #[test]
    fn division_by_zero_and_overflow_have_a_place() {
        let zero = told_by(trial("额度 = 1 / 创新积分", &[("score", 0)]));
        assert_eq!(zero[0].1, "第 1 行第 8 个字符处：除数为零，该行为“额度 = 1 / 创新积分”");
        let large = told_by(trial("额度 = 营业收入 × 1000000000000000", &[("revenue", 2_000_000)]));
        assert!(large[0].1.contains("计算结果超出范围"), "{large:?}");
    }
}
