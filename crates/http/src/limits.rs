//! Lengths of texts as the OpenAPI document states them, kept to before anything else looks at the input: what is written
//! at a field of a body or query is what the server enforces, by construction.

use jinqiao_kernel::{Checks, Result};
use serde_json::Value;
use std::{
    any::TypeId,
    collections::{BTreeMap, HashMap},
    sync::{Arc, LazyLock, PoisonError, RwLock},
};
use utoipa::{
    IntoParams, ToSchema,
    openapi::{
        RefOr,
        schema::{ArrayItems, Schema},
    },
};

/// Deeper than any body; types do not hold themselves.
const DEEPEST: u8 = 16;

/// Where in an input texts are bounded.
#[derive(Debug, Default)]
enum Shape {
    #[default]
    Free,
    /// At most so many characters.
    Text(usize),
    List(Box<Shape>),
    Fields(BTreeMap<String, Shape>),
}

type Known = HashMap<TypeId, Arc<Shape>>;

static BODIES: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);
static QUERIES: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);

/// The shape of `T`, made once.
fn known<T: 'static>(of: &RwLock<Known>, make: impl FnOnce() -> Shape) -> Arc<Shape> {
    let id = TypeId::of::<T>();
    if let Some(shape) = of.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
        return shape.clone();
    }
    let shape = Arc::new(make());
    of.write().unwrap_or_else(PoisonError::into_inner).insert(id, shape.clone());
    shape
}

fn body_shape<T: ToSchema>() -> Shape {
    let mut parts = vec![];
    T::schemas(&mut parts);
    let parts: HashMap<String, RefOr<Schema>> = parts.into_iter().collect();
    shape(&T::schema(), &parts, DEEPEST)
}

/// Queries are flat, and their types refer to nothing that holds text.
fn query_shape<T: IntoParams>() -> Shape {
    let none = HashMap::new();
    let fields = T::into_params(|| None).into_iter();
    Shape::Fields(
        fields
            .filter_map(|parameter| Some((parameter.name, shape(&parameter.schema?, &none, DEEPEST))))
            .filter(|(_, shape)| !matches!(shape, Shape::Free))
            .collect(),
    )
}

fn shape(schema: &RefOr<Schema>, parts: &HashMap<String, RefOr<Schema>>, depth: u8) -> Shape {
    let schema = match schema {
        RefOr::T(schema) => schema,
        RefOr::Ref(reference) => {
            let name = reference.ref_location.rsplit('/').next().unwrap_or_default();
            return match parts.get(name) {
                Some(part) if depth > 0 => shape(part, parts, depth - 1),
                _ => Shape::Free,
            };
        }
    };
    // Null is the other choice of what may be left out; an enum is a choice of objects, each with the field that names it.
    let any_bound =
        |items: &[RefOr<Schema>]| items.iter().map(|item| shape(item, parts, depth)).fold(Shape::Free, either);
    match schema {
        Schema::Object(object) if object.properties.is_empty() => object.max_length.map_or(Shape::Free, Shape::Text),
        Schema::Object(object) => Shape::Fields(
            object
                .properties
                .iter()
                .map(|(name, field)| (name.clone(), shape(field, parts, depth)))
                .filter(|(_, shape)| !matches!(shape, Shape::Free))
                .collect(),
        ),
        Schema::Array(array) => match &array.items {
            ArrayItems::RefOrSchema(items) => match shape(items, parts, depth) {
                Shape::Free => Shape::Free,
                item => Shape::List(Box::new(item)),
            },
            ArrayItems::False => Shape::Free,
        },
        Schema::OneOf(one) => any_bound(&one.items),
        Schema::AnyOf(any) => any_bound(&any.items),
        Schema::AllOf(all) => {
            let mut fields = BTreeMap::new();
            for item in &all.items {
                if let Shape::Fields(more) = shape(item, parts, depth) {
                    fields.extend(more);
                }
            }
            Shape::Fields(fields)
        }
        _ => Shape::Free,
    }
}

/// The bounds of one of two choices: of the fields of both, or of the first that has some.
fn either(one: Shape, other: Shape) -> Shape {
    match (one, other) {
        (Shape::Free, other) => other,
        (Shape::Fields(mut fields), Shape::Fields(more)) => {
            for (name, shape) in more {
                fields.entry(name).or_insert(shape);
            }
            Shape::Fields(fields)
        }
        (one, _) => one,
    }
}

fn check(shape: &Shape, value: &Value, path: &str, checks: &mut Checks) {
    match (shape, value) {
        (Shape::Text(most), Value::String(text)) => {
            checks.that(path, text.chars().nth(*most).is_none(), &format!("最多 {most} 个字"));
        }
        (Shape::List(item), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                check(item, value, &format!("{path}[{index}]"), checks);
            }
        }
        (Shape::Fields(fields), Value::Object(values)) => {
            for (name, shape) in fields {
                if let Some(value) = values.get(name) {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    check(shape, value, &path, checks);
                }
            }
        }
        _ => {}
    }
}

/// Checks the texts of a body.
///
/// # Errors
/// `validation` with every text that is too long.
pub fn check_body<T: ToSchema + 'static>(body: &Value) -> Result<()> {
    let mut checks = Checks::new();
    check(&known::<T>(&BODIES, body_shape::<T>), body, "", &mut checks);
    checks.done()
}

/// Checks the texts of a query.
///
/// # Errors
/// `validation` with every text that is too long.
pub fn check_query<'a, T: IntoParams + 'static>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Result<()> {
    let mut checks = Checks::new();
    if let Shape::Fields(fields) = &*known::<T>(&QUERIES, query_shape::<T>) {
        for (name, text) in pairs {
            if let Some(shape) = fields.get(name) {
                check(shape, &Value::String(text.to_owned()), name, &mut checks);
            }
        }
    }
    checks.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(ToSchema)]
    struct Letter {
        #[schema(max_length = 3)]
        _title: String,
        #[schema(max_length = 2)]
        _note: Option<String>,
        _part: Option<Part>,
        _parts: Vec<Part>,
        _way: Option<Way>,
    }

    #[derive(ToSchema)]
    #[expect(dead_code, reason = "only its schema is looked at")]
    enum Way {
        Post(Part),
        Carrier(Part),
    }

    #[derive(ToSchema)]
    struct Part {
        #[schema(max_length = 1)]
        _text: String,
    }

    #[test]
    fn each_text_is_as_long_as_its_schema_says() {
        for (body, wrong) in [
            (json!({"_title": "三个字", "_note": "两字", "_parts": [{"_text": "一"}]}), vec![]),
            (json!({"_title": "四个汉字"}), vec!["_title"]),
            (json!({"_title": 5, "_note": null}), vec![]),
            (json!({"_way": {"Post": {"_text": "两字"}}}), vec!["_way.Post._text"]),
            (json!({"_way": {"Carrier": {"_text": "两字"}}}), vec!["_way.Carrier._text"]),
            (json!({"_note": "三个字", "_part": {"_text": "两字"}}), vec!["_note", "_part._text"]),
            (json!({"_parts": [{"_text": "一"}, {"_text": "两字"}]}), vec!["_parts[1]._text"]),
        ] {
            let fields: Vec<String> = match check_body::<Letter>(&body) {
                Ok(()) => vec![],
                Err(error) => error.fields().iter().map(|field| field.field.clone()).collect(),
            };
            assert_eq!(fields, wrong, "{body}");
        }
    }
}
