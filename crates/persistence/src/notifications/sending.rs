//! The queue of messages that go out: put in, taken under a lease, ended.

use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Error, Result, UserId, notifications::delivery::DeliveryStatus};
use sqlx::FromRow;
use uuid::Uuid;

use super::dispatch::Organisation;
use crate::{Clock, Db, Tx};

/// A message that is to go out.
#[derive(Debug, Clone)]
pub struct Outgoing {
    pub notification: Option<Uuid>,
    pub event: String,
    pub recipient: UserId,
    pub channel: &'static str,
    pub address: Option<String>,
    pub subject: String,
    pub body: String,
    pub urgent: bool,
    pub not_before: DateTime<Utc>,
}

/// Puts messages into the queue; one that is there already is not put in again.
pub async fn enqueue(tx: &mut Tx, messages: &[Outgoing]) -> Result<()> {
    if messages.is_empty() {
        return Ok(());
    }
    let sql =
        "insert into notification_deliveries (id, notification_id, event, recipient_id, channel, address, subject,
                   body, urgent, next_try_at)
               select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                   $8::text[], $9::bool[], $10::timestamptz[])
               on conflict (tenant_id, notification_id, channel) do nothing";
    sqlx::query(sql)
        .bind(messages.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.notification).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.event.clone()).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.recipient).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.channel).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.address.clone()).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.subject.clone()).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.body.clone()).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.urgent).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.not_before).collect::<Vec<_>>())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Says in messages that wait what they say by now.
pub async fn amend(tx: &mut Tx, messages: &[Outgoing]) -> Result<()> {
    if messages.is_empty() {
        return Ok(());
    }
    let sql = "update notification_deliveries d set subject = x.subject, body = x.body
               from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) x (notification_id, channel, subject, body)
               where d.tenant_id = $1 and d.notification_id = x.notification_id and d.channel = x.channel
                 and d.status = 'queued' and d.tries = 0";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(messages.iter().map(|message| message.notification).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.channel).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.subject.clone()).collect::<Vec<_>>())
        .bind(messages.iter().map(|message| message.body.clone()).collect::<Vec<_>>())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Everybody who has messages that are due, by his own clock.
pub async fn due(db: &Db) -> Result<Vec<Organisation>> {
    let sql = "select t.id, t.timezone from tenants t where t.active and t.id in (
                   select tenant_id from notification_deliveries
                   where status = 'queued' and (next_try_at <= $1 or tenant_id = any($2)))";
    organisations(db, sql).await
}

/// Runs a statement of the dispatcher that takes the time and those whose clock stands.
pub(crate) async fn organisations(db: &Db, sql: &'static str) -> Result<Vec<Organisation>> {
    let standing: Vec<Uuid> = db.clock().standing().into_iter().map(Into::into).collect();
    let mut tx = db.dispatch().await?;
    let rows: Vec<(Uuid, String)> = sqlx::query_as(sql).bind(Clock::real()).bind(standing).fetch_all(&mut *tx).await?;
    tx.commit().await?;
    rows.into_iter()
        .map(|(id, zone)| Ok(Organisation { tenant: id.into(), zone: zone.parse::<Tz>().map_err(Error::unexpected)? }))
        .collect()
}

/// A message that this process has taken.
#[derive(Debug, Clone, FromRow)]
pub struct Taken {
    pub id: Uuid,
    pub channel: String,
    pub address: Option<String>,
    pub subject: String,
    pub body: String,
    pub urgent: bool,
    pub tries: i32,
    pub recipient_id: UserId,
}

/// Takes messages that are due. Should this process die, they are due again when the lease is over.
pub async fn take(tx: &mut Tx, lease: Duration, most: i64) -> Result<Vec<Taken>> {
    let now = tx.now();
    let until = now + chrono::Duration::from_std(lease).map_err(Error::unexpected)?;
    // Chosen once, beside the update: in its condition they might be chosen again for each row, and be more.
    let sql = "with due as materialized (
                   select id from notification_deliveries
                   where tenant_id = $1 and status = 'queued' and next_try_at <= $2
                   order by next_try_at for update skip locked limit $4)
               update notification_deliveries d set tries = tries + 1, next_try_at = $3
               from due where d.tenant_id = $1 and d.id = due.id
               returning d.id, channel, address, subject, body, urgent, tries, recipient_id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(now).bind(until).bind(most).fetch_all(tx.conn()).await?)
}

/// Lets messages that were taken wait until a time, as if nobody had taken them.
pub async fn postpone(tx: &mut Tx, waiting: &[(Uuid, DateTime<Utc>)], error: Option<&str>) -> Result<()> {
    let sql =
        "update notification_deliveries d set tries = tries - 1, next_try_at = x.until, error = coalesce($4, error)
               from unnest($2::uuid[], $3::timestamptz[]) as x (id, until)
               where d.tenant_id = $1 and d.id = x.id and d.status = 'queued'";
    let (ids, times): (Vec<Uuid>, Vec<DateTime<Utc>>) = waiting.iter().copied().unzip();
    sqlx::query(sql).bind(tx.tenant()).bind(ids).bind(times).bind(error).execute(tx.conn()).await?;
    Ok(())
}

/// Lets everything that is due by a channel and not urgent wait until a time.
pub async fn postpone_all(tx: &mut Tx, channel: &str, until: DateTime<Utc>, error: &str) -> Result<()> {
    let sql = "update notification_deliveries set next_try_at = $4, error = $5
               where tenant_id = $1 and channel = $2 and status = 'queued' and next_try_at <= $3 and not urgent";
    let now = tx.now();
    let query = sqlx::query(sql).bind(tx.tenant()).bind(channel).bind(now).bind(until).bind(error);
    query.execute(tx.conn()).await?;
    Ok(())
}

/// Writes down what came of an attempt, unless another has taken the message meanwhile.
pub async fn end(
    tx: &mut Tx,
    taken: &Taken,
    status: DeliveryStatus,
    next: Option<DateTime<Utc>>,
    error: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    let status: &str = status.into();
    let sql = "update notification_deliveries
               set status = $4, next_try_at = $5, error = $6, version = version + 1, updated_at = $7,
                   sent_at = case when $4 in ('sent', 'simulated') then $7 end
               where tenant_id = $1 and id = $2 and tries = $3 and status = 'queued'";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(taken.id)
        .bind(taken.tries)
        .bind(status)
        .bind(next)
        .bind(error)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Puts a message into the queue once more, as if it had never been tried.
pub async fn again(tx: &mut Tx, id: Uuid) -> Result<()> {
    let now = tx.now();
    let sql = "update notification_deliveries
               set status = 'queued', tries = 0, next_try_at = $3, error = null, sent_at = null,
                   version = version + 1, updated_at = $3
               where tenant_id = $1 and id = $2";
    sqlx::query(sql).bind(tx.tenant()).bind(id).bind(now).execute(tx.conn()).await?;
    Ok(())
}
