//! The same request twice is done once: its key is a row, and the row is its lock.

use guanxi_domain::{Code, Error, Result, settings::IDEMPOTENCY_HOURS};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Tx, settings};

/// What was answered to a request, to be answered again.
pub struct Answer {
    pub status: i16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

type Row = (Vec<u8>, Option<i16>, Option<Json<Vec<(String, String)>>>, Option<Vec<u8>>);

/// Takes a key, or gives back what was answered under it; waits while another transaction holds it.
pub async fn claim(tx: &mut Tx, key: &str, fingerprint: &[u8]) -> Result<Option<Answer>> {
    let actor: Uuid = tx.actor().person()?.into();
    let hours: i32 = settings::load(tx).await?.get(IDEMPOTENCY_HOURS).try_into().unwrap_or(i32::MAX);
    // A key that is too old is as good as new.
    let taken = sqlx::query(
        "insert into idempotency_keys (actor_id, key, fingerprint, created_at) values ($1, $2, $3, app.now())
         on conflict (tenant_id, actor_id, key) do update
             set fingerprint = excluded.fingerprint, status = null, headers = null, body = null,
                 created_at = excluded.created_at
             where idempotency_keys.created_at < app.now() - make_interval(hours => $4)",
    )
    .bind(actor)
    .bind(key)
    .bind(fingerprint)
    .bind(hours)
    .execute(tx.conn())
    .await?
    .rows_affected();
    if taken == 1 {
        return Ok(None);
    }
    let (known, status, headers, body): Row = sqlx::query_as(
        "select fingerprint, status, headers, body from idempotency_keys
             where tenant_id = $1 and actor_id = $2 and key = $3",
    )
    .bind(tx.tenant())
    .bind(actor)
    .bind(key)
    .fetch_one(tx.conn())
    .await?;
    if known != fingerprint {
        return Err(Error::new(Code::IdempotencyKeyReused));
    }
    match (status, headers, body) {
        (Some(status), Some(Json(headers)), Some(body)) => Ok(Some(Answer { status, headers, body })),
        _ => Err(Error::new(Code::Busy)),
    }
}

/// Keeps the answer in the transaction that did what was asked.
pub async fn answer(tx: &mut Tx, key: &str, status: i16, headers: &[(String, String)], body: &[u8]) -> Result<()> {
    let actor: Uuid = tx.actor().person()?.into();
    sqlx::query(
        "update idempotency_keys set status = $4, headers = $5, body = $6
         where tenant_id = $1 and actor_id = $2 and key = $3",
    )
    .bind(tx.tenant())
    .bind(actor)
    .bind(key)
    .bind(status)
    .bind(Json(headers))
    .bind(body)
    .execute(tx.conn())
    .await?;
    Ok(())
}
