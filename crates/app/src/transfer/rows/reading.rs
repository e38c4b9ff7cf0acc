//! The cells of a row as fields, and a refusal as the mistakes of its cells.

use std::collections::HashMap;

use chrono_tz::Tz;
use guanxi_domain::{
    Code, Error, FieldCode, FieldError, Result,
    fields::Kind,
    transfer::{Cell, Names},
};
use guanxi_persistence::{
    Column, Table, Tx,
    table::Write,
    transfer::{
        imports::{RowError, SheetRow},
        names,
    },
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use validator::Validate;

use crate::{added, body, platform::layouts, records, transfer::importing::ImportOptions};

/// All that is needed to go through the rows of an import.
pub struct Run {
    /// The table as the organisation has it.
    pub(super) table: &'static Table,
    columns: Vec<Option<Mapped>>,
    pub(super) options: ImportOptions,
    zone: Tz,
    /// Failures of our own are those of a row once the whole was tried again in vain.
    pub lenient: bool,
}

/// A column of the sheet that is given to a field.
pub(super) struct Mapped {
    pub header: String,
    pub column: &'static Column,
    names: Option<Names>,
}

/// One row as it was read.
pub(super) struct Row {
    pub index: usize,
    pub body: Map<String, Value>,
    pub errors: Vec<RowError>,
}

impl Run {
    pub async fn new(
        tx: &mut Tx,
        table: &'static Table,
        headers: &[String],
        fields: &HashMap<String, &'static Column>,
        options: ImportOptions,
    ) -> Result<Self> {
        let mut columns = Vec::with_capacity(headers.len());
        for header in headers {
            columns.push(match fields.get(header) {
                Some(column) => {
                    Some(Mapped { header: header.clone(), column, names: names::of(tx, column.kind).await? })
                }
                None => None,
            });
        }
        let table = tx.table(table).await?;
        Ok(Self { table, columns, options, zone: tx.actor().zone, lenient: false })
    }

    pub(super) fn mapped(&self) -> impl Iterator<Item = &Mapped> {
        self.columns.iter().flatten()
    }

    /// Reads the cells of some rows as fields.
    pub(super) async fn read(&self, tx: &mut Tx, rows: &[SheetRow]) -> Result<Vec<Row>> {
        let mut customers: HashMap<&str, Names> = HashMap::new();
        for (at, mapped) in self.columns.iter().enumerate() {
            let Some(mapped) = mapped.as_ref().filter(|mapped| mapped.column.kind == Kind::Reference("customers"))
            else {
                continue;
            };
            let mut words: Vec<String> = rows.iter().filter_map(|(_, cells)| cells.get(at)).map(Cell::shown).collect();
            words.sort_unstable();
            words.dedup();
            customers.insert(mapped.column.key, names::customers(tx, &words).await?);
        }
        Ok(rows.iter().enumerate().map(|(index, (_, cells))| self.read_row(index, cells, &customers)).collect())
    }

    fn read_row(&self, index: usize, cells: &[Cell], customers: &HashMap<&str, Names>) -> Row {
        let mut row = Row { index, body: Map::new(), errors: Vec::new() };
        for (mapped, cell) in self.columns.iter().zip(cells) {
            let Some(Mapped { header, column, names }) = mapped else { continue };
            let names = names.as_ref().or_else(|| customers.get(column.key));
            match cell.value(column.kind, names, self.zone) {
                Ok(Value::Null) => {}
                Ok(value) => {
                    row.body.insert(column.key.to_owned(), value);
                }
                Err(code) => row.errors.push(RowError::at(header, code)),
            }
        }
        row
    }

    /// The whole body of a new record: what the sheet says, and whose it shall be where the sheet does not say.
    fn new_body(&self, body: &Map<String, Value>) -> Map<String, Value> {
        let written =
            |key: &str| self.mapped().any(|mapped| mapped.column.key == key && mapped.column.write != Write::Never);
        let mut new = body.clone();
        new.retain(|key, _| written(key));
        if !new.contains_key("owner_id") && !new.contains_key("pool_id") {
            if let Some(owner) = self.options.owner_id {
                new.insert("owner_id".to_owned(), owner.to_string().into());
            }
            if let Some(pool) = self.options.pool_id {
                new.insert("pool_id".to_owned(), pool.to_string().into());
            }
        }
        new
    }

    /// A new record as it would be typed in. Where the organisation added fields, their words and ids are looked up.
    pub(super) async fn details<D: Serialize + DeserializeOwned + Validate>(
        &self,
        tx: &mut Tx,
        body: &Map<String, Value>,
    ) -> Result<D> {
        let mut new = self.new_body(body);
        let mut wrong = self.unknown(tx, &new, None).await?;
        wrong.extend(added::gather(self.table, &mut new, None));
        wrong.extend(added::missing(self.table, &tx.actor().access, &new));
        let details: D = records::with(body::read(Value::Object(new)), wrong)?;
        let written: Vec<&str> = body.keys().map(String::as_str).collect();
        layouts::ask(tx, self.table, &details, None, &written).await?;
        Ok(details)
    }

    /// What added fields name that nobody here has. The others have been looked up, or have foreign keys.
    pub(super) async fn unknown(
        &self,
        tx: &mut Tx,
        body: &Map<String, Value>,
        held: Option<&Map<String, Value>>,
    ) -> Result<Vec<FieldError>> {
        let is_added = |key: &str| self.table.added.iter().any(|column| column.key == key);
        let added: Map<String, Value> =
            body.iter().filter(|(key, _)| is_added(key)).map(|(key, value)| (key.clone(), value.clone())).collect();
        if added.is_empty() {
            return Ok(Vec::new());
        }
        records::wrong_words(tx, self.table, &added.into(), held).await
    }

    /// What the sheet says about a record that there is already. Empty cells say nothing.
    pub(super) fn patch(&self, body: &Map<String, Value>) -> Map<String, Value> {
        let free =
            |key: &str| self.mapped().any(|mapped| mapped.column.key == key && mapped.column.write == Write::Free);
        body.iter().filter(|(key, _)| free(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    pub(super) fn header_of(&self, key: &str) -> Option<String> {
        self.mapped().find(|mapped| mapped.column.key == key).map(|mapped| mapped.header.clone())
    }

    /// Mistakes are told in the order of the columns, those of the whole row last.
    pub(super) fn place_of(&self, error: &RowError) -> usize {
        let mut columns = self.columns.iter();
        let place = columns.position(|column| column.as_ref().map(|mapped| &mapped.header) == error.column.as_ref());
        place.filter(|_| error.column.is_some()).unwrap_or(usize::MAX)
    }

    /// A refusal as the errors of a row, each at the cell that it is about.
    pub(super) fn errors(&self, error: Error) -> Result<Vec<RowError>> {
        match error {
            Error::Refused(refusal) if refusal.fields.is_empty() => {
                Ok(vec![RowError { column: None, code: refusal.code.to_string(), params: refusal.params }])
            }
            Error::Refused(refusal) => Ok(refusal.fields.into_iter().map(|field| self.error_at(field)).collect()),
            Error::Unexpected(cause) if self.lenient => {
                tracing::error!(error = %cause, "a row of an import failed");
                Ok(vec![RowError { column: None, code: Code::Internal.to_string(), params: Map::new() }])
            }
            other @ (Error::Retry | Error::Unexpected(_)) => Err(other),
        }
    }

    fn error_at(&self, field: FieldError) -> RowError {
        let key = field.pointer.trim_start_matches('/').split('/').next().unwrap_or_default();
        let code: &str = field.code.into();
        let mut params = field.params;
        let column = self.header_of(key);
        if column.is_none() && !key.is_empty() {
            params.insert("field".to_owned(), key.into());
        }
        RowError { column, code: code.to_owned(), params }
    }
}

/// What a row tells about itself.
pub(super) trait AtCell {
    fn at(header: &str, code: FieldCode) -> Self;
}

impl AtCell for RowError {
    fn at(header: &str, code: FieldCode) -> Self {
        let code: &str = code.into();
        Self { column: Some(header.to_owned()), code: code.to_owned(), params: Map::new() }
    }
}
