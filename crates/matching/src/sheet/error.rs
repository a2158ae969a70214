//! Why a sheet is refused or has no result, with the place and a sentence for the person who wrote it.

use std::fmt;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Longer than may be.
    TooLong,
    /// More parentheses or operators within one another than may be.
    TooDeep,
    /// More parts than may be.
    TooMany,
    /// A sign that the language doesn't have.
    Sign(char),
    /// No number, or one with too many digits.
    BadNumber,
    /// Something is expected that isn't there.
    Expected(&'static str),
    /// A name that isn't given, with the nearest ones that are.
    Unknown(String, Vec<String>),
    /// A function that doesn't exist.
    NoFunction(String),
    /// A function with the wrong number of arguments.
    Arguments(&'static str),
    /// `a < b < c`.
    Chained,
    /// A name of a line that is taken.
    Taken(String),
    /// The last line is not 额度.
    NoAmount,
    /// Division by zero.
    Zero,
    /// The result has more digits than there may be.
    Overflow,
    /// More steps than may be.
    Steps,
}

/// A problem at a place; `Display` says it in Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetError {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

impl SheetError {
    pub(crate) fn at(column: usize, problem: Problem) -> Self {
        Self { line: 1, column, problem }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("内容过长，请精简"),
            Self::TooDeep => f.write_str("嵌套层数过多，请拆成几行"),
            Self::TooMany => f.write_str("算式过于复杂，请拆成几行"),
            Self::Sign(sign) if sign.is_control() => f.write_str("有不可识别的符号"),
            Self::Sign(sign) => write!(f, "不认识符号“{sign}”"),
            Self::BadNumber => f.write_str("数字有误：整数部分不超过 16 位，小数不超过 6 位"),
            Self::Expected(what) => write!(f, "缺少{what}"),
            Self::Unknown(name, near) if near.is_empty() => write!(f, "没有名为“{name}”的指标"),
            Self::Unknown(name, near) => write!(f, "没有名为“{name}”的指标，是否想写：{}", near.join("、")),
            Self::NoFunction(name) => write!(f, "没有名为“{name}”的函数，可用 min、max、if"),
            Self::Arguments(what) => f.write_str(what),
            Self::Chained => f.write_str("比较不能连写，请用 and 连接"),
            Self::Taken(name) => write!(f, "名称“{name}”已被使用"),
            Self::NoAmount => f.write_str("最后一行应为“额度 = …”"),
            Self::Zero => f.write_str("除数为零"),
            Self::Overflow => f.write_str("计算结果超出范围"),
            Self::Steps => f.write_str("计算步骤过多"),
        }
    }
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 1 {
            write!(f, "第 {} 行", self.line)?;
        }
        write!(f, "第 {} 个字符处：{}", self.column, self.problem)
    }
}

impl std::error::Error for SheetError {}
