//! Files: brought by themselves, fetched through the records that hold them.

use actix_web::http::{Method, StatusCode};
use guanxi_domain::{Error, FieldCode, FieldError, Result, access, platform::custom_field::RESOURCES};
use guanxi_persistence::{
    Table,
    platform::files::{self, File},
    read, tables,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::TAG;
use crate::{Call, Endpoint, Raw, Reply, endpoint::signed_in, needs, schema, transfer::attachment};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    filename: String,
}

/// A file as a record holds it.
#[derive(Debug, Serialize, ToSchema)]
struct FileView {
    id: Uuid,
    name: String,
    media_type: String,
    size: usize,
}

const OTHER: &str = "application/octet-stream";
/// What browsers may show by themselves; everything else they only save.
const SHOWN: &[(&str, &str)] = &[
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
];

pub fn endpoints() -> Vec<Endpoint> {
    let bring = signed_in(Method::POST, "/files")
        .named(
            "create_file",
            TAG,
            "Bring a file (at most 20 MB) that a record can then hold: an attachment of an activity, the photo of a \
             check-in, a field for files. What no record holds is forgotten after a day; 200 of \
             one person wait at most.",
        )
        .param("filename", schema::string())
        .returns::<FileView>(201)
        .to(bring);
    let of_table = |table: &'static Table| Some(fetch(table, access::permission(&format!("{}:read", table.noun))?));
    let held = RESOURCES.iter().copied().chain(["activities", "visits"]);
    let fetched = held.filter_map(tables::by_path).filter_map(of_table);
    std::iter::once(bring).chain(fetched).collect()
}

async fn bring(call: Call<Raw>) -> Result<Reply> {
    let Named { filename } = call.query()?;
    let bytes = call.body.0.to_vec();
    let name: String = filename.chars().filter(|c| !c.is_control()).take(255).collect();
    if name.trim().is_empty() || bytes.is_empty() {
        let wrong = if bytes.is_empty() { "/file" } else { "/filename" };
        return Err(Error::fields(vec![FieldError::new(wrong, FieldCode::Required)]));
    }
    let file = File { media_type: media_type(&name, &bytes).to_owned(), name, bytes };
    call.write(async |tx| {
        let id = files::insert(tx, &file).await?;
        let (name, media_type) = (file.name.clone(), file.media_type.clone());
        let view = FileView { id, name, media_type, size: file.bytes.len() };
        Ok(Reply::json(&view)?.status(StatusCode::CREATED))
    })
    .await
}

/// A picture is one by its name and by how it begins.
fn media_type(name: &str, bytes: &[u8]) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let media = SHOWN.iter().find(|(known, _)| *known == ending).map(|(_, media)| *media);
    let begins = |start: &[u8]| bytes.starts_with(start);
    let is_one = begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") || begins(b"RIFF");
    media.filter(|_| is_one).unwrap_or(OTHER)
}

fn fetch(table: &'static Table, permission: guanxi_domain::Permission) -> Endpoint {
    needs(permission, Method::GET, format!("/{}/{{id}}/files/{{file_id}}", table.path()))
        .named(
            format!("get_{}_file", table.noun),
            TAG,
            format!("Fetch a file that a {} holds in a field that the caller sees.", table.noun),
        )
        .sends(OTHER)
        .to(async move |call: Call| {
            let (id, file) = (call.id()?, call.path_id("file_id")?);
            call.read(async |tx| {
                if read::living(tx, table, permission, &[id]).await?.is_empty() {
                    return Err(Error::not_found(table.noun));
                }
                let seen = read::shown(tx, table, permission, &[id]).await?;
                let wanted = file.to_string();
                let holds = |value: &Value| {
                    let items = value.as_array().map_or(&[][..], Vec::as_slice);
                    items.iter().any(|item| item.get("id").and_then(Value::as_str) == Some(&wanted))
                };
                let held = seen.get(&id).is_some_and(|record| record.values().any(holds));
                let found = if held { files::read(tx, file).await? } else { None };
                let File { name, media_type, bytes } = found.ok_or_else(|| Error::not_found("file"))?;
                let media = SHOWN.iter().map(|(_, media)| *media).find(|media| *media == media_type);
                Ok(attachment(bytes, &name, media.unwrap_or(OTHER)))
            })
            .await
        })
}
