//! What an organisation sets up for itself, and what is alike for every kind of record: views, history, recycle bin.

pub mod audit_log;
pub mod calendars;
pub mod custom_fields;
pub mod dictionaries;
pub mod files;
pub mod history;
pub mod layouts;
pub mod numbering_rules;
pub mod recycle_bin;
pub mod references;
pub mod retention;
pub mod search;
pub mod views;

use guanxi_domain::{
    Result, dictionaries as presets,
    numbering::{self, NumberingRule},
};
use serde_json::{Value, json};
use sqlx::types::Json;
use uuid::Uuid;

use crate::Tx;

/// Gives a new organisation the words and the numbering that everyone begins with.
pub async fn set_up(tx: &mut Tx) -> Result<()> {
    let lists = presets::presets();
    sqlx::query(
        "insert into dictionaries (id, code, name, name_en, fixed, system, items)
         select id, code, name, name_en, fixed, true, items
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::jsonb[])
             as list (id, code, name, name_en, fixed, items)",
    )
    .bind(lists.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
    .bind(lists.iter().map(|list| list.code).collect::<Vec<_>>())
    .bind(lists.iter().map(|list| list.zh).collect::<Vec<_>>())
    .bind(lists.iter().map(|list| list.en).collect::<Vec<_>>())
    .bind(lists.iter().map(|list| list.fixed).collect::<Vec<_>>())
    .bind(lists.iter().map(|list| Json(preset_items(list))).collect::<Vec<_>>())
    .execute(tx.conn())
    .await?;
    let rules = numbering::PREFIXES.iter().map(|(object, prefix)| (*object, NumberingRule::daily(prefix)));
    let (objects, rules): (Vec<_>, Vec<_>) = rules.unzip();
    sqlx::query(
        "insert into numbering_rules (id, object, segments, separator, reset)
         select id, object, segments, separator, reset
         from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::text[], $5::text[])
             as rule (id, object, segments, separator, reset)",
    )
    .bind(objects.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
    .bind(objects)
    .bind(rules.iter().map(|rule| Json(&rule.segments)).collect::<Vec<_>>())
    .bind(rules.iter().map(|rule| rule.separator.as_str()).collect::<Vec<_>>())
    .bind(rules.iter().map(|rule| rule.reset.into()).collect::<Vec<&str>>())
    .execute(tx.conn())
    .await?;
    calendars::set_up(tx).await
}

fn preset_items(list: &presets::Dictionary) -> Value {
    let item = |item: &presets::Item| {
        json!({
            "code": item.code, "zh": item.zh, "en": item.en, "color": item.color, "active": true, "default": false,
            "parent": item.parent, "system": true,
        })
    };
    list.items.iter().map(item).collect()
}
