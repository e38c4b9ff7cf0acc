//! Files that records hold: attachments, photos, and those of added fields.

use std::collections::HashMap;

use guanxi_domain::{Code, Error, FieldCode, FieldError, Result, platform::custom_field::FieldType};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{Tx, custom::Own, table::CUSTOM};

pub struct File {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// So many files of one person wait for records at a time.
const MOST_WAITING: i64 = 200;

/// Keeps a file until records hold it.
pub async fn insert(tx: &mut Tx, file: &File) -> Result<Uuid> {
    let waiting = "select count(*) from files where tenant_id = $1 and not held and created_by = $2";
    let waiting: i64 = sqlx::query_scalar(waiting).bind(tx.tenant()).bind(tx.actor().user).fetch_one(tx.conn()).await?;
    if waiting >= MOST_WAITING {
        return Err(Error::new(Code::RateLimited).with("limit", MOST_WAITING).with("remaining", 0));
    }
    let id = Uuid::now_v7();
    sqlx::query("insert into files (id, name, media_type, size, bytes) values ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(&file.name)
        .bind(&file.media_type)
        .bind(i32::try_from(file.bytes.len()).map_err(Error::unexpected)?)
        .bind(&file.bytes)
        .execute(tx.conn())
        .await?;
    Ok(id)
}

pub async fn read(tx: &mut Tx, id: Uuid) -> Result<Option<File>> {
    let found: Option<(String, String, Vec<u8>)> =
        sqlx::query_as("select name, media_type, bytes from files where tenant_id = $1 and id = $2")
            .bind(tx.tenant())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.map(|(name, media_type, bytes)| File { name, media_type, bytes }))
}

/// Puts what a record keeps of a file into the place of its id, in all added fields that hold files.
pub(crate) async fn take(tx: &mut Tx, own: &Own, before: Option<&Value>, row: &mut Map<String, Value>) -> Result<()> {
    let Some(custom) = row.get_mut(CUSTOM).and_then(Value::as_object_mut) else { return Ok(()) };
    let mut wrong = Vec::new();
    for field in own.fields().filter(|field| field.kind.is_file()) {
        let Some(items) = custom.get_mut(&*field.key).and_then(Value::as_array_mut) else { continue };
        if !items.iter().any(Value::is_string) {
            // Nothing was said of them: they are as the record holds them.
            continue;
        }
        let held = before.and_then(|before| before.get(&*field.key));
        let wanted: Vec<Uuid> = items.iter().filter_map(|item| item.as_str()?.parse().ok()).collect();
        let shown = field.kind == FieldType::Image;
        match hold(tx, &field.key, held, &wanted, shown).await? {
            Ok(kept) => *items = kept,
            Err(errors) => wrong.extend(errors),
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// What a record keeps of the files that its column names, or what is wrong with them. It takes those that whoever writes
/// it brought, and keeps those that it holds.
pub async fn hold(
    tx: &mut Tx,
    column: &str,
    held: Option<&Value>,
    wanted: &[Uuid],
    pictures_only: bool,
) -> Result<Result<Vec<Value>, Vec<FieldError>>> {
    if wanted.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let held = held.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let brought = brought(tx, wanted).await?;
    let (mut kept, mut wrong) = (Vec::with_capacity(wanted.len()), Vec::new());
    for (index, id) in wanted.iter().enumerate() {
        let id = id.to_string();
        let known = held.iter().find(|held| held.get("id").and_then(Value::as_str) == Some(&id)).or(brought.get(&id));
        let fits = |known: &&Value| {
            let media = known.get("media_type").and_then(Value::as_str).unwrap_or_default();
            !pictures_only || media.starts_with("image/")
        };
        let code = if known.is_some() { FieldCode::NotOneOf } else { FieldCode::UnknownReference };
        match known.filter(fits) {
            Some(known) => kept.push(known.clone()),
            None => wrong.push(FieldError::new(format!("/{column}/{index}"), code)),
        }
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let sql = "update files set held = true where tenant_id = $1 and id = any($2) and not held";
    sqlx::query(sql).bind(tx.tenant()).bind(wanted).execute(tx.conn()).await?;
    Ok(Ok(kept))
}

/// The files that a record holds in these fields.
pub fn held_in(values: &Map<String, Value>) -> Vec<Uuid> {
    let items = values.values().filter_map(Value::as_array).flatten();
    items.filter_map(|item| item.get("id")?.as_str()?.parse().ok()).collect()
}

/// Those of these files that the actor brought, or that are handed on, as records keep them.
async fn brought(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<String, Value>> {
    let found: Vec<(Uuid, String, String, i32)> = sqlx::query_as(
        "select id, name, media_type, size from files where tenant_id = $1 and id = any($2)
         and (created_by is not distinct from $3 or id = any($4))",
    )
    .bind(tx.tenant())
    .bind(ids)
    .bind(tx.actor().user)
    .bind(tx.handed_on().to_vec())
    .fetch_all(tx.conn())
    .await?;
    let kept = |(id, name, media_type, size): (Uuid, String, String, i32)| {
        (id.to_string(), json!({"id": id, "name": name, "media_type": media_type, "size": size}))
    };
    Ok(found.into_iter().map(kept).collect())
}
