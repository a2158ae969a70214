//! An expression as a tree, and how it is written.

use super::number::Number;
use std::fmt;

/// What joins two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Operator {
    Or,
    And,
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
    Unequal,
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// A function of any number of values, or of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// The least value.
    Min,
    /// The greatest value.
    Max,
    /// The second value if the first is true, else the third; only that one is computed.
    If,
}

/// A part of an expression with its place in the line.
#[derive(Clone, Debug)]
pub struct Tree {
    /// What it is.
    pub node: Node,
    /// Character in the line, from 1.
    pub column: usize,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A number.
    Number(Number),
    /// A value that is given, or an earlier line.
    Name(String),
    /// −x
    Negative(Box<Tree>),
    /// not x
    Not(Box<Tree>),
    /// x ∘ y
    Binary(Operator, Box<Tree>, Box<Tree>),
    /// min(…), max(…), if(…)
    Call(Function, Vec<Tree>),
}

/// Equal trees mean the same, wherever they stand.
impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl Tree {
    /// Every name in it, as often as it stands there.
    pub fn names(&self) -> Vec<&str> {
        match &self.node {
            Node::Number(_) => vec![],
            Node::Name(name) => vec![name],
            Node::Negative(part) | Node::Not(part) => part.names(),
            Node::Binary(_, left, right) => [left.names(), right.names()].concat(),
            Node::Call(_, parts) => parts.iter().flat_map(Self::names).collect(),
        }
    }
}

impl Operator {
    /// How strongly it binds; more before less.
    pub(crate) fn power(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Less | Self::AtMost | Self::More | Self::AtLeast | Self::Equal | Self::Unequal => COMPARE,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide => 6,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::Unequal => "!=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }
}

/// Binding powers of `not`, of comparisons and of a sign before a value.
pub(crate) const NOT: u8 = 3;
pub(crate) const COMPARE: u8 = 4;
pub(crate) const NEGATIVE: u8 = 7;

impl Node {
    fn power(&self) -> u8 {
        match self {
            Self::Binary(operator, ..) => operator.power(),
            Self::Not(_) => NOT,
            Self::Negative(_) => NEGATIVE,
            _ => u8::MAX,
        }
    }
}

/// Written with as few parentheses as it takes to be read as the same tree.
impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = |f: &mut fmt::Formatter<'_>, part: &Self, least: u8| {
            if part.node.power() < least { write!(f, "({part})") } else { write!(f, "{part}") }
        };
        match &self.node {
            Node::Number(number) => write!(f, "{number}"),
            Node::Name(name) => f.write_str(name),
            Node::Negative(part) => {
                f.write_str("-")?;
                within(f, part, NEGATIVE)
            }
            Node::Not(part) => {
                f.write_str("not ")?;
                within(f, part, NOT)
            }
            Node::Binary(operator, left, right) => {
                let power = operator.power();
                // Comparisons can't be chained on either side.
                within(f, left, if power == COMPARE { COMPARE + 1 } else { power })?;
                write!(f, " {} ", operator.sign())?;
                within(f, right, power + 1)
            }
            Node::Call(function, arguments) => {
                f.write_str(match function {
                    Function::Min => "min(",
                    Function::Max => "max(",
                    Function::If => "if(",
                })?;
                for (place, argument) in arguments.iter().enumerate() {
                    f.write_str(if place == 0 { "" } else { ", " })?;
                    write!(f, "{argument}")?;
                }
                f.write_str(")")
            }
        }
    }
}
