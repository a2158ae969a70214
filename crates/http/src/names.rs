//! Names that concepts register, such as those of the operator's parameters: text to the code, an enumeration in the
//! OpenAPI document, so that clients are typed.

use crate::Routes;
use serde_json::Value;
use utoipa::openapi::{RefOr, schema::Schema};

/// Lists `names` as the values of the text `schema` in the document of `routes`, where one of these has it.
pub fn name_values(routes: &mut Routes, schema: &str, names: impl Iterator<Item = &'static str>) {
    let components = routes.get_openapi_mut().components.as_mut();
    if let Some(RefOr::T(Schema::Object(object))) = components.and_then(|all| all.schemas.get_mut(schema)) {
        object.enum_values = Some(names.map(Value::from).collect());
    }
}
