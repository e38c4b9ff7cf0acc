//! Keys that programs call with, in the name of a person and within his rights.

use std::collections::HashSet;

use chrono::{DateTime, Duration, Utc};
use guanxi_domain::{
    ActorKind, Code, Error, FieldCode, FieldError, Permission, Result,
    access::{self, ApiKeyDetails, api_key, network::Network},
    settings,
};
use guanxi_persistence::{
    Clock, Locked, Tx,
    access::{
        ApiKey, api_key as stored,
        audit::{self, Entry, Outcome},
        user,
    },
    write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{keys, tokens, users};
use crate::records::{self, Editable, Saved};

impl Editable for ApiKey {
    type Details = ApiKeyDetails;
    const CREATE: Permission = api_key::CREATE;
    const UPDATE: Permission = api_key::CREATE;
    const DELETE: Permission = api_key::DELETE;

    async fn update(tx: &mut Tx, record: &Locked<ApiKey>, mut details: ApiKeyDetails) -> Result<Saved> {
        check(tx, &mut details).await?;
        let owner = record.id_of("user_id").ok_or_else(|| Error::not_found("user"))?;
        users::check_reach(tx, owner.into()).await?;
        records::save(tx, record, &details, Map::new()).await?;
        note(tx, "api_key.changed", record.id, json!({"scopes": details.scopes})).await?;
        Ok(Saved::new(record.id))
    }

    /// What is revoked stays so, even if the record comes back from the recycle bin.
    async fn delete(tx: &mut Tx, record: &Locked<ApiKey>) -> Result<()> {
        let revoked = [("revoked_at".to_owned(), json!(Clock::real()))].into_iter().collect();
        write::update(tx, record, revoked).await?;
        note(tx, "api_key.revoked", record.id, json!({})).await?;
        write::delete(tx, record).await
    }
}

/// Makes a key and gives its text, which nobody can ever read again.
pub async fn create(tx: &mut Tx, mut details: ApiKeyDetails) -> Result<(Saved, String)> {
    let ActorKind::Session(_) = tx.actor().kind else {
        // A key that makes keys would be as wide as it likes.
        return Err(Error::new(Code::KeyScope).with("permission", api_key::CREATE.0));
    };
    check(tx, &mut details).await?;
    let owner = match details.user_id {
        Some(owner) => owner,
        None => tx.actor().person()?,
    };
    if !user::works_here(tx, owner).await? {
        return Err(Error::field("/user_id", FieldCode::UnknownReference));
    }
    users::check_reach(tx, owner).await?;
    details.user_id = Some(owner);
    let key = keys::ApiKey::new(tx.actor().tenant);
    let text = key.text();
    let hash: String = tokens::fingerprint(&key.secret).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut values = crate::body::object(&details)?;
    values.insert("secret_hash".to_owned(), format!("\\x{hash}").into());
    values.insert("hint".to_owned(), text[text.len() - 4..].into());
    write::insert::<ApiKey>(tx, key.id, values).await?;
    note(tx, "api_key.created", key.id, json!({"user_id": owner, "scopes": details.scopes})).await?;
    Ok((Saved::new(key.id), text))
}

async fn check(tx: &mut Tx, details: &mut ApiKeyDetails) -> Result<()> {
    let mut wrong = Vec::new();
    let mut seen = HashSet::new();
    details.scopes.retain(|scope| seen.insert(scope.clone()));
    for (index, scope) in details.scopes.iter().enumerate() {
        if access::permission(scope).is_none() {
            wrong.push(FieldError::new(format!("/scopes/{index}"), FieldCode::NotOneOf));
        }
    }
    for (index, network) in details.ip_allow.iter().enumerate() {
        if network.parse::<Network>().is_err() {
            wrong.push(FieldError::new(format!("/ip_allow/{index}"), FieldCode::Invalid));
        }
    }
    if details.expires_at.is_some_and(|end| end <= Clock::real()) {
        wrong.push(FieldError::new("/expires_at", FieldCode::OutOfRange));
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    if details.rate_per_minute.is_none() {
        let usual = guanxi_persistence::settings::load(tx).await?.get(settings::API_KEY_RATE);
        details.rate_per_minute = i32::try_from(usual).ok();
    }
    Ok(())
}

async fn note(tx: &mut Tx, action: &str, id: Uuid, details: Value) -> Result<()> {
    tx.rights_change();
    audit::record(tx, Entry::new(action, Outcome::Done, details).about("api_keys", id)).await
}

/// So long before a key ends whoever has it is told.
const WARNING: Duration = Duration::days(7);

/// Tells people that their keys end soon, once for each end.
pub async fn warn(tx: &mut Tx) -> Result<Value> {
    let before = tx.now() + WARNING;
    let told = |(user, name, end): (Uuid, String, DateTime<Utc>)| {
        (user, json!({"recipient_id": user, "name": name, "expires_at": end.to_rfc3339()}))
    };
    let told: Vec<(Uuid, Value)> = stored::expiring(tx, before).await?.into_iter().map(told).collect();
    tx.emit_all("api_key.expiring", "users", &told).await?;
    Ok(json!({"told": told.len()}))
}
