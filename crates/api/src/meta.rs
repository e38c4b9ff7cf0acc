//! `/meta` and `/meta/{resource}`: which kinds of records there are, and what one is made of for this caller. Forms,
//! filters, lists and imports read it.

use actix_web::http::Method;
use guanxi_domain::{
    Actor, Error, Result,
    access::{FieldAccess, Mask},
    fields::{Kind, KindName},
    platform::{
        custom_field::{CustomFieldDetails, FieldType},
        dictionary::Item,
        layout::{LayoutDetails, Section},
    },
    text::ShortText,
};
use guanxi_persistence::{
    Column, Table,
    platform::{
        dictionaries::{self, Lists},
        layouts::{self, Known},
    },
    table::Write,
    tables,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Call, Endpoint, Reply, endpoint::signed_in};

#[derive(Debug, Serialize, ToSchema)]
pub struct ResourceList {
    pub items: Vec<ResourceName>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ResourceName {
    pub resource: String,
    pub label: Label,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ResourceMeta {
    pub resource: String,
    pub label: Label,
    pub fields: Vec<FieldMeta>,
    pub states: Vec<OptionMeta>,
    pub actions: Vec<ActionMeta>,
    pub default_columns: Vec<String>,
    /// How the caller sees records of this kind: of those that fit a record, the first counts.
    pub layouts: Vec<LayoutMeta>,
    pub searchable: bool,
    pub sort: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Label {
    pub zh: String,
    pub en: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldMeta {
    pub key: String,
    pub kind: KindName,
    pub label: Label,
    #[schema(required = true)]
    pub options: Option<Vec<OptionMeta>>,
    /// The dictionary that holds the options.
    #[schema(required = true)]
    pub dictionary: Option<String>,
    /// The resource that a reference points to.
    #[schema(required = true)]
    pub target: Option<String>,
    pub required: bool,
    pub readable: bool,
    pub writable: bool,
    /// Can be given when a record is made, and not changed later but by actions.
    pub only_at_creation: bool,
    pub filterable: bool,
    pub sortable: bool,
    pub mask: Mask,
    /// Whether the organisation added it; then `rules` say what it may hold.
    pub custom: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<FieldRules>,
    #[schema(required = true)]
    pub max_length: Option<u16>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LayoutMeta {
    pub id: Uuid,
    pub name: String,
    /// Which records it is for, as a filter; null: all.
    #[schema(required = true, value_type = Option<Object>)]
    pub condition: Option<serde_json::Value>,
    pub sections: Vec<Section>,
}

/// What an added field may hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldRules {
    #[serde(rename = "type")]
    pub kind: FieldType,
    #[schema(required = true)]
    pub help: Option<String>,
    /// The least: a number, a date, or how long a text or a list is.
    #[schema(required = true)]
    pub min: Option<String>,
    #[schema(required = true)]
    pub max: Option<String>,
    #[schema(required = true)]
    pub pattern: Option<String>,
    /// How many decimals a number has at most.
    #[schema(required = true)]
    pub scale: Option<u32>,
    pub is_unique: bool,
    pub sensitive: bool,
    #[schema(required = true, value_type = Option<serde_json::Value>)]
    pub default_value: Option<serde_json::Value>,
    #[schema(required = true)]
    pub formula: Option<String>,
    pub position: i32,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OptionMeta {
    pub value: String,
    #[schema(inline)]
    pub label: OptionLabel,
    #[schema(required = true)]
    pub color: Option<String>,
    /// The word above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Whether it can still be chosen; records may carry words that cannot.
    pub active: bool,
    /// Whether a new record begins with it.
    pub default: bool,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OptionLabel {
    pub zh: String,
    pub en: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ActionMeta {
    pub name: String,
    pub permission: String,
}

pub fn endpoints() -> Vec<Endpoint> {
    let meta = signed_in(Method::GET, "/meta/{resource}")
        .named(
            "get_meta",
            "platform",
            "Describe a resource: its fields, states and actions, as the caller may see them.",
        )
        .returns::<ResourceMeta>(200)
        .to(async |call: Call| {
            let table = tables::by_path(call.path("resource")).ok_or_else(|| Error::not_found("resource"))?;
            call.read(async |tx| {
                let table = tx.table(table).await?;
                let lists = dictionaries::lists(tx).await?;
                let layouts = layouts::of_caller(tx, table).await?;
                Reply::json(&describe(table, tx.actor(), &lists, layouts)?)
            })
            .await
        });
    let all = signed_in(Method::GET, "/meta")
        .named("list_meta", "platform", "List the kinds of records there are.")
        .returns::<ResourceList>(200)
        .to(async |_: Call| {
            let name = |table: &'static Table| ResourceName { resource: table.path(), label: label(table.label) };
            Reply::json(&ResourceList { items: tables::all().into_iter().map(name).collect() })
        });
    vec![all, meta]
}

fn describe(table: &Table, actor: &Actor, lists: &Lists, layouts: Vec<Known>) -> Result<ResourceMeta> {
    let options = |kind| {
        if let Some(code) = Kind::dictionary(kind) {
            return lists.get(code).map(|items| items.iter().map(word).collect());
        }
        let Kind::Choice(values) = kind else { return None };
        Some(values.iter().map(|value| choice(value)).collect())
    };
    let status = table.column("status").and_then(|column| options(column.kind));
    Ok(ResourceMeta {
        resource: table.path(),
        label: label(table.label),
        fields: table
            .all_columns()
            .filter(|column| table.right(&actor.access, column).access != FieldAccess::Hidden)
            .map(|column| field(table, column, actor, options(column.kind)))
            .collect(),
        states: status.unwrap_or_default(),
        actions: table
            .actions
            .iter()
            .map(|action| ActionMeta { name: action.name.to_owned(), permission: action.permission.0.to_owned() })
            .collect(),
        default_columns: default_columns(table, actor, &layouts),
        layouts: layouts.into_iter().map(layout).collect(),
        searchable: table.searchable,
        sort: table.sort.to_owned(),
    })
}

fn field(table: &Table, column: &Column, actor: &Actor, options: Option<Vec<OptionMeta>>) -> FieldMeta {
    let right = table.right(&actor.access, column);
    let open = right.mask == Mask::None;
    FieldMeta {
        key: column.key.to_owned(),
        kind: column.kind.name(),
        label: label(column.label),
        options,
        dictionary: column.kind.dictionary().map(str::to_owned),
        target: column.kind.target().map(str::to_owned),
        required: column.required || column.custom.is_some_and(|field| field.required),
        readable: true,
        writable: column.write == Write::Free && right.access == FieldAccess::Write,
        only_at_creation: column.write == Write::Once && right.access == FieldAccess::Write,
        filterable: column.filter && open,
        sortable: column.sort && open,
        mask: right.mask,
        custom: column.custom.is_some(),
        rules: column.custom.map(|field| rules(field)),
        max_length: column.max_length,
    }
}

/// The columns of the first layout that says any, as far as the caller sees them; else those of the product.
fn default_columns(table: &Table, actor: &Actor, layouts: &[Known]) -> Vec<String> {
    let own = layouts.iter().find(|known| known.details.condition.is_none() && !known.details.list_columns.is_empty());
    let Some(own) = own else { return table.shown.iter().map(|key| (*key).to_owned()).collect() };
    let is_seen = |key: &str| {
        let column = table.column(key);
        column.is_some_and(|column| table.right(&actor.access, column).access != FieldAccess::Hidden)
    };
    own.details.list_columns.iter().filter(|key| is_seen(key)).map(ToString::to_string).collect()
}

fn layout(known: Known) -> LayoutMeta {
    let LayoutDetails { name, condition, sections, .. } = known.details;
    LayoutMeta { id: known.id, name: name.into(), condition, sections }
}

fn rules(field: &CustomFieldDetails) -> FieldRules {
    let has_decimals = field.kind.is_number() || field.kind == FieldType::Formula;
    let text = |text: &Option<ShortText>| text.as_ref().map(ToString::to_string);
    FieldRules {
        kind: field.kind,
        help: field.help.as_ref().map(ToString::to_string),
        min: text(&field.min),
        max: text(&field.max),
        pattern: text(&field.pattern),
        scale: has_decimals.then(|| field.decimals()),
        is_unique: field.is_unique,
        sensitive: field.sensitive,
        default_value: field.default_value.clone(),
        formula: field.formula.as_ref().map(ToString::to_string),
        position: field.position,
    }
}

fn label([zh, en]: [&str; 2]) -> Label {
    Label { zh: zh.to_owned(), en: en.to_owned() }
}

/// A choice with its words in both languages.
fn choice(value: &str) -> OptionMeta {
    let [zh, en] = guanxi_domain::fields::choice_label(value);
    OptionMeta {
        value: value.to_owned(),
        label: OptionLabel { zh, en },
        color: None,
        parent: None,
        active: true,
        default: false,
    }
}

/// A word of a dictionary.
fn word(item: &Item) -> OptionMeta {
    let zh = item.zh.to_string();
    let en = item.en.as_ref().map_or_else(|| zh.clone(), ToString::to_string);
    OptionMeta {
        value: item.code.to_string(),
        label: OptionLabel { zh, en },
        color: item.color.as_ref().map(ToString::to_string),
        parent: item.parent.as_ref().map(ToString::to_string),
        active: item.active,
        default: item.default,
    }
}
