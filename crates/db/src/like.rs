//! Texts of which a part is asked for, taken as it is: the wildcards of LIKE stand for themselves.

use sea_orm::{
    ColumnTrait,
    sea_query::{Expr, ExprTrait as _, LikeExpr, SimpleExpr},
};

fn literal(asked: &str) -> String {
    asked.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn like(column: impl ColumnTrait, pattern: String) -> SimpleExpr {
    Expr::col(column.as_column_ref()).like(LikeExpr::new(pattern).escape('\\'))
}

/// Has the text in `column` the part `asked`?
pub fn has_part(column: impl ColumnTrait, asked: &str) -> SimpleExpr {
    like(column, format!("%{}%", literal(asked)))
}

/// Does the text in `column` begin with `asked`?
pub fn begins_with(column: impl ColumnTrait, asked: &str) -> SimpleExpr {
    like(column, format!("{}%", literal(asked)))
}
