//! What is done alike to every kind of record: create, edit, delete, and verbs over many at once.

use std::collections::HashSet;

use guanxi_domain::{Access, Code, Error, FieldCode, Permission, Result, Version, error::FieldError};
use guanxi_persistence::{
    Locked, Record, Table, Tx,
    platform::{dictionaries, references},
    read::{self, Chosen},
    table::{CUSTOM, Write},
    write,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{added, body, platform::layouts};

/// How many records one batch takes.
pub const BATCH_MAX: usize = 200;

/// A record that people create and edit.
pub trait Editable: Record + Sized {
    /// The part of it that they type in: exactly the columns that can be written freely, or once.
    type Details: Serialize + DeserializeOwned + Validate + ToSchema + Send + Sync + 'static;
    const CREATE: Permission;
    const UPDATE: Permission;
    const DELETE: Permission;

    /// What a new record begins with where the body says nothing of it: what the organisation has set.
    fn begins_with(_tx: &mut Tx) -> impl Future<Output = Result<Map<String, Value>>> {
        async { Ok(Map::new()) }
    }

    /// Columns that follow from the details: keys to compare by, words to search by.
    fn derived(_details: &Self::Details) -> Map<String, Value> {
        Map::new()
    }

    /// Creates a record; the caller's permission was checked.
    fn create(tx: &mut Tx, details: Self::Details) -> impl Future<Output = Result<Saved>> {
        async move {
            let id = insert::<Self>(tx, &details, Map::new()).await?;
            Ok(Saved::new(id))
        }
    }

    /// Writes new details over those of a locked record.
    fn update(tx: &mut Tx, record: &Locked<Self>, details: Self::Details) -> impl Future<Output = Result<Saved>> {
        async move {
            save(tx, record, &details, Map::new()).await?;
            Ok(Saved::new(record.id))
        }
    }

    /// Puts a locked record into the recycle bin.
    fn delete(tx: &mut Tx, record: &Locked<Self>) -> impl Future<Output = Result<()>> {
        write::delete(tx, record)
    }
}

/// What a write left behind, and what the caller should know about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    pub id: Uuid,
    /// Shown beside the record: possible duplicates, for example.
    pub warnings: Vec<Value>,
}

impl Saved {
    pub fn new(id: impl Into<Uuid>) -> Self {
        Self { id: id.into(), warnings: Vec::new() }
    }
}

/// Creates a record from a body, as the API and the import do.
pub async fn create<R: Editable>(tx: &mut Tx, body: Value) -> Result<Saved> {
    tx.actor().access.scope(R::CREATE)?;
    let table = tx.table(R::TABLE).await?;
    let (body, mut wrong) = writable(tx, table, body, &[Write::Free, Write::Once])?;
    wrong.extend(wrong_words(tx, table, &body, None).await?);
    let mut whole = R::begins_with(tx).await?;
    whole.extend(body.as_object().cloned().unwrap_or_default());
    wrong.extend(added::gather(table, &mut whole, None));
    wrong.extend(added::missing(table, &tx.actor().access, &whole));
    let written: Vec<&str> = body.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect();
    let details = with(body::read(Value::Object(whole)), wrong)?;
    layouts::ask(tx, table, &details, None, &written).await?;
    let saved = R::create(tx, details).await?;
    emit::<R>(tx, "created", saved.id).await?;
    Ok(saved)
}

/// Lays a merge patch over a record that the caller saw at version `seen`.
pub async fn update<R: Editable>(tx: &mut Tx, id: Uuid, seen: Option<Version>, patch: Value) -> Result<Saved> {
    tx.actor().access.scope(R::UPDATE)?;
    let record = read::lock::<R>(tx, R::UPDATE, id).await?;
    if let Some(seen) = seen {
        record.expect_version(seen)?;
    }
    let table = tx.table(R::TABLE).await?;
    let (patch, mut wrong) = writable(tx, table, patch, &[Write::Free])?;
    wrong.extend(wrong_words(tx, table, &patch, Some(&record.row)).await?);
    let written: Vec<String> = patch.as_object().into_iter().flat_map(Map::keys).cloned().collect();
    let (details, flaws) = laid_over(table, &tx.actor().access, &record, patch);
    wrong.extend(flaws);
    let details = with(body::read(details.into()), wrong)?;
    let written: Vec<&str> = written.iter().map(String::as_str).collect();
    layouts::ask(tx, table, &details, Some(&record.row), &written).await?;
    let saved = R::update(tx, &record, details).await?;
    emit::<R>(tx, "updated", saved.id).await?;
    Ok(saved)
}

/// The details of a record with a patch laid over them, and what is wrong with the fields that the organisation added.
pub(crate) fn laid_over<R: Record>(
    table: &Table,
    access: &Access,
    record: &Locked<R>,
    patch: Value,
) -> (Map<String, Value>, Vec<FieldError>) {
    let mut details = Value::Object(details_of(record));
    body::merge(&mut details, patch);
    let mut details = details.as_object().cloned().unwrap_or_default();
    let mut wrong = added::gather(table, &mut details, record.row.get(CUSTOM));
    wrong.extend(added::missing(table, access, &details));
    (details, wrong)
}

pub async fn delete<R: Editable>(tx: &mut Tx, id: Uuid, seen: Option<Version>) -> Result<()> {
    let record = read::lock::<R>(tx, R::DELETE, id).await?;
    if let Some(seen) = seen {
        record.expect_version(seen)?;
    }
    R::delete(tx, &record).await?;
    emit::<R>(tx, "deleted", id).await
}

/// Inserts a record with its details, what follows from them, and `more` columns.
pub async fn insert<R: Editable>(tx: &mut Tx, details: &R::Details, more: Map<String, Value>) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let mut values = body::object(details)?;
    values.extend(R::derived(details));
    values.extend(more);
    write::insert::<R>(tx, id, values).await?;
    Ok(id)
}

/// Writes those columns of a record that change, and `more`.
pub async fn save<R: Editable>(
    tx: &mut Tx,
    record: &Locked<R>,
    details: &R::Details,
    more: Map<String, Value>,
) -> Result<()> {
    let mut values = body::object(details)?;
    values.retain(|key, value| record.row.get(key) != Some(value));
    if !values.is_empty() {
        values.extend(R::derived(details));
    }
    values.extend(more);
    write::update(tx, record, values).await
}

/// The details of a record as they are now.
pub fn details_of<R: Record>(record: &Locked<R>) -> Map<String, Value> {
    let typed = |key: &str| {
        let column = R::TABLE.column(key).filter(|column| column.is_stored());
        column.is_some_and(|column| matches!(column.write, Write::Free | Write::Once))
            || (key == CUSTOM && R::TABLE.is_open())
    };
    record.row.iter().filter(|(key, _)| typed(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// The details of a record as they are now, as what people typed in.
pub fn details<R: Editable>(record: &Locked<R>) -> Result<R::Details> {
    serde_json::from_value(Value::Object(details_of(record))).map_err(Error::unexpected)
}

/// The keys of a body that people may write so, and what is wrong with the others. What the caller's roles do not let him
/// write is refused at once; what is unknown is left to whoever reads the body.
fn writable(tx: &Tx, table: &Table, mut body: Value, allowed: &[Write]) -> Result<(Value, Vec<FieldError>)> {
    let Some(object) = body.as_object_mut() else { return Err(Error::malformed("body")) };
    let mut wrong = Vec::new();
    for key in object.keys() {
        let Some(column) = table.column(key) else {
            if key == CUSTOM && table.is_open() {
                wrong.push(FieldError::new(format!("/{key}"), FieldCode::UnknownField));
            }
            continue;
        };
        let code = match column.write {
            _ if column.sql.is_some() || column.live.is_some() => FieldCode::ReadOnly,
            write if allowed.contains(&write) => {
                if !added::may_write(table, &tx.actor().access, column) {
                    return Err(Error::new(Code::FieldForbidden).with("field", key.as_str()));
                }
                continue;
            }
            Write::State => FieldCode::StateField,
            Write::Once => FieldCode::OnlyAtCreation,
            Write::Free | Write::Never => FieldCode::ReadOnly,
        };
        wrong.push(FieldError::new(format!("/{key}"), code));
    }
    object.retain(|key, _| !wrong.iter().any(|error| error.pointer.strip_prefix('/') == Some(key)));
    Ok((body, wrong))
}

/// Refuses keys that people may not write so, and those that there are not.
pub(crate) async fn check_keys<R: Record>(tx: &mut Tx, fields: &Map<String, Value>, allowed: &[Write]) -> Result<()> {
    let table = tx.table(R::TABLE).await?;
    let unknown = fields.keys().filter(|key| table.column(key).is_none());
    let unknown = unknown.map(|key| FieldError::new(format!("/{key}"), FieldCode::UnknownField)).collect();
    let (known, mut wrong) = writable(tx, table, fields.clone().into(), allowed)?;
    wrong.extend(wrong_words(tx, table, &known, None).await?);
    with(body::none_of(unknown), wrong)
}

/// The fields whose word is not, or no longer, in the dictionary of their column, and the ids that name nobody.
pub(crate) async fn wrong_words(
    tx: &mut Tx,
    table: &Table,
    body: &Value,
    current: Option<&Map<String, Value>>,
) -> Result<Vec<FieldError>> {
    let Some(values) = body.as_object() else { return Ok(Vec::new()) };
    let mut wrong = dictionaries::check(tx, table, values, current).await?;
    wrong.extend(references::check(tx, table, values, current).await?);
    Ok(wrong)
}

/// What was read, unless these fields are wrong too. Each is named once.
pub(crate) fn with<T>(read: Result<T>, wrong: Vec<FieldError>) -> Result<T> {
    if wrong.is_empty() {
        return read;
    }
    let fixed = [FieldCode::StateField, FieldCode::OnlyAtCreation, FieldCode::ReadOnly];
    let is_unknown = wrong.iter().any(|error| error.code == FieldCode::UnknownField);
    let is_fixed = wrong.iter().any(|error| fixed.contains(&error.code));
    let mut error = match read {
        Ok(_) => Error::fields(Vec::new()),
        Err(error) => error,
    };
    if let Error::Refused(refusal) = &mut error {
        for error in wrong {
            if !refusal.fields.iter().any(|known| known.pointer == error.pointer) {
                refusal.fields.push(error);
            }
        }
        if is_unknown {
            refusal.code = Code::UnknownField;
        } else if is_fixed && refusal.code == Code::Validation {
            refusal.code = Code::StateField;
        }
    }
    Err(error)
}

async fn emit<R: Record>(tx: &mut Tx, what: &str, id: Uuid) -> Result<()> {
    tx.emit(&format!("{}.{what}", R::TABLE.noun), R::TABLE.name, id, json!({})).await
}

/// What became of each record of a batch.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct BatchResult {
    pub succeeded: Vec<Uuid>,
    pub failed: Vec<BatchFailure>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct BatchFailure {
    pub id: Uuid,
    pub code: String,
    pub message: String,
    #[serde(skip)]
    pub error: Option<Error>,
}

impl BatchFailure {
    pub fn new(id: Uuid, error: Error) -> Self {
        Self { id, code: error.code().to_string(), message: String::new(), error: Some(error) }
    }
}

/// The records that a batch names, each once; a filter finds what `permission` reaches.
pub async fn chosen<R: Record>(tx: &mut Tx, permission: Permission, chosen: Chosen) -> Result<Vec<Uuid>> {
    let most = i64::try_from(BATCH_MAX).unwrap_or(i64::MAX);
    let ids = match chosen {
        Chosen::Ids(ids) => ids,
        Chosen::Matching(filter) => read::ids::<R>(tx, permission, &filter, most + 1).await?,
    };
    let mut seen = HashSet::new();
    let ids: Vec<Uuid> = ids.into_iter().filter(|id| seen.insert(*id)).collect();
    if ids.is_empty() || ids.len() > BATCH_MAX {
        let code = if ids.is_empty() { FieldCode::Required } else { FieldCode::TooMany };
        return Err(Error::fields(vec![FieldError::new("/ids", code).with("max", BATCH_MAX)]));
    }
    Ok(ids)
}

/// Does `action` to each record on its own: one that is refused leaves the others alone.
pub async fn each<F>(tx: &mut Tx, ids: &[Uuid], atomic: bool, action: F) -> Result<BatchResult>
where
    F: AsyncFn(&mut Tx, Uuid) -> Result<()>,
{
    let mut result = BatchResult::default();
    let mut ordered = ids.to_vec();
    ordered.sort_unstable();
    for id in ordered {
        tx.mark().await?;
        match action(tx, id).await {
            Ok(()) => result.succeeded.push(id),
            Err(error @ (Error::Retry | Error::Unexpected(_))) => return Err(error),
            Err(error) if atomic => return Err(error.with("id", id.to_string())),
            Err(error) => {
                tx.undo().await?;
                result.failed.push(BatchFailure::new(id, error));
            }
        }
    }
    Ok(result)
}
