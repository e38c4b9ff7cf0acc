//! Numbers of records, each drawn once.

use std::sync::LazyLock;
use std::time::Duration;

use chrono::{Datelike, NaiveDate};
use guanxi_domain::{
    Error, Result,
    numbering::{NumberingRule, Reset},
};
use moka::future::Cache;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::Tx;

static RULES: LazyLock<Cache<(Uuid, String), NumberingRule>> =
    LazyLock::new(|| Cache::builder().max_capacity(50_000).time_to_live(Duration::from_secs(1)).build());

/// Draws the next number for a record of this kind (`lead`): unique and increasing, begun anew in each period of its
/// rule. The counter stays locked until the transaction ends, so draw late.
pub async fn draw(tx: &mut Tx, object: &str) -> Result<String> {
    let mut numbers = draw_many(tx, object, 1).await?;
    numbers.pop().ok_or_else(|| Error::unexpected("no number was drawn"))
}

/// Draws so many numbers at once, in their order.
pub async fn draw_many(tx: &mut Tx, object: &str, count: usize) -> Result<Vec<String>> {
    let rule = rule(tx, object).await?;
    draw_by(tx, object, &rule, count).await
}

/// Draws numbers by a rule that stands elsewhere.
pub(crate) async fn draw_by(tx: &mut Tx, object: &str, rule: &NumberingRule, count: usize) -> Result<Vec<String>> {
    let today = tx.today();
    let count = i64::try_from(count).map_err(Error::unexpected)?;
    let drawn: i64 = sqlx::query_scalar(
        "insert into number_counters (object, period, drawn, last_on)
         values ($2, $3, $6 + coalesce((select max(drawn) from number_counters
             where tenant_id = $1 and object = $2 and last_on >= $4), 0), $5)
         on conflict (tenant_id, object, period)
             do update set drawn = greatest(number_counters.drawn + $6, excluded.drawn), last_on = excluded.last_on
         returning drawn",
    )
    .bind(tx.tenant())
    .bind(object)
    .bind(rule.period(today))
    .bind(first_day(rule.reset, today))
    .bind(today)
    .bind(count)
    .fetch_one(tx.conn())
    .await?;
    (drawn - count..drawn)
        .map(|before| Ok(rule.number(today, u64::try_from(before).map_err(Error::unexpected)?)))
        .collect()
}

/// The organisation's rule for a kind of record, at most a second old.
async fn rule(tx: &mut Tx, object: &str) -> Result<NumberingRule> {
    let key = (tx.tenant(), object.to_owned());
    if let Some(known) = RULES.get(&key).await {
        return Ok(known);
    }
    let stored: Option<(Json<Value>, String, String)> = sqlx::query_as(
        "select segments, separator, reset from numbering_rules
         where tenant_id = $1 and object = $2 and deleted_at is null",
    )
    .bind(tx.tenant())
    .bind(object)
    .fetch_optional(tx.conn())
    .await?;
    let rule = match stored {
        Some((Json(segments), separator, reset)) => {
            let rule = serde_json::json!({"segments": segments, "separator": separator, "reset": reset});
            serde_json::from_value(rule).map_err(Error::unexpected)?
        }
        None => {
            NumberingRule::preset(object).ok_or_else(|| Error::unexpected(format!("no numbering rule for {object}")))?
        }
    };
    RULES.insert(key, rule.clone()).await;
    Ok(rule)
}

/// Forgets what is kept of a rule, after it was changed.
pub async fn forget(tenant: Uuid, object: &str) {
    RULES.invalidate(&(tenant, object.to_owned())).await;
}

fn first_day(reset: Reset, today: NaiveDate) -> NaiveDate {
    let first = match reset {
        Reset::Daily => Some(today),
        Reset::Monthly => today.with_day(1),
        Reset::Yearly => today.with_ordinal(1),
        Reset::Never => NaiveDate::from_ymd_opt(1, 1, 1),
    };
    first.unwrap_or(today)
}
