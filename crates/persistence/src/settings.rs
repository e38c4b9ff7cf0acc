//! What an organisation has set.

use std::{collections::HashMap, sync::LazyLock, time::Duration};

use chrono::{DateTime, Utc};
use guanxi_domain::{Result, settings::Settings};
use moka::future::Cache;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::Tx;

/// Another process may change a setting; this one sees it a second later.
static KNOWN: LazyLock<Cache<Uuid, Settings>> =
    LazyLock::new(|| Cache::builder().max_capacity(10_000).time_to_live(Duration::from_secs(1)).build());

/// The settings of the actor's organisation, at most a second old.
pub async fn load(tx: &mut Tx) -> Result<Settings> {
    if tx.changes_rights() {
        // What is not committed is nobody else's.
        return read(tx).await;
    }
    if let Some(known) = KNOWN.get(&tx.tenant()).await {
        return Ok(known);
    }
    let settings = read(tx).await?;
    KNOWN.insert(tx.tenant(), settings.clone()).await;
    Ok(settings)
}

/// The settings as they are now. What the tenant's own row says stands last, and wins.
pub async fn read(tx: &mut Tx) -> Result<Settings> {
    let stored: Vec<(String, Json<Value>)> = sqlx::query_as(
        "select key, value from settings where tenant_id = $1
         union all
         select pair.* from tenants, lateral (values
             ('org.timezone', to_jsonb(timezone)), ('org.locale', to_jsonb(locale)),
             ('org.base_currency', to_jsonb(base_currency))) pair
         where id = $1",
    )
    .bind(tx.tenant())
    .fetch_all(tx.conn())
    .await?;
    Ok(stored.into_iter().map(|(key, Json(value))| (key, value)).collect())
}

/// Who set which setting, and when.
pub async fn authors(tx: &mut Tx) -> Result<HashMap<String, Author>> {
    let authors: Vec<(String, DateTime<Utc>, Option<String>)> = sqlx::query_as(
        "select s.key, s.updated_at, u.name from settings s
         left join users u on u.tenant_id = s.tenant_id and u.id = s.updated_by
         where s.tenant_id = $1",
    )
    .bind(tx.tenant())
    .fetch_all(tx.conn())
    .await?;
    Ok(authors.into_iter().map(|(key, at, name)| (key, Author { at, name })).collect())
}

/// Who changed something last.
#[derive(Debug)]
pub struct Author {
    pub at: DateTime<Utc>,
    pub name: Option<String>,
}

/// Sets one setting, or sets it back to its default.
pub async fn set(tx: &mut Tx, key: &'static str, value: Option<&Value>) -> Result<()> {
    match value {
        Some(value) => {
            sqlx::query(
                "insert into settings (id, key, value) values ($1, $2, $3)
                 on conflict (tenant_id, key) do update set value = excluded.value
                 where settings.value <> excluded.value",
            )
            .bind(Uuid::now_v7())
            .bind(key)
            .bind(value)
            .execute(tx.conn())
            .await?;
        }
        None => {
            sqlx::query("delete from settings where tenant_id = $1 and key = $2")
                .bind(tx.tenant())
                .bind(key)
                .execute(tx.conn())
                .await?;
        }
    }
    Ok(())
}

/// Writes a setting that the tenant's own row holds, because signing in and every transaction need it.
pub async fn set_organisation(tx: &mut Tx, key: &str, value: Option<&str>) -> Result<()> {
    let statement = match key {
        "org.timezone" => "update tenants set timezone = coalesce($2, 'Asia/Shanghai') where id = $1",
        "org.locale" => "update tenants set locale = coalesce($2, 'zh-CN') where id = $1",
        _ => "update tenants set base_currency = coalesce($2, 'CNY') where id = $1",
    };
    sqlx::query(statement).bind(tx.tenant()).bind(value).execute(tx.conn()).await?;
    Ok(())
}

/// Forgets what is kept of a tenant's settings, when a change of them was committed.
pub(crate) async fn forget(tenant: Uuid) {
    KNOWN.invalidate(&tenant).await;
}
