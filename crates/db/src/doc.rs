//! A value kept as JSON text in one column: small lists that belong to their row and are never joined.

use sea_orm::{
    ColIdx, QueryResult, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr},
};
use serde::{Serialize, de::DeserializeOwned};

/// `T` as JSON text, the same on both engines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc<T>(pub T);

impl<T: Serialize> From<Doc<T>> for Value {
    fn from(doc: Doc<T>) -> Self {
        serde_json::to_string(&doc.0).expect("values kept as documents have JSON forms").into()
    }
}

impl<T: DeserializeOwned> TryGetable for Doc<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let text = String::try_get_by(row, index)?;
        serde_json::from_str(&text)
            .map(Self)
            .map_err(|cause| TryGetError::DbErr(sea_orm::DbErr::Json(cause.to_string())))
    }
}

impl<T: DeserializeOwned> ValueType for Doc<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        let text = <String as ValueType>::try_from(value)?;
        serde_json::from_str(&text).map(Self).map_err(|_| ValueTypeErr)
    }

    fn type_name() -> String {
        "Doc".into()
    }

    fn array_type() -> ArrayType {
        ArrayType::String
    }

    fn column_type() -> ColumnType {
        ColumnType::Text
    }
}

impl<T> Nullable for Doc<T> {
    fn null() -> Value {
        Value::String(None)
    }
}
