//! From tokens to a tree, by binding power (Pratt, 1973). Every limit is checked here, so that evaluation needs none but steps.

use super::error::{Problem, SheetError};
use super::token::{Placed, Token, tokens};
use super::tree::{COMPARE, Function, NEGATIVE, NOT, Node, Operator, Tree};

/// Characters of an expression.
pub const MOST_CHARS: usize = 2_000;
/// Parts of an expression.
pub const MOST_NODES: usize = 400;
/// Parts within one another.
pub const MOST_DEPTH: usize = 40;

struct Parser<'a> {
    tokens: Vec<Placed>,
    at: usize,
    nodes: usize,
    end: usize,
    known: &'a dyn Fn(&str) -> Result<(), Vec<String>>,
}

/// The tree of `source`, which stands after `offset` characters of its line. `known` tells whether a name is given, and else
/// which are near.
pub(crate) fn parse(
    source: &str,
    offset: usize,
    known: &dyn Fn(&str) -> Result<(), Vec<String>>,
) -> Result<Tree, SheetError> {
    if source.chars().nth(MOST_CHARS).is_some() {
        return Err(SheetError::at(offset + MOST_CHARS + 1, Problem::TooLong));
    }
    let end = offset + source.trim_end().chars().count() + 1;
    let mut parser = Parser { tokens: tokens(source, offset)?, at: 0, nodes: 0, end, known };
    let tree = parser.expression(0, 0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(tree),
        Some((Token::Close, place)) => Err(SheetError::at(*place, Problem::Expected("与之对应的左括号"))),
        Some((_, place)) => Err(SheetError::at(*place, Problem::Expected("运算符"))),
    }
}

impl Parser<'_> {
    fn place(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |one| one.1)
    }

    fn fail<T>(&self, problem: Problem) -> Result<T, SheetError> {
        Err(SheetError::at(self.place(), problem))
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).map(|one| one.0.clone());
        self.at += usize::from(token.is_some());
        token
    }

    fn node(&mut self, node: Node, column: usize) -> Result<Tree, SheetError> {
        self.nodes += 1;
        if self.nodes > MOST_NODES { Err(SheetError::at(column, Problem::TooMany)) } else { Ok(Tree { node, column }) }
    }

    fn operator(&self) -> Option<Operator> {
        Some(match self.tokens.get(self.at)?.0 {
            Token::Or => Operator::Or,
            Token::And => Operator::And,
            Token::Less => Operator::Less,
            Token::AtMost => Operator::AtMost,
            Token::More => Operator::More,
            Token::AtLeast => Operator::AtLeast,
            Token::Equal => Operator::Equal,
            Token::Unequal => Operator::Unequal,
            Token::Plus => Operator::Add,
            Token::Minus => Operator::Subtract,
            Token::Times => Operator::Multiply,
            Token::Over => Operator::Divide,
            _ => return None,
        })
    }

    /// An expression whose operators bind at least as strongly as `least`.
    fn expression(&mut self, least: u8, depth: usize) -> Result<Tree, SheetError> {
        let mut left = self.operand(depth)?;
        let mut compared = false;
        while let Some(operator) = self.operator().filter(|operator| operator.power() >= least) {
            let column = self.place();
            if compared && operator.power() == COMPARE {
                return self.fail(Problem::Chained);
            }
            compared |= operator.power() == COMPARE;
            self.at += 1;
            let right = self.expression(operator.power() + 1, depth + 1)?;
            left = self.node(Node::Binary(operator, Box::new(left), Box::new(right)), column)?;
        }
        Ok(left)
    }

    fn operand(&mut self, depth: usize) -> Result<Tree, SheetError> {
        if depth > MOST_DEPTH {
            return self.fail(Problem::TooDeep);
        }
        let column = self.place();
        match self.take() {
            Some(Token::Number(number)) => self.node(Node::Number(number), column),
            Some(Token::Minus) => {
                let part = self.expression(NEGATIVE, depth + 1)?;
                self.node(Node::Negative(Box::new(part)), column)
            }
            Some(Token::Not) => {
                let part = self.expression(NOT, depth + 1)?;
                self.node(Node::Not(Box::new(part)), column)
            }
            Some(Token::Open) => {
                let tree = self.expression(0, depth + 1)?;
                self.close()?;
                Ok(tree)
            }
            Some(Token::Name(name)) if matches!(self.tokens.get(self.at), Some((Token::Open, _))) => {
                self.call(&name, column, depth)
            }
            Some(Token::Name(name)) => {
                (self.known)(&name).map_err(|near| SheetError::at(column, Problem::Unknown(name.clone(), near)))?;
                self.node(Node::Name(name), column)
            }
            _ => Err(SheetError::at(column, Problem::Expected("数字、指标或括号"))),
        }
    }

    fn call(&mut self, name: &str, column: usize, depth: usize) -> Result<Tree, SheetError> {
        let function = match name {
            "min" | "最小" => Function::Min,
            "max" | "最大" => Function::Max,
            "if" | "如果" => Function::If,
            _ => return Err(SheetError::at(column, Problem::NoFunction(name.to_owned()))),
        };
        self.at += 1;
        let mut arguments = vec![self.expression(0, depth + 1)?];
        while matches!(self.tokens.get(self.at), Some((Token::Comma, _))) {
            self.at += 1;
            arguments.push(self.expression(0, depth + 1)?);
        }
        self.close()?;
        match (function, arguments.len()) {
            (Function::If, 3) | (Function::Min | Function::Max, 2..) => {
                self.node(Node::Call(function, arguments), column)
            }
            (Function::If, _) => {
                Err(SheetError::at(column, Problem::Arguments("if 需要三个部分：条件、成立时的值、否则的值")))
            }
            _ => Err(SheetError::at(column, Problem::Arguments("min 和 max 至少需要两个部分"))),
        }
    }

    fn close(&mut self) -> Result<(), SheetError> {
        match self.tokens.get(self.at) {
            Some((Token::Close, _)) => {
                self.at += 1;
                Ok(())
            }
            _ => self.fail(Problem::Expected("右括号")),
        }
    }
}
