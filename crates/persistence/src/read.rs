//! The one place that reads records: tenancy, scope, filter, search, order, cursor and masks meet here.

mod any;
mod condition;
mod cover;
mod order;
mod page;
mod scope;
mod search;
mod select;
mod totals;

use std::{collections::HashSet, marker::PhantomData, ops::Deref};

use guanxi_domain::{Code, Error, Permission, Result, Version, filter::Filter};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder, Row};
use uuid::Uuid;

pub use any::{facts, living, reached, shown};
pub use condition::push_filter;
pub(crate) use condition::push_target;
pub(crate) use page::page_of_table;
pub use page::{PageBody, check, count, each, first_by, ids, page};
pub use scope::push_scope;
use select::Selection;
pub use select::unknown_field;
pub use totals::{Total, shows, totals};

use crate::{Facts, Record, Table, Tx};

/// A record that the actor may change, now, and nobody else meanwhile. Every write takes one.
pub struct Locked<R> {
    pub id: Uuid,
    pub version: Version,
    pub facts: Facts,
    /// All columns of the table as JSON, unmasked.
    pub row: Map<String, Value>,
    record: PhantomData<R>,
}

impl<R> Locked<R> {
    /// The columns as a type of the domain.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_value(Value::Object(self.row.clone())).map_err(Error::unexpected)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.row.get(key).and_then(Value::as_str)
    }

    pub fn id_of(&self, key: &str) -> Option<Uuid> {
        self.text(key).and_then(|text| text.parse().ok())
    }

    /// Refuses unless the record still is at the version that the caller saw.
    pub fn expect_version(&self, seen: Version) -> Result<()> {
        if self.version == seen {
            return Ok(());
        }
        Err(Error::new(Code::VersionConflict).with("version", self.version.0).with("seen", seen.0))
    }
}

impl<R> Deref for Locked<R> {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.row
    }
}

/// A record as the caller may see it.
pub struct RecordBody {
    pub json: Vec<u8>,
    pub version: Version,
}

/// The table as the organisation has it, after finding out what its live columns depend on.
async fn prepare(tx: &mut Tx, table: &'static Table) -> Result<&'static Table> {
    if table.has_live() {
        tx.learn().await?;
    }
    tx.table(table).await
}

/// Reads one record as JSON, with the fields that the caller may see.
pub async fn get<R: Record>(tx: &mut Tx, id: Uuid) -> Result<RecordBody> {
    get_as::<R>(tx, R::READ, id, None).await
}

/// Reads one record that `permission` reaches; `fields` leaves out the others.
pub async fn get_as<R: Record>(
    tx: &mut Tx,
    permission: Permission,
    id: Uuid,
    fields: Option<&[String]>,
) -> Result<RecordBody> {
    let table = prepare(tx, R::TABLE).await?;
    let selection = Selection::new(table, tx, fields, false)?;
    let mut sql = selection.select(tx);
    push_scope(&mut sql, table, tx, permission)?;
    sql.push(" and t.id = ").push_bind(id);
    let row = sql.build().fetch_optional(tx.conn()).await?.ok_or_else(|| Error::not_found(R::TABLE.noun))?;
    let mut json = Vec::with_capacity(1536);
    selection.write(&mut json, &row, tx.actor())?;
    Ok(RecordBody { json, version: Version(row.try_get(1)?) })
}

/// Reads a record that this transaction has just written, whether or not the caller still reaches it.
pub async fn again<R: Record>(tx: &mut Tx, id: Uuid) -> Result<RecordBody> {
    let table = prepare(tx, R::TABLE).await?;
    let selection = Selection::new(table, tx, None, false)?;
    let mut sql = selection.select(tx);
    sql.push(" and t.tenant_id = ").push_bind(tx.tenant()).push(" and t.id = ").push_bind(id);
    let row = sql.build().fetch_optional(tx.conn()).await?.ok_or_else(|| Error::not_found(R::TABLE.noun))?;
    let mut json = Vec::with_capacity(1536);
    selection.write(&mut json, &row, tx.actor())?;
    Ok(RecordBody { json, version: Version(row.try_get(1)?) })
}

/// Reads one record and keeps it from changing until the transaction ends: permission and scope, here and only here.
pub async fn lock<R: Record>(tx: &mut Tx, permission: Permission, id: Uuid) -> Result<Locked<R>> {
    match lock_all::<R>(tx, permission, &[id]).await?.pop() {
        Some(locked) => Ok(locked),
        None => Err(out_of_reach::<R>(tx, permission, id).await?),
    }
}

/// Why a record is not to be had: it is not there for the caller, or it is, and not for this.
pub async fn out_of_reach<R: Record>(tx: &mut Tx, permission: Permission, id: Uuid) -> Result<Error> {
    let seen = visible::<R>(tx, &[id]).await?;
    Ok(refusal::<R>(tx, permission, seen.contains(&id)))
}

/// Why somebody who sees a record, or does not, may not do something to it.
pub fn refusal<R: Record>(tx: &Tx, permission: Permission, seen: bool) -> Error {
    let granted = tx.actor().access.may(permission);
    match (seen, granted) {
        (false, _) => Error::not_found(R::TABLE.noun),
        (true, false) => Error::forbidden(permission.0),
        (true, true) => Error::forbidden(permission.0).with("reason", "not_this_record"),
    }
}

/// Those of these records that the caller sees.
pub async fn visible<R: Record>(tx: &mut Tx, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    if ids.is_empty() || !tx.actor().access.may(R::READ) {
        return Ok(HashSet::new());
    }
    let mut sql = QueryBuilder::new("select t.id from ");
    sql.push(R::TABLE.name).push(" t where t.deleted_at is null");
    push_scope(&mut sql, R::TABLE, tx, R::READ)?;
    sql.push(" and t.id = any(").push_bind(ids.to_vec()).push(")");
    Ok(sql.build_query_scalar().fetch_all(tx.conn()).await?.into_iter().collect())
}

/// Reads all columns of one record that `permission` reaches, for the code to look at; others may write it meanwhile.
pub async fn peek<R: Record>(tx: &mut Tx, permission: Permission, id: Uuid) -> Result<Locked<R>> {
    let mut sql = select::raw(R::TABLE);
    push_scope(&mut sql, R::TABLE, tx, permission)?;
    sql.push(" and t.deleted_at is null and t.id = ").push_bind(id);
    let row = sql.build().fetch_optional(tx.conn()).await?.ok_or_else(|| Error::not_found(R::TABLE.noun))?;
    locked_from(R::TABLE, &row, tx)
}

/// Reads all columns of a record that the product itself goes by; others may write it meanwhile.
pub async fn peek_known<R: Record>(tx: &mut Tx, id: Uuid) -> Result<Option<Locked<R>>> {
    let mut sql = select::raw(R::TABLE);
    sql.push(" and t.deleted_at is null and t.tenant_id = ").push_bind(tx.tenant()).push(" and t.id = ").push_bind(id);
    let row = sql.build().fetch_optional(tx.conn()).await?;
    row.map(|row| locked_from(R::TABLE, &row, tx)).transpose()
}

/// Locks those of `ids` that `permission` reaches, in the order of their ids, so that two batches never wait for
/// each other in a circle.
pub async fn lock_all<R: Record>(tx: &mut Tx, permission: Permission, ids: &[Uuid]) -> Result<Vec<Locked<R>>> {
    let mut sql = select::raw(R::TABLE);
    push_scope(&mut sql, R::TABLE, tx, permission)?;
    sql.push(" and t.deleted_at is null");
    lock_rows(tx, sql, ids).await
}

/// Locks records that the product itself goes on with: those that this transaction wrote, or that a job found.
pub async fn lock_known<R: Record>(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<Locked<R>>> {
    let mut sql = select::raw(R::TABLE);
    sql.push(" and t.deleted_at is null and t.tenant_id = ").push_bind(tx.tenant());
    lock_rows(tx, sql, ids).await
}

/// Refuses a filter that a list of these records would refuse.
pub async fn check_filter<R: Record>(tx: &mut Tx, filter: &Filter) -> Result<()> {
    let table = prepare(tx, R::TABLE).await?;
    push_filter(&mut QueryBuilder::new(""), table, filter, tx)
}

/// Locks records in the recycle bin.
pub async fn lock_deleted<R: Record>(tx: &mut Tx, permission: Permission, id: Uuid) -> Result<Locked<R>> {
    let mut sql = select::raw(R::TABLE);
    push_scope(&mut sql, R::TABLE, tx, permission)?;
    sql.push(" and t.deleted_at is not null");
    let mut locked = lock_rows(tx, sql, &[id]).await?;
    locked.pop().ok_or_else(|| Error::not_found(R::TABLE.noun))
}

async fn lock_rows<R: Record>(tx: &mut Tx, mut sql: QueryBuilder<Postgres>, ids: &[Uuid]) -> Result<Vec<Locked<R>>> {
    sql.push(" and t.id = any(").push_bind(ids.to_vec()).push(") order by t.id for update of t");
    let rows = sql.build().fetch_all(tx.conn()).await?;
    rows.iter().map(|row| locked_from(R::TABLE, row, tx)).collect()
}

fn locked_from<R: Record>(table: &Table, row: &sqlx::postgres::PgRow, tx: &Tx) -> Result<Locked<R>> {
    let values = select::raw_values(table, row, tx.actor().zone)?;
    let facts = select::facts_of(&values);
    let id = values.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let version = values.get("version").and_then(Value::as_i64);
    let (Some(id), Some(version)) = (id, version) else { return Err(Error::unexpected("a row without id")) };
    Ok(Locked { id, version: Version(version), facts, row: values, record: PhantomData })
}

/// Whether `permission` reaches the record `id`.
pub async fn exists<R: Record>(tx: &mut Tx, permission: Permission, id: Uuid) -> Result<bool> {
    let mut sql = QueryBuilder::new("select 1 from ");
    sql.push(R::TABLE.name).push(" t where t.deleted_at is null");
    push_scope(&mut sql, R::TABLE, tx, permission)?;
    sql.push(" and t.id = ").push_bind(id);
    Ok(sql.build().fetch_optional(tx.conn()).await?.is_some())
}

/// Fails with 404 unless the caller may read the record.
pub async fn must_see<R: Record>(tx: &mut Tx, id: Uuid) -> Result<()> {
    if exists::<R>(tx, R::READ, id).await? { Ok(()) } else { Err(Error::not_found(R::TABLE.noun)) }
}

/// The records that a bulk action is asked for.
#[derive(Debug, Clone)]
pub enum Chosen {
    Ids(Vec<Uuid>),
    Matching(Filter),
}
