//! The value of a tree. Total: every tree within the parser's limits has a value or an error with its place.

use super::error::{Problem, SheetError};
use super::number::Number;
use super::tree::{Function, Node, Operator, Tree};

/// Parts computed for one sheet.
pub const MOST_STEPS: usize = 40_000;

/// Computes `tree` with the values that `value` gives; `steps` is what is left of the allowance.
pub(crate) fn evaluate(
    tree: &Tree,
    value: &dyn Fn(&str) -> Option<Number>,
    steps: &mut usize,
) -> Result<Number, SheetError> {
    let fail = |problem| SheetError::at(tree.column, problem);
    *steps = steps.checked_sub(1).ok_or_else(|| fail(Problem::Steps))?;
    match &tree.node {
        Node::Number(number) => Ok(*number),
        Node::Name(name) => value(name).ok_or_else(|| fail(Problem::Unknown(name.clone(), vec![]))),
        Node::Negative(part) => Ok(evaluate(part, value, steps)?.negated()),
        Node::Not(part) => Ok(Number::of_truth(!evaluate(part, value, steps)?.truth())),
        Node::Binary(operator, left, right) => {
            let left = evaluate(left, value, steps)?;
            // What is settled by the left side isn't computed: `x != 0 and y / x > 2`.
            if matches!((operator, left.truth()), (Operator::And, false) | (Operator::Or, true)) {
                return Ok(Number::of_truth(left.truth()));
            }
            let right = evaluate(right, value, steps)?;
            let overflow = |result: Option<Number>| result.ok_or_else(|| fail(Problem::Overflow));
            match operator {
                Operator::And | Operator::Or => Ok(Number::of_truth(right.truth())),
                Operator::Less => Ok(Number::of_truth(left < right)),
                Operator::AtMost => Ok(Number::of_truth(left <= right)),
                Operator::More => Ok(Number::of_truth(left > right)),
                Operator::AtLeast => Ok(Number::of_truth(left >= right)),
                Operator::Equal => Ok(Number::of_truth(left == right)),
                Operator::Unequal => Ok(Number::of_truth(left != right)),
                Operator::Add => overflow(left.add(right)),
                Operator::Subtract => overflow(left.sub(right)),
                Operator::Multiply => overflow(left.mul(right)),
                Operator::Divide if right == Number::ZERO => Err(fail(Problem::Zero)),
                Operator::Divide => overflow(left.div(right)),
            }
        }
        Node::Call(Function::If, arguments) => {
            let [condition, then, otherwise] = arguments.as_slice() else {
                return Err(fail(Problem::Expected("三个部分")));
            };
            let chosen = if evaluate(condition, value, steps)?.truth() { then } else { otherwise };
            evaluate(chosen, value, steps)
        }
        Node::Call(function, arguments) => {
            let mut best: Option<Number> = None;
            for argument in arguments {
                let next = evaluate(argument, value, steps)?;
                best = Some(match (function, best) {
                    (_, None) => next,
                    (Function::Min, Some(best)) => best.min(next),
                    (_, Some(best)) => best.max(next),
                });
            }
            best.ok_or_else(|| fail(Problem::Expected("两个部分")))
        }
    }
}
