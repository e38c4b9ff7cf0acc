//! Up to where in the stream of its events an organisation has been told.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Error, Result, TenantId, UserId};
use serde_json::Value;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{Db, Tx, feed::Place};

/// An organisation of which something is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Organisation {
    pub tenant: TenantId,
    pub zone: Tz,
}

/// Something that happened.
#[derive(Debug, Clone, FromRow)]
pub struct Happening {
    pub id: Uuid,
    /// `lead.claimed`
    #[sqlx(rename = "type")]
    pub kind: String,
    /// The table of the record.
    pub resource: String,
    pub record_id: Uuid,
    pub version: Option<i64>,
    pub actor_id: Option<UserId>,
    pub occurred_at: DateTime<Utc>,
    pub payload: Value,
    transaction: i64,
    sequence: i64,
}

impl Happening {
    pub fn place(&self) -> Place {
        Place { transaction: self.transaction, sequence: self.sequence }
    }
}

/// Everybody of whom something happened behind `place`, or whom nobody was told of yet where no place is given; and up
/// to where that was looked at.
pub async fn news(db: &Db, place: Option<Place>) -> Result<(Vec<Organisation>, Place)> {
    let mut tx = db.dispatch().await?;
    let horizon: i64 = sqlx::query_scalar(HORIZON).fetch_one(&mut *tx).await?;
    let rows: Vec<(Uuid, String)> = match place {
        Some(place) => {
            sqlx::query_as(
                // What is new is found first, by its order: by organisation, all that is old would be passed over.
                "with new as materialized (
                     select distinct tenant_id from outbox where (transaction, sequence) > ($1::text::xid8, $2)
                     and transaction < $3::text::xid8)
                 select t.id, t.timezone from tenants t where t.active and t.id in (select tenant_id from new)",
            )
            .bind(place.transaction.max(0).to_string())
            .bind(place.sequence)
            .bind(horizon.to_string())
            .fetch_all(&mut *tx)
            .await?
        }
        None => {
            sqlx::query_as(
                "select t.id, t.timezone from tenants t left join dispatch_places p on p.tenant_id = t.id
                 where t.active and (p.transaction > $1::text::xid8 or exists (
                     select 1 from outbox o where o.tenant_id = t.id and o.transaction < $1::text::xid8
                     and (o.transaction, o.sequence)
                         > (coalesce(p.transaction, '0'::xid8), coalesce(p.sequence, 0))))",
            )
            .bind(horizon.to_string())
            .fetch_all(&mut *tx)
            .await?
        }
    };
    tx.commit().await?;
    let found = rows
        .into_iter()
        .map(|(id, zone)| Ok(Organisation { tenant: id.into(), zone: zone.parse().map_err(Error::unexpected)? }));
    Ok((found.collect::<Result<_>>()?, before(horizon)))
}

/// Everything before this transaction is committed or undone.
const HORIZON: &str = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

/// Takes the place at which the organisation was left, unless somebody else has it.
pub async fn take(tx: &mut Tx) -> Result<Option<Place>> {
    let first = "insert into dispatch_places (transaction, sequence) values ('0', 0) on conflict do nothing";
    sqlx::query(first).execute(tx.conn()).await?;
    let sql = "select transaction::text::bigint, sequence, xmin::text::bigint from dispatch_places where tenant_id = $1
               for update skip locked";
    let place: Option<(i64, i64, i64)> = sqlx::query_as(sql).bind(tx.tenant()).fetch_optional(tx.conn()).await?;
    let Some((transaction, sequence, written)) = place else { return Ok(None) };
    let horizon: i64 = sqlx::query_scalar(HORIZON).fetch_one(tx.conn()).await?;
    let place = Place { transaction, sequence };
    Ok(Some(if transaction > horizon { restored(tx, place, written).await? } else { place }))
}

/// A database that was restored from a dump counts its transactions anew. What lay in the dump is put before all that
/// happened since: first what was told, then what was not. An event of since names the transaction that wrote it, or,
/// where that had savepoints, one between the restore's, which wrote the place, and its own part that wrote the event.
async fn restored(tx: &mut Tx, place: Place, restore: i64) -> Result<Place> {
    let sql = "update outbox
               set transaction = case when (transaction, sequence) <= ($2::text::xid8, $3) then '0'::xid8 else '1' end
               where tenant_id = $1 and xmin::text::bigint <> transaction::text::bigint & 4294967295
                 and not (transaction::text::bigint & 4294967295 > $4 and transaction::text::bigint & 4294967295
                     < xmin::text::bigint)";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(place.transaction.to_string())
        .bind(place.sequence)
        .bind(restore)
        .execute(tx.conn())
        .await?;
    Ok(Place { transaction: 0, sequence: i64::MAX })
}

fn before(horizon: i64) -> Place {
    Place { transaction: horizon - 1, sequence: i64::MAX }
}

/// What of these kinds happened behind a place, the first first; and the place up to which that is all.
pub async fn happened(tx: &mut Tx, after: Place, kinds: &[String], most: i64) -> Result<(Vec<Happening>, Place, bool)> {
    let horizon: i64 = sqlx::query_scalar(HORIZON).fetch_one(tx.conn()).await?;
    let happened: Vec<Happening> = sqlx::query_as(
        "select id, type, resource, record_id, version, actor_id, occurred_at, payload,
             transaction::text::bigint as transaction, sequence
         from outbox
         where tenant_id = $1 and (transaction, sequence) > ($2::text::xid8, $3) and transaction < $4::text::xid8
           and type = any($5)
         order by outbox.transaction, outbox.sequence limit $6",
    )
    .bind(tx.tenant())
    .bind(after.transaction.max(0).to_string())
    .bind(after.sequence)
    .bind(horizon.to_string())
    .bind(kinds)
    .bind(most)
    .fetch_all(tx.conn())
    .await?;
    let full = i64::try_from(happened.len()).unwrap_or(i64::MAX) >= most;
    let end = match happened.last() {
        Some(last) if full => last.place(),
        _ => before(horizon).max(after),
    };
    Ok((happened, end, full))
}

/// Leaves the organisation at a place.
pub async fn leave(tx: &mut Tx, place: Place) -> Result<()> {
    let sql = "update dispatch_places set transaction = $2::text::xid8, sequence = $3 where tenant_id = $1";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(place.transaction.to_string())
        .bind(place.sequence)
        .execute(tx.conn())
        .await?;
    Ok(())
}
