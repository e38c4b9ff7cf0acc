//! The kinds of records that come and go in sheets.

use std::collections::HashMap;

use futures_util::future::LocalBoxFuture;
use guanxi_domain::{
    Access, Error, Permission, Result, UserId, access::FieldAccess, fields::Kind, page::ListQuery,
    transfer::mapping::Target,
};
use guanxi_persistence::{
    Column, Record, Table, Tx,
    customers::{contact::Contact, customer::Customer},
    leads::Lead,
    opportunities::opportunity::Opportunity,
    read::{self, PageBody},
    table::{COMMON, Write},
    transfer::imports::{RowResult, SheetRow},
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::rows::{self, Run, Seen};
use crate::records::{Editable, Saved};

/// A kind of record that sheets are made of.
pub trait Importable: Editable {
    const IMPORT: Permission;
    const EXPORT: Permission;
    /// Columns that name one record, beside its id.
    const KEYS: &'static [&'static str];

    /// The words under which two of them are the same: `phone:13800138000`.
    fn marks(details: &Self::Details) -> Vec<String>;

    /// For each of them the record that it is the same as.
    fn known(tx: &mut Tx, details: &[&Self::Details]) -> impl Future<Output = Result<Vec<Option<Uuid>>>>;

    /// Creates them all, each on its own; `ignore_caps` lets owners have more than they may hold.
    fn create_all(
        tx: &mut Tx,
        details: Vec<Self::Details>,
        _ignore_caps: bool,
    ) -> impl Future<Output = Result<Vec<Result<Saved>>>> {
        one_by_one::<Self>(tx, details)
    }

    /// Says what creating them would say. Whatever it writes is rolled back.
    fn examine_all(
        tx: &mut Tx,
        details: Vec<Self::Details>,
        ignore_caps: bool,
        _given: &mut Given,
    ) -> impl Future<Output = Result<Vec<Result<()>>>> {
        async move {
            let created = Self::create_all(tx, details, ignore_caps).await?;
            Ok(created.into_iter().map(|created| created.map(drop)).collect())
        }
    }
}

/// How many records each person would be given by what was looked at so far.
pub type Given = HashMap<UserId, u32>;

/// Creates records each behind a savepoint of its own, so that one that is refused leaves the others alone.
pub async fn one_by_one<R: Editable>(tx: &mut Tx, details: Vec<R::Details>) -> Result<Vec<Result<Saved>>> {
    let mut results = Vec::with_capacity(details.len());
    for details in details {
        tx.mark().await?;
        results.push(match R::create(tx, details).await {
            Err(Error::Retry) => return Err(Error::Retry),
            Err(error) => {
                tx.undo().await?;
                Err(error)
            }
            Ok(saved) => Ok(saved),
        });
    }
    Ok(results)
}

type Later<'a, T> = LocalBoxFuture<'a, Result<T>>;

type Check = for<'a> fn(&'a mut Tx, &'a Run, Vec<SheetRow>, &'a mut Seen) -> Later<'a, Vec<RowResult>>;
type Each = for<'a> fn(&'a mut Tx, &'a ListQuery, Option<Uuid>, i64) -> Later<'a, Vec<Map<String, Value>>>;

/// A kind of record, as what is done with its sheets.
pub struct Resource {
    pub table: &'static Table,
    pub import: Permission,
    pub export: Permission,
    pub keys: &'static [&'static str],
    pub(super) run: for<'a> fn(&'a mut Tx, &'a Run, Vec<SheetRow>) -> Later<'a, Vec<RowResult>>,
    pub(super) check: Check,
    pub(super) undo: for<'a> fn(&'a mut Tx, &'a [Uuid]) -> Later<'a, usize>,
    pub(super) each: Each,
    pub(super) page: for<'a> fn(&'a mut Tx, &'a ListQuery) -> Later<'a, PageBody>,
}

const fn entry<R: Importable>() -> Resource {
    Resource {
        table: R::TABLE,
        import: R::IMPORT,
        export: R::EXPORT,
        keys: R::KEYS,
        run: |tx, run, rows| Box::pin(rows::run::<R>(tx, run, rows)),
        check: |tx, run, rows, seen| Box::pin(rows::check::<R>(tx, run, rows, seen)),
        undo: |tx, ids| Box::pin(rows::undo::<R>(tx, ids)),
        each: |tx, query, after, limit| Box::pin(read::each::<R>(tx, R::EXPORT, query, after, limit)),
        page: |tx, query| Box::pin(read::page::<Exported<R>>(tx, query)),
    }
}

/// A kind of record read under the permission to export it.
struct Exported<R>(std::marker::PhantomData<fn() -> R>);

impl<R: Importable> Record for Exported<R> {
    const TABLE: &'static Table = R::TABLE;
    const READ: Permission = R::EXPORT;
}

/// All of them.
pub fn resources() -> &'static [Resource] {
    &ALL
}

/// Finds one by its path: `leads`.
pub fn resource(path: &str) -> Result<&'static Resource> {
    ALL.iter().find(|resource| resource.table.path() == path).ok_or_else(|| Error::not_found("resource"))
}

static ALL: [Resource; 4] = [entry::<Lead>(), entry::<Customer>(), entry::<Contact>(), entry::<Opportunity>()];

impl Resource {
    /// The columns of the table, as the organisation has it, that a sheet may fill for this person, and those by which it may name records.
    pub fn targets<'a>(
        &'a self,
        table: &'static Table,
        access: &'a Access,
    ) -> impl Iterator<Item = &'static Column> + 'a {
        let own = table.own_columns().filter(|column| column.is_stored());
        let id = COMMON.iter().filter(|column| column.key == "id");
        own.chain(id).filter(|column| self.is_writable(column, access) || self.is_key(column, access))
    }

    pub fn is_writable(&self, column: &Column, access: &Access) -> bool {
        let open = self.table.right(access, column).access == FieldAccess::Write;
        let in_a_cell = !matches!(column.kind, Kind::Json | Kind::Id);
        open && in_a_cell && matches!(column.write, Write::Free | Write::Once)
    }

    /// Whether this person may find records by the column.
    pub fn is_key(&self, column: &Column, access: &Access) -> bool {
        let seen = access.field(self.table.noun, column.key).access != FieldAccess::Hidden;
        seen && (column.key == "id" || self.keys.contains(&column.key))
    }

    pub fn guess(&self, table: &'static Table, headers: &[String], access: &Access) -> Map<String, Value> {
        let targets: Vec<Target<'_>> =
            self.targets(table, access).map(|column| Target { key: column.key, labels: column.label }).collect();
        let fields = guanxi_domain::transfer::mapping::guess(headers, &targets);
        headers.iter().cloned().zip(fields.into_iter().map(Value::from)).collect()
    }
}
