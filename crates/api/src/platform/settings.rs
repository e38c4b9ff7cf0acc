//! What an organisation sets, all on one page.

use actix_web::http::Method;
use chrono::{DateTime, FixedOffset};
use chrono_tz::Tz;
use guanxi_app::platform::settings;
use guanxi_domain::{
    Error, Result, access,
    settings::{Definition, Kind, Settings},
};
use guanxi_persistence::{
    Tx,
    settings::{self as stored, Author},
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{TAG, history::local};
use crate::{Call, Endpoint, Reply, endpoint::needs, meta::Label, schema};

#[derive(Debug, Serialize, ToSchema)]
pub struct SettingList {
    pub items: Vec<Setting>,
}

/// One setting, with what it takes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Setting {
    pub key: String,
    /// The group it is shown in.
    pub group: String,
    pub label: Label,
    #[schema(value_type = Object)]
    pub value: Value,
    #[schema(value_type = Object)]
    pub default: Value,
    pub kind: SettingKind,
    #[schema(required = true)]
    pub min: Option<Value>,
    #[schema(required = true)]
    pub max: Option<Value>,
    /// Whether null is a value: no limit, or switched off.
    pub nullable: bool,
    #[schema(required = true)]
    pub choices: Option<Vec<String>>,
    /// When it was set, and by whom; null where the default stands.
    #[schema(required = true)]
    pub changed_at: Option<DateTime<FixedOffset>>,
    #[schema(required = true)]
    pub changed_by_name: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SettingKind {
    Int,
    /// A decimal number as a string.
    Decimal,
    Bool,
    Choice,
    /// Any number of the choices.
    Choices,
    /// A number of days for each of the levels A to D.
    LevelDays,
    /// A list of numbers of minutes.
    Minutes,
    Timezone,
    Currency,
    /// A time of the clock.
    Clock,
    /// Two times of the clock.
    Hours,
    /// A filter.
    Condition,
    /// A list of `{object, level, lifecycle, relationship, days, due_soon_days, active}`.
    ContactRules,
}

pub fn endpoints() -> Vec<Endpoint> {
    let list = needs(access::setting::READ, Method::GET, "/settings")
        .named("list_settings", TAG, "Read all settings with their defaults and bounds.")
        .returns::<SettingList>(200)
        .to(async |call: Call| call.read(async |tx| reply(tx).await).await);
    let change = needs(access::setting::UPDATE, Method::PATCH, "/settings")
        .named(
            "update_settings",
            TAG,
            "Set some settings: an object of keys and values. Null sets one back to its default, unless null is one of its values.",
        )
        .takes(schema::any_object())
        .returns::<SettingList>(200)
        .to(async |call: Call<Value>| {
            call.write(async |tx| {
                let changes = call.body.as_object().ok_or_else(|| Error::malformed("body"))?;
                settings::change(tx, changes).await?;
                reply(tx).await
            })
            .await
        });
    vec![list, change]
}

async fn reply(tx: &mut Tx) -> Result<Reply> {
    let settings: Settings = stored::read(tx).await?;
    let authors = stored::authors(tx).await?;
    let zone = tx.actor().zone;
    let items = settings.all().map(|(known, value)| describe(known, value, authors.get(known.key), zone));
    Reply::json(&SettingList { items: items.collect() })
}

fn describe(known: &'static Definition, value: &Value, author: Option<&Author>, zone: Tz) -> Setting {
    let (kind, min, max, choices) = match known.kind {
        Kind::Int { min, max } | Kind::OptionalInt { min, max } => {
            (SettingKind::Int, Some(min.into()), Some(max.into()), None)
        }
        Kind::Decimal { min, max } => (SettingKind::Decimal, Some(min.into()), Some(max.into()), None),
        Kind::Bool => (SettingKind::Bool, None, None, None),
        Kind::Choice(choices) => (SettingKind::Choice, None, None, Some(choices)),
        Kind::Choices(choices) => (SettingKind::Choices, None, None, Some(choices)),
        Kind::LevelDays { max } => (SettingKind::LevelDays, Some(1.into()), Some(max.into()), None),
        Kind::Minutes => (SettingKind::Minutes, Some(1.into()), Some(1440.into()), None),
        Kind::Timezone => (SettingKind::Timezone, None, None, None),
        Kind::Currency => (SettingKind::Currency, None, None, Some(guanxi_domain::settings::CURRENCIES)),
        Kind::Hours => (SettingKind::Hours, None, None, None),
        Kind::Clock => (SettingKind::Clock, None, None, None),
        Kind::Condition => (SettingKind::Condition, None, None, None),
        Kind::ContactRules => (SettingKind::ContactRules, None, None, None),
    };
    Setting {
        key: known.key.to_owned(),
        group: known.group().to_owned(),
        label: Label { zh: known.zh.to_owned(), en: known.en.to_owned() },
        value: value.clone(),
        default: known.default.clone(),
        kind,
        min,
        max,
        nullable: matches!(known.kind, Kind::OptionalInt { .. }),
        choices: choices.map(|choices| choices.iter().map(|choice| (*choice).to_owned()).collect()),
        changed_at: author.map(|author| local(author.at, zone)),
        changed_by_name: author.and_then(|author| author.name.clone()),
    }
}
