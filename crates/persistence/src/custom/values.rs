//! The values of added fields: as they are told, and what follows from them when a row is written.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, SecondsFormat};
use chrono_tz::Tz;
use guanxi_domain::{
    Code, Error, FieldCode, FieldError, Result, fields::Kind, numbering::NumberingRule,
    platform::custom_field::FieldType, search::search_text, text,
};
use serde_json::{Map, Value, value::RawValue};
use sqlx::{Postgres, QueryBuilder, Row, ValueRef, postgres::PgRow};
use uuid::Uuid;

use super::{CustomField, Defined, Own};
use crate::{Column, Table, Tx, json, known::Known, numbering, platform::files, table::CUSTOM};

/// What a row holds of added fields.
pub(crate) struct Stored<'r>(HashMap<&'r str, &'r RawValue>);

impl<'r> Stored<'r> {
    pub(crate) fn read(row: &'r PgRow, index: usize) -> Result<Self> {
        let raw = row.try_get_raw(index)?;
        if raw.is_null() {
            return Ok(Self(HashMap::new()));
        }
        // The binary form of jsonb is a version byte and the text.
        let bytes = raw.as_bytes().map_err(Error::Unexpected)?;
        serde_json::from_slice(bytes.strip_prefix(&[1]).unwrap_or(bytes)).map(Self).map_err(Error::unexpected)
    }

    /// Writes the value of a column as JSON, or little of what it is.
    pub(crate) fn write(
        &self,
        out: &mut Vec<u8>,
        column: &Column,
        field: &CustomField,
        covered: bool,
        known: Option<&Known>,
        zone: Tz,
    ) -> Result<()> {
        let Some(raw) = self.0.get(&*field.key).map(|raw| raw.get()).filter(|raw| *raw != "null") else {
            out.extend_from_slice(b"null");
            return Ok(());
        };
        let words = || serde_json::from_str::<String>(raw).map_err(Error::unexpected);
        if !column.is_stored() {
            let name = words()?.parse().ok().and_then(|id| known?.name(&id).map(str::to_owned));
            return json::write_json(out, &name.map(|name| if covered { text::mask_text(&name) } else { name }));
        }
        let kind = column.kind;
        if covered {
            let left = if kind.is_text() { Some(kind.mask(&words()?)) } else { None };
            return json::write_json(out, &left);
        }
        if kind == Kind::Timestamp {
            let time = DateTime::parse_from_rfc3339(&words()?).map_err(Error::unexpected)?.with_timezone(&zone);
            return json::write_json(out, &time.to_rfc3339_opts(SecondsFormat::AutoSi, false));
        }
        out.extend_from_slice(raw.as_bytes());
        Ok(())
    }
}

/// Completes new rows with numbers that are drawn, and answers with the words under which each is found. Refuses what
/// another record has already, as a constraint would.
pub async fn complete_new(
    tx: &mut Tx,
    table: &'static Table,
    rows: &mut [Map<String, Value>],
) -> Result<Vec<Vec<String>>> {
    let Some(own) = own(tx, table).await? else { return Ok(vec![Vec::new(); rows.len()]) };
    let mut unique = Vec::new();
    for row in rows.iter_mut() {
        files::take(tx, &own, None, row).await?;
    }
    for row in rows.iter() {
        unique.extend(unique_words(&own, row.get(CUSTOM)));
    }
    refuse_twins(tx, table, unique, None).await?;
    for field in own.fields().filter(|field| field.kind == FieldType::AutoNumber) {
        let rule = field.numbering.clone().unwrap_or_else(NumberingRule::plain);
        let object = format!("{}.{}", table.noun, field.key.as_str());
        let numbers = numbering::draw_by(tx, &object, &rule, rows.len()).await?;
        for (row, number) in rows.iter_mut().zip(numbers) {
            if let Some(custom) = row.entry(CUSTOM).or_insert_with(|| Map::new().into()).as_object_mut() {
                custom.insert(field.key.to_string(), number.into());
            }
        }
    }
    let complete = |row: &mut Map<String, Value>| {
        let custom = row.get(CUSTOM).cloned().unwrap_or_default();
        complete_row(&own, row, &custom)
    };
    Ok(rows.iter_mut().map(complete).collect())
}

/// The same for a row that is changed; `before` is what it holds.
pub async fn complete(
    tx: &mut Tx,
    table: &'static Table,
    id: Uuid,
    before: &Map<String, Value>,
    values: &mut Map<String, Value>,
) -> Result<Vec<String>> {
    if !values.contains_key(CUSTOM) && !values.contains_key("search_text") {
        return Ok(Vec::new());
    }
    let Some(own) = own(tx, table).await? else { return Ok(Vec::new()) };
    files::take(tx, &own, before.get(CUSTOM), values).await?;
    if let Some(custom) = values.get(CUSTOM).cloned() {
        if !values.contains_key("search_text") {
            return Err(Error::unexpected("added fields are written together with what their record is found by"));
        }
        let held: Vec<String> = unique_words(&own, before.get(CUSTOM)).into_iter().map(|(_, word)| word).collect();
        let mut new = unique_words(&own, Some(&custom));
        new.retain(|(_, word)| !held.contains(word));
        refuse_twins(tx, table, new, Some(id)).await?;
        return Ok(complete_row(&own, values, &custom));
    }
    Ok(before.get(CUSTOM).map(|custom| complete_row(&own, values, custom)).unwrap_or_default())
}

async fn own(tx: &mut Tx, table: &'static Table) -> Result<Option<Own>> {
    if table.is_open() { tx.own_table(table).await } else { Ok(None) }
}

/// Adds what fields say to what a row is found by; answers with the words of the index for what it holds. Fields that
/// lie in the recycle bin keep theirs: they may come back.
fn complete_row(own: &Own, row: &mut Map<String, Value>, custom: &Value) -> Vec<String> {
    let parts = own.fields().filter_map(|field| field.searched(custom.get(&*field.key)?));
    let more = search_text(parts);
    if let Some(known) = row.get("search_text").and_then(Value::as_str).filter(|_| !more.is_empty()) {
        let text = format!("{known}\n{more}");
        row.insert("search_text".to_owned(), text.into());
    }
    words(own, custom)
}

/// The words of the index for what a record holds.
pub(super) fn words(own: &Own, custom: &Value) -> Vec<String> {
    let held = own.defined.iter().filter_map(|Defined { details, .. }| Some((details, custom.get(&*details.key)?)));
    let mut words: Vec<String> = held.flat_map(|(field, value)| field.tokens(value)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

impl Table {
    /// What no other record may have of what a row holds, with the field that it is of.
    pub fn unique_words(&self, row: &Map<String, Value>) -> Vec<(String, String)> {
        let fields = self.added.iter().filter(|column| column.is_stored()).filter_map(|column| column.custom);
        let word = |field: &CustomField| field.unique_token(row.get(CUSTOM)?.get(&*field.key)?);
        fields.filter_map(|field| Some((field.key.to_string(), word(field)?))).collect()
    }
}

/// The same of all fields that were ever added: those in the recycle bin may come back.
fn unique_words(own: &Own, custom: Option<&Value>) -> Vec<(String, String)> {
    let word = |Defined { details, .. }: &Defined| {
        Some((details.key.to_string(), details.unique_token(custom?.get(&*details.key)?)?))
    };
    own.defined.iter().filter_map(word).collect()
}

/// Refuses words that another record has. Whoever else is about to write one of them waits until this transaction ends.
pub async fn refuse_twins(
    tx: &mut Tx,
    table: &'static Table,
    unique: Vec<(String, String)>,
    except: Option<Uuid>,
) -> Result<()> {
    if unique.is_empty() {
        return Ok(());
    }
    let mut words: Vec<String> = unique.iter().map(|(_, word)| word.clone()).collect();
    words.sort_unstable();
    let mut taken: Vec<String> =
        words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
    words.dedup();
    sqlx::query(
        "select pg_advisory_xact_lock(key) from (
             select distinct hashtextextended($1::text || word, 2) as key from unnest($2::text[]) word order by 1) keys",
    )
    .bind(format!("{} {} ", tx.tenant(), table.name))
    .bind(&words)
    .execute(tx.conn())
    .await?;
    let mut sql = QueryBuilder::<Postgres>::new("select distinct word from ");
    sql.push(table.name).push("_tokens found join ").push(table.name);
    sql.push(" t on t.tenant_id = found.tenant_id and t.id = found.id, unnest(found.tokens) word");
    sql.push(" where t.deleted_at is null and found.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and found.tokens && ").push_bind(words.clone());
    sql.push(" and word = any(").push_bind(words).push(") and found.id is distinct from ").push_bind(except);
    taken.extend(sql.build_query_scalar::<String>().fetch_all(tx.conn()).await?);
    let mut keys: Vec<&str> =
        unique.iter().filter(|(_, word)| taken.contains(word)).map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return Ok(());
    }
    Err(Error::fields(keys.into_iter().map(|key| FieldError::new(format!("/{key}"), FieldCode::Duplicate)).collect()))
}

/// Refuses that a record comes back beside one that took what it alone may have.
pub async fn refuse_restored(tx: &mut Tx, table: &'static Table, id: Uuid) -> Result<()> {
    let Some(own) = own(tx, table).await? else { return Ok(()) };
    let mut sql = QueryBuilder::<Postgres>::new("select t.custom from ");
    sql.push(table.name).push(" t where t.tenant_id = ").push_bind(tx.tenant()).push(" and t.id = ").push_bind(id);
    let custom: Option<Value> = sql.build_query_scalar().fetch_optional(tx.conn()).await?;
    let unique = unique_words(&own, custom.as_ref());
    refuse_twins(tx, table, unique, Some(id)).await.map_err(|error| match error {
        Error::Refused(mut refusal) => {
            refusal.code = Code::RestoreConflict;
            Error::Refused(refusal)
        }
        other @ (Error::Retry | Error::Unexpected(_)) => other,
    })
}

impl Own {
    /// The fields that are in use.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static CustomField> {
        self.table.added.iter().filter(|column| column.is_stored()).filter_map(|column| column.custom)
    }
}

/// Definitions, shared by all who know them.
pub(crate) type Definitions = Arc<[Defined]>;
