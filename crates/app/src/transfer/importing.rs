//! An import from its upload to its undoing. What takes long is a job that goes on behind the last chunk that was
//! committed: a server that is killed leaves nothing half done and nothing done twice.

use std::collections::HashMap;

use guanxi_domain::{
    Actor, Code, Error, FieldCode, FieldError, Result, UserId,
    access::{Scope, catalogue, customer},
    settings,
    transfer::{
        Counts, Duplicates, Mode, Working,
        import::{ImportEvent, may_ignore_caps},
    },
};
use guanxi_persistence::{
    Column, Tx,
    access::audit::{self, Entry},
    jobs::{self},
    settings as stored,
    transfer::imports::{self, ImportRow, NewImport, SheetRow},
};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{
    resources::{Resource, resource},
    sheet::{self, Sheet},
};
use crate::worker::Kind;

mod work;

/// Rows that are written, and committed, together.
const CHUNK: usize = 500;
const ATTEMPTS: u32 = 6;
/// After so many attempts the worker gives up, and so does the import.
const LAST_ATTEMPT: i32 = 5;

pub const KIND: Kind = Kind { name: "import", run: work::run };

/// How rows become records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportOptions {
    #[serde(default)]
    pub mode: Mode,
    #[serde(default)]
    pub duplicates: Duplicates,
    /// The field by which records are found.
    #[serde(default)]
    pub key: Option<String>,
    #[serde(default)]
    pub owner_id: Option<Uuid>,
    #[serde(default)]
    pub pool_id: Option<Uuid>,
    #[serde(default)]
    pub ignore_caps: bool,
}

/// Which column is which field, and how rows become records. What is left out stays as it is.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportPlan {
    /// The field of each column, by its header; null for a column that is left out.
    #[serde(default)]
    pub mapping: Option<HashMap<String, Option<String>>>,
    #[serde(default)]
    pub mode: Option<Mode>,
    #[serde(default)]
    pub duplicates: Option<Duplicates>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub key: Option<Option<String>>,
    /// Whose the new records shall be, where the sheet does not say.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Uuid>)]
    pub owner_id: Option<Option<Uuid>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Uuid>)]
    pub pool_id: Option<Option<Uuid>>,
    /// Owners may get more than they may hold; for administrators.
    #[serde(default)]
    pub ignore_caps: Option<bool>,
}

/// Null clears; what is absent stays.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(value: D) -> Result<Option<T>, D::Error> {
    T::deserialize(value).map(Some)
}

/// Reads a file beside the requests; whatever it does to its reader is a mistake of the file.
pub async fn parse(bytes: impl AsRef<[u8]> + Send + 'static, max_rows: usize) -> Result<Sheet> {
    let read = tokio::task::spawn_blocking(move || sheet::read(bytes.as_ref(), max_rows));
    read.await.unwrap_or_else(|_| Err(Error::malformed("the file cannot be read")))
}

/// How many rows a sheet may have here.
pub async fn max_rows(tx: &mut Tx) -> Result<usize> {
    let max = stored::load(tx).await?.get(settings::IMPORT_MAX_ROWS);
    usize::try_from(max).map_err(Error::unexpected)
}

/// Keeps a sheet, its columns mapped as well as can be guessed.
pub async fn upload(tx: &mut Tx, resource: &Resource, filename: &str, sheet: Sheet) -> Result<ImportRow> {
    if sheet.rows.is_empty() {
        return Err(Error::malformed("the sheet has no rows"));
    }
    let table = tx.table(resource.table).await?;
    let mapping = resource.guess(table, &sheet.headers, &tx.actor().access);
    let rows: Vec<SheetRow> = sheet.rows.into_iter().map(|line| (line.number, line.cells)).collect();
    let id = Uuid::now_v7();
    let filename: String = filename.chars().filter(|c| !c.is_control()).take(255).collect();
    let import = NewImport {
        id,
        resource: &resource.table.path(),
        filename: if filename.is_empty() { "import" } else { &filename },
        columns: &sheet.headers,
        mapping: &mapping,
        total: rows.len(),
    };
    imports::insert(tx, &import, &rows, CHUNK).await?;
    imports::get(tx, id).await
}

/// Reads an import that the caller made; those who may import everything see everybody's.
pub async fn see(tx: &mut Tx, id: Uuid) -> Result<(ImportRow, &'static Resource)> {
    let import = imports::get(tx, id).await?;
    admit(tx.actor(), import)
}

async fn lock(tx: &mut Tx, id: Uuid) -> Result<(ImportRow, &'static Resource)> {
    let import = imports::lock(tx, id).await?;
    admit(tx.actor(), import)
}

fn admit(actor: &Actor, import: ImportRow) -> Result<(ImportRow, &'static Resource)> {
    let resource = resource(&import.resource)?;
    let scope = actor.access.scope(resource.import)?;
    if actor.user != Some(import.created_by) && *scope != Scope::All {
        return Err(Error::not_found("import"));
    }
    Ok((import, resource))
}

/// The latest imports that the caller may see.
pub async fn list(tx: &mut Tx, before: Option<Uuid>, limit: i64) -> Result<Vec<ImportRow>> {
    let access = tx.actor().access.clone();
    let allowed = super::resources().iter().filter(|resource| access.may(resource.import));
    let paths: Vec<String> = allowed.map(|resource| resource.table.path()).collect();
    let all = super::resources().iter().all(|resource| access.grants.get(resource.import.0) == Some(&Scope::All));
    let creator: Option<UserId> = if all { None } else { Some(tx.actor().person()?) };
    imports::list(tx, &paths, creator, before, limit).await
}

pub fn options(import: &ImportRow) -> Result<ImportOptions> {
    serde_json::from_value(import.options.clone()).map_err(Error::unexpected)
}

/// Gives columns their fields and says how rows become records.
pub async fn map(tx: &mut Tx, id: Uuid, plan: &ImportPlan) -> Result<()> {
    let (mut import, resource) = lock(tx, id).await?;
    import.life().may(ImportEvent::Mapped, tx.now())?;
    if let Some(mapping) = &plan.mapping {
        for (header, field) in mapping {
            import.mapping.insert(header.clone(), field.clone().into());
        }
    }
    let mut options = options(&import)?;
    options.mode = plan.mode.unwrap_or(options.mode);
    options.duplicates = plan.duplicates.unwrap_or(options.duplicates);
    options.key = plan.key.clone().unwrap_or(options.key);
    options.owner_id = plan.owner_id.unwrap_or(options.owner_id);
    options.pool_id = plan.pool_id.unwrap_or(options.pool_id);
    options.ignore_caps = plan.ignore_caps.unwrap_or(options.ignore_caps);
    fields(tx, resource, &import, &options).await?;
    import.options = serde_json::to_value(&options).map_err(Error::unexpected)?;
    import.status.0 = import.status.0.after(ImportEvent::Mapped)?;
    import.set_counts(Counts::default());
    imports::save(tx, &import).await?;
    imports::forget_outcomes(tx, id).await
}

/// The field of each column that has one. All that is wrong with the mapping is named at once.
async fn fields(
    tx: &mut Tx,
    resource: &Resource,
    import: &ImportRow,
    options: &ImportOptions,
) -> Result<HashMap<String, &'static Column>> {
    let table = tx.table(resource.table).await?;
    let actor = tx.actor();
    let access = &actor.access;
    let mut wrong = Vec::new();
    let mut found: HashMap<String, &'static Column> = HashMap::new();
    for (header, field) in &import.mapping {
        let pointer = format!("/mapping/{}", header.replace('~', "~0").replace('/', "~1"));
        let Some(key) = field.as_str() else { continue };
        if !import.columns.contains(header) {
            wrong.push(FieldError::new(pointer, FieldCode::UnknownField).with("field", header.as_str()));
        } else if found.values().any(|column| column.key == key) {
            wrong.push(FieldError::new(pointer, FieldCode::Duplicate).with("field", key));
        } else if let Some(column) = resource.targets(table, access).find(|column| column.key == key) {
            found.insert(header.clone(), column);
        } else if table.has(key) {
            return Err(Error::new(Code::FieldForbidden).with("field", key));
        } else {
            wrong.push(FieldError::new(pointer, FieldCode::UnknownField).with("field", key));
        }
    }
    let creates = options.mode != Mode::Update;
    let is_mapped = |key: &str| found.values().any(|column| column.key == key);
    if found.is_empty() {
        wrong.push(FieldError::new("/mapping", FieldCode::Required));
    }
    if creates {
        // What the organisation added may have a default.
        let has_none = |column: &Column| column.custom.is_none_or(|field| field.default_value.is_none());
        let required = |column: &Column| column.required || column.custom.is_some_and(|field| field.required);
        let missing = table.own_columns().filter(|column| column.is_stored() && required(column) && has_none(column));
        let missing = missing.filter(|column| resource.is_writable(column, access) && !is_mapped(column.key));
        wrong.extend(missing.map(|column| FieldError::new("/mapping", FieldCode::Required).with("field", column.key)));
    }
    match &options.key {
        None if options.mode == Mode::Update => wrong.push(FieldError::new("/key", FieldCode::Required)),
        Some(key) if key != "id" && !resource.keys.contains(&key.as_str()) => {
            wrong.push(FieldError::new("/key", FieldCode::NotOneOf).with("allowed", resource.keys.to_vec()));
        }
        Some(key) if !is_mapped(key) => {
            wrong.push(FieldError::new("/key", FieldCode::Required).with("field", key.as_str()))
        }
        None | Some(_) => {}
    }
    if options.owner_id.is_some() && options.pool_id.is_some() {
        wrong.push(FieldError::new("/pool_id", FieldCode::Invalid));
    }
    for (key, chosen) in [("owner_id", options.owner_id), ("pool_id", options.pool_id)] {
        let open = resource.table.column(key).is_some_and(|column| resource.is_writable(column, access));
        if chosen.is_some() && !open {
            wrong.push(FieldError::new(format!("/{key}"), FieldCode::UnknownField));
        }
    }
    if !wrong.is_empty() {
        let mut error = Error::fields(wrong);
        if let Error::Refused(refusal) = &mut error {
            refusal.code = Code::ImportMapping;
        }
        return Err(error);
    }
    may_import(actor, resource, options)?;
    Ok(found)
}

/// An import does nothing that its owner may not do by hand.
fn may_import(actor: &Actor, resource: &Resource, options: &ImportOptions) -> Result<()> {
    let access = &actor.access;
    let needs = |action: &str| {
        let wanted = catalogue().find(|known| known.object() == resource.table.noun && known.action() == action);
        wanted.map_or(Ok(()), |permission| access.scope(permission).map(drop))
    };
    access.scope(resource.import)?;
    if options.mode != Mode::Update {
        needs("create")?;
    }
    if options.mode != Mode::Create || options.duplicates == Duplicates::Update {
        needs("update")?;
    }
    if options.duplicates == Duplicates::Create && resource.table.noun == customer::READ.object() {
        access.scope(customer::CREATE_DUPLICATE)?;
    }
    if options.ignore_caps {
        may_ignore_caps(access.is_admin)?;
    }
    Ok(())
}

/// Looks at every row in the background, and writes nothing.
pub async fn check(tx: &mut Tx, id: Uuid) -> Result<()> {
    let (mut import, _) = lock(tx, id).await?;
    import.life().may(ImportEvent::Checked, tx.now())?;
    import.begin(Working::Check);
    imports::save(tx, &import).await?;
    enqueue(tx, id).await
}

/// Begins to write; the second of two who ask is refused.
pub async fn start(tx: &mut Tx, id: Uuid) -> Result<()> {
    let (mut import, resource) = lock(tx, id).await?;
    import.life().may(ImportEvent::Started, tx.now())?;
    let options = options(&import)?;
    fields(tx, resource, &import, &options).await?;
    import.status.0 = import.status.0.after(ImportEvent::Started)?;
    import.begin(Working::Run);
    import.started_at = Some(tx.now());
    imports::forget_outcomes(tx, id).await?;
    imports::save(tx, &import).await?;
    enqueue(tx, id).await
}

/// Stops behind the chunk that is being written. What was written stays, and can be undone.
pub async fn cancel(tx: &mut Tx, id: Uuid) -> Result<()> {
    let (mut import, _) = lock(tx, id).await?;
    import.life().may(ImportEvent::Cancelled, tx.now())?;
    import.status.0 = import.status.0.after(ImportEvent::Cancelled)?;
    import.working = None;
    import.finished_at = Some(tx.now());
    imports::save(tx, &import).await?;
    finished(tx, &import, "import.cancelled").await
}

/// Takes back in the background what nobody has touched since.
pub async fn undo(tx: &mut Tx, id: Uuid) -> Result<()> {
    let (mut import, _) = lock(tx, id).await?;
    import.life().may(ImportEvent::Undone, tx.now())?;
    import.begin(Working::Undo);
    import.undone = 0;
    imports::save(tx, &import).await?;
    enqueue(tx, id).await
}

async fn enqueue(tx: &mut Tx, id: Uuid) -> Result<()> {
    jobs::enqueue(tx, KIND.name, &json!({ "id": id })).await?;
    Ok(())
}

/// One event for the whole import, not one for each record.
async fn finished(tx: &mut Tx, import: &ImportRow, event: &str) -> Result<()> {
    let counts = import.counts();
    let mut details = json!({"resource": import.resource, "filename": import.filename, "counts": counts});
    if import.undone > 0 {
        details["undone"] = import.undone.into();
    }
    let entry = Entry::new(event, audit::Outcome::Done, details.clone()).about("imports", import.id);
    audit::record(tx, entry).await?;
    details["recipient_id"] = json!(import.created_by);
    tx.emit(event, "imports", import.id, details).await
}

/// Headers given to fields, for those who look at the import.
pub fn mapping(import: &ImportRow) -> Map<String, Value> {
    let field = |header: &String| import.mapping.get(header).cloned().unwrap_or(Value::Null);
    import.columns.iter().map(|header| (header.clone(), field(header))).collect()
}
