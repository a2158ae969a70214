//! The OpenAPI document: what the routes declare, made exact enough to generate a client from.

use crate::{PUBLIC, Problem, Routes};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::openapi::{
    Components, Content, HttpMethod, Info, OpenApi, OpenApiBuilder, PathItem, Ref, RefOr, Response, ResponseBuilder,
    path::Operation,
    schema::{AllOf, ArrayItems, Object, ObjectBuilder, Schema, Type},
    security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme},
};

/// The OpenAPI document of `routes`, under `/api`, whose errors have these `codes`.
pub fn openapi(routes: Routes, codes: &[&str]) -> OpenApi {
    let info = Info::new("Jinqiao (金桥)", env!("CARGO_PKG_VERSION"));
    let nested = Routes::with_openapi(OpenApiBuilder::new().info(info).build()).nest("/api", routes);
    let (_, mut document) = nested.split_for_parts();
    let components = document.components.get_or_insert_with(Components::new);
    components.add_security_scheme(SESSION, session_scheme());
    components.schemas.insert("Problem".into(), <Problem as utoipa::PartialSchema>::schema());
    components.schemas.insert("ErrorCode".into(), error_code(codes));
    components.schemas.insert("FieldError".into(), <jinqiao_kernel::FieldError as utoipa::PartialSchema>::schema());
    // Queries name these, and only what bodies name is collected.
    components.schemas.insert("Day".into(), <jinqiao_kernel::Day as utoipa::PartialSchema>::schema());
    components.schemas.insert("Moment".into(), <jinqiao_kernel::Moment as utoipa::PartialSchema>::schema());
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            finish(operation, &method, path);
        }
    }
    require_what_is_always_sent(&mut document);
    merge_compositions(&mut document);
    document
}

fn error_code(codes: &[&str]) -> RefOr<Schema> {
    let known = ObjectBuilder::new().schema_type(Type::String).description(Some("What can go wrong, by its code."));
    known.enum_values(Some(codes.iter().copied())).into()
}

/// Name of the security scheme.
const SESSION: &str = "session";

/// The session's cookie; over https it is called `__Host-jinqiao`.
fn session_scheme() -> SecurityScheme {
    let about = "The session's cookie, set by POST /api/session. Over https its name is __Host-jinqiao.";
    SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description("jinqiao", about)))
}

/// A type that holds another's fields beside its own is one closed object, not two of which each forbids the other's.
fn merge_compositions(document: &mut OpenApi) {
    let Some(components) = &mut document.components else { return };
    let known = components.schemas.clone();
    for schema in components.schemas.values_mut() {
        if let RefOr::T(schema) = schema {
            merge(schema, &known);
        }
    }
}

type Schemas = BTreeMap<String, RefOr<Schema>>;

fn merge(schema: &mut Schema, known: &Schemas) {
    match schema {
        Schema::AllOf(all) => {
            if let Some(object) = merged(all, known) {
                *schema = Schema::Object(object);
            }
        }
        Schema::Object(object) => object.properties.values_mut().for_each(|property| merge_inner(property, known)),
        Schema::Array(array) => {
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                merge_inner(items, known);
            }
        }
        _ => {}
    }
}

fn merge_inner(schema: &mut RefOr<Schema>, known: &Schemas) {
    if let RefOr::T(schema) = schema {
        merge(schema, known);
    }
}

/// All parts as one object; none where a part is something else.
fn merged(all: &AllOf, known: &Schemas) -> Option<Object> {
    let mut whole = Object::with_type(Type::Object);
    whole.description = all.description.clone();
    for item in &all.items {
        let part = match resolved(item, known)? {
            Schema::Object(object) => object.clone(),
            Schema::AllOf(inner) => merged(inner, known)?,
            _ => return None,
        };
        whole.properties.extend(part.properties);
        whole.required.extend(part.required);
        whole.description = whole.description.or(part.description);
    }
    Some(whole)
}

fn resolved<'a>(schema: &'a RefOr<Schema>, known: &'a Schemas) -> Option<&'a Schema> {
    match schema {
        RefOr::T(schema) => Some(schema),
        RefOr::Ref(reference) => resolved(known.get(reference.ref_location.rsplit('/').next()?)?, known),
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (HttpMethod, &mut Operation)> {
    let methods = [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Delete, &mut item.delete),
    ];
    methods.into_iter().filter_map(|(method, operation)| operation.as_mut().map(|operation| (method, operation)))
}

/// An id that is unique (handlers of different concepts share names), and the problem that any operation may answer.
fn finish(operation: &mut Operation, method: &HttpMethod, path: &str) {
    let method = match method {
        HttpMethod::Get => "get",
        HttpMethod::Put => "put",
        HttpMethod::Post => "post",
        _ => "delete",
    };
    let words =
        path.trim_start_matches("/api").split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    operation.operation_id = Some(std::iter::once(method).chain(words).collect::<Vec<_>>().join("_"));
    let permission = operation.extensions.as_ref().and_then(|extensions| extensions.get("x-permission"));
    let public = permission.is_some_and(|permission| permission == PUBLIC);
    let needs: [&str; 0] = [];
    operation.security = Some(if public { vec![] } else { vec![SecurityRequirement::new(SESSION, needs)] });
    operation.responses.responses.insert("default".into(), RefOr::T(problem()));
}

fn problem() -> Response {
    let content = Content::new(Some(RefOr::Ref(Ref::from_schema_name("Problem"))));
    ResponseBuilder::new().description("Problem").content("application/problem+json", content).build()
}

/// Answers always carry every field, null where there is nothing; only input may leave fields out.
fn require_what_is_always_sent(document: &mut OpenApi) {
    let mut input = BTreeSet::from(["Problem".to_owned()]);
    for item in document.paths.paths.values_mut() {
        for (_, operation) in operations(item) {
            let Some(RefOr::T(body)) = &operation.request_body else { continue };
            for content in body.content.values() {
                if let RefOr::T(Content { schema: Some(schema), .. }) = content {
                    names(schema, &mut input);
                }
            }
        }
    }
    let Some(components) = &mut document.components else { return };
    // What input refers to is input too.
    loop {
        let known = input.len();
        for name in input.clone() {
            if let Some(schema) = components.schemas.get(&name) {
                names(schema, &mut input);
            }
        }
        if input.len() == known {
            break;
        }
    }
    for (name, schema) in &mut components.schemas {
        if let (RefOr::T(schema), false) = (schema, input.contains(name)) {
            require_all(schema);
        }
    }
}

fn require_all(schema: &mut Schema) {
    match schema {
        Schema::Object(object) => {
            object.required = object.properties.keys().cloned().collect();
            object.properties.values_mut().for_each(|property| {
                if let RefOr::T(property) = property {
                    require_all(property);
                }
            });
        }
        Schema::Array(array) => {
            if let ArrayItems::RefOrSchema(items) = &mut array.items
                && let RefOr::T(items) = items.as_mut()
            {
                require_all(items);
            }
        }
        Schema::AllOf(all) => all.items.iter_mut().for_each(|item| {
            if let RefOr::T(item) = item {
                require_all(item);
            }
        }),
        _ => {}
    }
}

fn names(schema: &RefOr<Schema>, found: &mut BTreeSet<String>) {
    let schema = match schema {
        RefOr::Ref(reference) => {
            found.extend(reference.ref_location.rsplit('/').next().map(str::to_owned));
            return;
        }
        RefOr::T(schema) => schema,
    };
    match schema {
        Schema::Object(object) => object.properties.values().for_each(|property| names(property, found)),
        Schema::Array(array) => {
            if let ArrayItems::RefOrSchema(items) = &array.items {
                names(items, found);
            }
        }
        Schema::AllOf(all) => all.items.iter().for_each(|item| names(item, found)),
        Schema::OneOf(one) => one.items.iter().for_each(|item| names(item, found)),
        Schema::AnyOf(any) => any.items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}
