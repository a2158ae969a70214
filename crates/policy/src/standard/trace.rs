//! The steps of a computation, in words and figures.

use jinqiao_matching::sheet::{Node, Number, Tree};
use serde::Serialize;

/// A step of a computation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyStep))]
pub struct Step {
    /// What is done: 数据, a line of the formula, 档次, 取整, 上限, 下限, 结果.
    pub name: String,
    /// In words and figures: `0.5 × 实付利息 = 0.5 × 24 = 12`.
    pub text: String,
}

impl Step {
    pub(super) fn of(name: &str, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}

/// An expression with what `replace` gives in the place of its names.
fn replaced(tree: &Tree, replace: &dyn Fn(&str) -> Option<Node>) -> Tree {
    let inner = |tree: &Tree| Box::new(replaced(tree, replace));
    let node = match &tree.node {
        Node::Name(name) => replace(name).unwrap_or_else(|| tree.node.clone()),
        Node::Number(number) => Node::Number(*number),
        Node::Negative(part) => Node::Negative(inner(part)),
        Node::Not(part) => Node::Not(inner(part)),
        Node::Binary(operator, left, right) => Node::Binary(*operator, inner(left), inner(right)),
        Node::Call(function, parts) => {
            Node::Call(*function, parts.iter().map(|part| replaced(part, replace)).collect())
        }
    };
    Tree { node, column: tree.column }
}

/// As people write it.
fn written(tree: &Tree) -> String {
    let signs = [(" * ", " × "), (" / ", " ÷ "), ("<=", "≤"), (">=", "≥"), ("!=", "≠")];
    signs.iter().fold(tree.to_string(), |text, (from, to)| text.replace(from, to))
}

/// A line of a formula with names in Chinese, then with figures, then its value.
pub(super) fn line(
    tree: &Tree,
    name: &dyn Fn(&str) -> Option<String>,
    value: &dyn Fn(&str) -> Option<Number>,
    result: Number,
) -> String {
    let in_words = written(&replaced(tree, &|one| name(one).map(Node::Name)));
    let in_figures = written(&replaced(tree, &|one| value(one).map(Node::Number)));
    let result = result.to_string();
    let mut parts = vec![in_words];
    for part in [in_figures, result] {
        if parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join(" = ")
}
