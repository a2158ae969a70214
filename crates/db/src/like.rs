//! Texts of which a part is asked for, taken as it is: the wildcards of LIKE stand for themselves.

use sea_orm::{
    ColumnTrait,
    sea_query::{Expr, ExprTrait as _, LikeExpr, SimpleExpr},
};

/// Has the text in `column` the part `asked`?
pub fn has_part(column: impl ColumnTrait, asked: &str) -> SimpleExpr {
    let literal = asked.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Expr::col(column.as_column_ref()).like(LikeExpr::new(format!("%{literal}%")).escape('\\'))
}
