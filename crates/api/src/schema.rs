//! Small pieces of the contract.

use guanxi_domain::fields::Kind;
use guanxi_persistence::{Column, Table, table::Write};
use utoipa::openapi::{
    Array, KnownFormat, Object, ObjectBuilder, Ref, RefOr, Required, Schema, SchemaFormat, Type,
    path::{Parameter, ParameterBuilder, ParameterIn},
    schema::{AdditionalProperties, SchemaType},
};

pub fn reference(name: &str) -> RefOr<Schema> {
    Ref::from_schema_name(name).into()
}

pub fn string() -> RefOr<Schema> {
    Object::with_type(Type::String).into()
}

pub fn integer() -> RefOr<Schema> {
    Object::with_type(Type::Integer).into()
}

pub fn boolean() -> RefOr<Schema> {
    Object::with_type(Type::Boolean).into()
}

pub fn uuid() -> RefOr<Schema> {
    formatted(KnownFormat::Uuid).build().into()
}

pub fn any_object() -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::Object).additional_properties(Some(true_schema())).build().into()
}

pub fn binary() -> RefOr<Schema> {
    formatted(KnownFormat::Binary).build().into()
}

pub fn list_of(item: RefOr<Schema>) -> RefOr<Schema> {
    Array::new(item).into()
}

fn true_schema() -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(SchemaType::AnyValue).build().into()
}

fn formatted(format: KnownFormat) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(format)))
}

pub fn parameter(name: &str, place: ParameterIn, schema: RefOr<Schema>) -> Parameter {
    let required = if place == ParameterIn::Path { Required::True } else { Required::False };
    ParameterBuilder::new().name(name).parameter_in(place).required(required).schema(Some(schema)).build()
}

pub fn required_header(name: &str) -> Parameter {
    let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header);
    header.required(Required::True).schema(Some(string())).build()
}

/// `{id}` and `{pool_id}` are ids, `{resource}` is a word.
pub fn path_value(name: &str) -> RefOr<Schema> {
    if name == "id" || name.ends_with("_id") { uuid() } else { string() }
}

/// `Lead` of the noun `lead`.
pub fn type_name(noun: &str) -> String {
    noun.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A record as it is answered. What may be hidden is not required; what the organisation added comes beside the rest.
pub fn record(table: &Table) -> RefOr<Schema> {
    let mut object = ObjectBuilder::new().schema_type(Type::Object);
    for column in table.all_columns() {
        object = object.property(column.key, column_schema(column));
        if matches!(column.key, "id" | "version") {
            object = object.required(column.key);
        }
    }
    if table.is_open() {
        object = object.additional_properties(Some(AdditionalProperties::FreeForm(true)));
    }
    object = object.property("allowed_actions", Array::new(string())).required("allowed_actions");
    object.build().into()
}

/// Lets a body have fields that the organisation added.
pub fn open(schemas: &mut [(String, RefOr<Schema>)], name: &str) {
    for (known, schema) in schemas {
        if let (true, RefOr::T(Schema::Object(object))) = (known == name, schema) {
            object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(true)));
        }
    }
}

/// The body of a merge patch: what can be written freely, nothing of it required.
pub fn patch(table: &Table) -> RefOr<Schema> {
    let open = AdditionalProperties::FreeForm(table.is_open());
    let mut object = ObjectBuilder::new().schema_type(Type::Object).additional_properties(Some(open));
    for column in table.columns.iter().filter(|column| column.sql.is_none() && column.write == Write::Free) {
        object = object.property(column.key, column_schema(column));
    }
    object.build().into()
}

pub fn page(item: RefOr<Schema>) -> RefOr<Schema> {
    let total = ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Object, Type::Null]))
        .property("value", integer())
        .required("value")
        .property("capped", boolean())
        .required("capped");
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("items", Array::new(item))
        .required("items")
        .property("next_cursor", nullable(ObjectBuilder::new(), Type::String))
        .required("next_cursor")
        .property("total", total)
        .required("total")
        .build()
        .into()
}

fn nullable(object: ObjectBuilder, kind: Type) -> ObjectBuilder {
    object.schema_type(SchemaType::from_iter([kind, Type::Null]))
}

pub fn column_schema(column: &Column) -> RefOr<Schema> {
    if column.kind == Kind::Json {
        return true_schema();
    }
    let (kind, format) = match column.kind {
        Kind::Int => (Type::Integer, Some(KnownFormat::Int64)),
        Kind::Bool => (Type::Boolean, None),
        Kind::Tags | Kind::Items(_) | Kind::Ids(_) => {
            return Array::new(if matches!(column.kind, Kind::Ids(_)) { uuid() } else { string() }).into();
        }
        Kind::Id | Kind::User | Kind::Department | Kind::Reference(_) => (Type::String, Some(KnownFormat::Uuid)),
        Kind::Date => (Type::String, Some(KnownFormat::Date)),
        Kind::Timestamp => (Type::String, Some(KnownFormat::DateTime)),
        Kind::Text
        | Kind::LongText
        | Kind::Phone
        | Kind::Email
        | Kind::Url
        | Kind::Decimal
        | Kind::Money
        | Kind::Choice(_)
        | Kind::Dictionary(_)
        | Kind::Json => (Type::String, None),
    };
    let mut object = ObjectBuilder::new().format(format.map(SchemaFormat::KnownFormat));
    object = if column.nullable() { nullable(object, kind) } else { object.schema_type(kind) };
    if let Kind::Choice(values) = column.kind {
        let values = values.iter().map(|value| Some((*value).to_owned()));
        let none = column.nullable().then_some(None);
        object = object.enum_values(Some(values.chain(none).map(|value| serde_json::json!(value)).collect::<Vec<_>>()));
    }
    object.max_length(column.max_length.map(usize::from)).description(Some(column.label[1])).build().into()
}
