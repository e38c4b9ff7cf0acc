//! What goes back to its pool because nothing happens, by the rules of its kind (2.5.6, 3.5).

use chrono::NaiveDate;
use guanxi_domain::{
    Error, Result, UserId,
    filter::{Leaf, Op},
    ownership::{Due, RecycleReason},
};
use serde_json::Value;
use sqlx::{FromRow, Postgres, QueryBuilder};
use uuid::Uuid;

use super::Owned;
use crate::Tx;

/// Writes an expression over a record `t`.
type Push = fn(&mut QueryBuilder<Postgres>, &Tx);

/// How a kind of record goes back.
pub(crate) struct Recycling {
    /// Whether somebody has it.
    pub held: &'static str,
    pub due_on: Push,
    pub reason: Push,
    /// For how many days before that its owner is told.
    pub remind_days: Push,
    /// Where is kept what he was told, and the column of the record there.
    pub notices: (&'static str, &'static str),
}

impl Recycling {
    /// Only what somebody has goes back at all.
    pub fn narrow(&self, sql: &mut QueryBuilder<Postgres>, leaf: &Leaf) {
        if leaf.op != Op::IsNull {
            sql.push(" and ").push(self.held);
        }
    }
}

/// Adds ` from leads t where …` for those that somebody has.
fn push_held(sql: &mut QueryBuilder<Postgres>, owned: &Owned, tx: &Tx) {
    sql.push(" from ").push(owned.records).push(" t where t.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and t.deleted_at is null and ").push(owned.recycling.held);
}

/// Adds ` and …` for those whose due date is past.
fn push_late(sql: &mut QueryBuilder<Postgres>, owned: &Owned, tx: &Tx) {
    sql.push(" and t.owned_on < ").push_bind(tx.today()).push(" and ");
    (owned.recycling.due_on)(sql, tx);
    sql.push(" < ").push_bind(tx.today());
}

/// Finds what goes back today.
pub async fn find(tx: &mut Tx, owned: &Owned) -> Result<()> {
    sqlx::query("delete from recycle_queue where tenant_id = $1 and object = $2")
        .bind(tx.tenant())
        .bind(owned.object)
        .execute(tx.conn())
        .await?;
    tx.learn().await?;
    let mut sql = QueryBuilder::new("insert into recycle_queue (object, record_id, on_date) select ");
    sql.push_bind(owned.object).push(", t.id, ").push_bind(tx.today());
    push_held(&mut sql, owned, tx);
    push_late(&mut sql, owned, tx);
    sql.build().execute(tx.conn()).await?;
    Ok(())
}

/// Whether some of today's are still to go.
pub async fn is_begun(tx: &mut Tx, owned: &Owned) -> Result<bool> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "select exists (select from recycle_queue where tenant_id = $1 and object = $2 and on_date = $3)";
    Ok(sqlx::query_scalar(sql).bind(tenant).bind(owned.object).bind(today).fetch_one(tx.conn()).await?)
}

/// How many of today's are still to go.
pub async fn waiting(tx: &mut Tx, owned: &Owned) -> Result<i64> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "select count(*) from recycle_queue where tenant_id = $1 and object = $2 and on_date = $3";
    Ok(sqlx::query_scalar(sql).bind(tenant).bind(owned.object).bind(today).fetch_one(tx.conn()).await?)
}

/// The first of those that were found, with names, dates and reasons.
pub async fn list(tx: &mut Tx, owned: &Owned) -> Result<Vec<Value>> {
    tx.learn().await?;
    let mut sql = QueryBuilder::new(
        "select jsonb_build_object('id', t.id, 'name', t.name, 'owner_id', t.owner_id, 'owner_name', (
             select u.name from users u where u.tenant_id = t.tenant_id and u.id = t.owner_id), 'due_on', ",
    );
    (owned.recycling.due_on)(&mut sql, tx);
    sql.push(", 'reason', ");
    (owned.recycling.reason)(&mut sql, tx);
    sql.push(")");
    push_held(&mut sql, owned, tx);
    sql.push(" and t.id = any(array(select record_id from recycle_queue where tenant_id = ").push_bind(tx.tenant());
    sql.push(" and object = ").push_bind(owned.object).push(" order by record_id limit 1000)) order by t.id");
    Ok(sql.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// Takes the next ones out of what was found.
pub async fn next(tx: &mut Tx, owned: &Owned, limit: i64) -> Result<Vec<Uuid>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "delete from recycle_queue where tenant_id = $1 and object = $2 and record_id = any(array(
                   select record_id from recycle_queue where tenant_id = $1 and object = $2 and on_date = $3
                   order by record_id limit $4))
               returning record_id";
    let ids = sqlx::query_scalar(sql).bind(tenant).bind(owned.object).bind(today).bind(limit);
    Ok(ids.fetch_all(tx.conn()).await?)
}

/// A locked record whose due date is past.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Late {
    pub id: Uuid,
    pub owner_id: UserId,
    pub origin_pool_id: Uuid,
}

/// Locks those of these records whose due date still is past: somebody may have spoken to them since they were found.
pub async fn lock(tx: &mut Tx, owned: &Owned, ids: &[Uuid]) -> Result<Vec<Late>> {
    tx.learn().await?;
    let mut sql = QueryBuilder::new("select t.id, t.owner_id, t.origin_pool_id");
    push_held(&mut sql, owned, tx);
    push_late(&mut sql, owned, tx);
    sql.push(" and t.id = any(").push_bind(ids.to_vec()).push(") order by t.id for update of t");
    Ok(sql.build_query_as().fetch_all(tx.conn()).await?)
}

/// A record that goes back within its pool's days of warning.
#[derive(FromRow)]
pub struct Soon {
    pub id: Uuid,
    pub owner_id: UserId,
    due_on: NaiveDate,
    reason: String,
    remind_days: i32,
}

impl Soon {
    pub fn due(&self) -> Result<Due> {
        let reason: RecycleReason = self.reason.parse().map_err(Error::unexpected)?;
        Ok(Due { on: self.due_on, reason })
    }

    pub fn remind_days(&self) -> u32 {
        u32::try_from(self.remind_days).unwrap_or_default()
    }
}

/// Those that go back soon: a part of them, behind the last of the one before.
pub async fn soon(tx: &mut Tx, owned: &Owned, after: Option<Uuid>, most: i64) -> Result<Vec<Soon>> {
    tx.learn().await?;
    let Recycling { due_on, reason, remind_days, .. } = &owned.recycling;
    let mut sql = QueryBuilder::new("select * from (select t.id, t.owner_id");
    for (expression, name) in [(due_on, " as due_on"), (reason, " as reason"), (remind_days, " as remind_days")] {
        sql.push(", ");
        expression(&mut sql, tx);
        sql.push(name);
    }
    push_held(&mut sql, owned, tx);
    if let Some(after) = after {
        sql.push(" and t.id > ").push_bind(after);
    }
    sql.push(") soon where due_on >= ").push_bind(tx.today()).push(" and due_on - remind_days <= ");
    sql.push_bind(tx.today()).push(" order by id limit ").push_bind(most);
    Ok(sql.build_query_as().fetch_all(tx.conn()).await?)
}

/// Something that the owner of a record is told once: of this kind, about this date.
pub struct Warning {
    pub record: Uuid,
    pub kind: &'static str,
    pub about: NaiveDate,
    pub payload: Value,
}

/// Tells what was not told before, and how much that was.
pub async fn warn(tx: &mut Tx, owned: &Owned, event: &str, warnings: &[Warning]) -> Result<i64> {
    let events: Vec<Uuid> = warnings.iter().map(|_| Uuid::now_v7()).collect();
    let (notices, record) = owned.recycling.notices;
    let mut sql = QueryBuilder::new("with new as (select * from unnest(");
    sql.push_bind(warnings.iter().map(|warning| warning.record).collect::<Vec<_>>()).push(", ");
    sql.push_bind(warnings.iter().map(|warning| warning.kind).collect::<Vec<_>>()).push(", ");
    sql.push_bind(warnings.iter().map(|warning| warning.about).collect::<Vec<_>>()).push(", ");
    sql.push_bind(events).push(", ");
    sql.push_bind(warnings.iter().map(|warning| warning.payload.clone()).collect::<Vec<_>>());
    sql.push(") as x (id, kind, about, event_id, payload)), noted as (insert into ").push(notices);
    sql.push(" (")
        .push(record)
        .push(", kind, about) select id, kind, about from new on conflict do nothing returning ");
    sql.push(record).push(" as id, kind), told as (insert into outbox (id, type, resource, record_id, payload)");
    sql.push(" select new.event_id, ").push_bind(event).push(", ").push_bind(owned.records);
    sql.push(", new.id, new.payload from new join noted using (id, kind)) select count(*) from noted");
    Ok(sql.build_query_scalar().fetch_one(tx.conn()).await?)
}
