//! Other programs are told of events, signed, in the name of whoever asked for it (12.12).

use std::{collections::HashSet, net::IpAddr};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use guanxi_domain::{
    ActorKind, Code, Error, FieldCode, FieldError, Permission, Result, UserId,
    access::webhook,
    notifications::{
        delivery::{Attempt, DeliveryStatus, Trouble, after},
        webhook::{ALL, FORMAT, PAUSES, WebhookDetails, is_dead, is_public, is_public_name},
    },
};
use guanxi_persistence::{
    Clock, Db, Locked, Tx,
    access::audit::{self, Entry, Outcome},
    notifications::{
        dispatch::Organisation,
        webhook::{self as store, Call, End, Taken, Webhook, WebhookDelivery},
    },
    read::{self, RecordBody},
    write,
};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::Sha256;
use url::{Host, Url};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{
    catalogue,
    sending::{HttpCall, Outbound, system},
};
use crate::records::{self, Editable, Saved};

/// What a webhook is told when somebody tries it.
const TEST: &str = "webhook.test";

impl Editable for Webhook {
    type Details = WebhookDetails;
    const CREATE: Permission = webhook::CREATE;
    const UPDATE: Permission = webhook::UPDATE;
    const DELETE: Permission = webhook::DELETE;

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: WebhookDetails) -> Result<Saved> {
        must_be_its_owner(tx, record, webhook::UPDATE)?;
        let details = checked(details)?;
        // Who is told nothing any more was switched off: only to switch it on lets it live again.
        let revived = details.is_active && record.row.get("is_active") != Some(&json!(true));
        let more = if revived { Map::from_iter([("dead_at".to_owned(), Value::Null)]) } else { Map::new() };
        records::save(tx, record, &details, more).await?;
        if revived {
            store::forgive(tx, record.id).await?;
            store::wake(tx, record.id).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        write::delete(tx, record).await
    }
}

/// A webhook is told what its owner may see: who else could turn it to himself would see with his eyes.
fn must_be_its_owner(tx: &Tx, record: &Locked<Webhook>, permission: Permission) -> Result<()> {
    in_person(tx, permission)?;
    let mine = record.id_of("owner_id").map(UserId::from) == tx.actor().user;
    if mine || tx.actor().access.is_admin {
        return Ok(());
    }
    Err(Error::forbidden(permission.0).with("reason", "not_owner"))
}

/// A key sees less than the person whose it is; what it made would see as much as he.
pub(super) fn in_person(tx: &Tx, permission: Permission) -> Result<()> {
    match tx.actor().kind {
        ActorKind::Session(_) => Ok(()),
        ActorKind::ApiKey(_) | ActorKind::System => Err(Error::new(Code::KeyScope).with("permission", permission.0)),
    }
}

/// Makes a webhook and gives its secret, which is shown this once. `private` says whether this installation lets webhooks
/// into its own network.
pub async fn create(tx: &mut Tx, details: &WebhookDetails, private: bool) -> Result<(Saved, String)> {
    tx.actor().access.scope(webhook::CREATE)?;
    in_person(tx, webhook::CREATE)?;
    if details.allow_private && !private {
        return Err(Error::field("/allow_private", FieldCode::PrivateAddress));
    }
    let details = checked(details.clone())?;
    let owner = tx.actor().person()?;
    let id = records::insert::<Webhook>(tx, &details, Map::from_iter([("owner_id".to_owned(), json!(owner))])).await?;
    tx.emit("webhook.created", "webhooks", id, json!({})).await?;
    let secret = secret(tx, id, 1)?;
    note(tx, "webhook.created", id).await?;
    Ok((Saved::new(id), secret))
}

/// Gives a webhook another secret; the one before is worth nothing from now on.
pub async fn rotate(tx: &mut Tx, id: Uuid) -> Result<(Saved, String)> {
    let record = read::lock::<Webhook>(tx, webhook::UPDATE, id).await?;
    must_be_its_owner(tx, &record, webhook::UPDATE)?;
    let number = store::rotate(tx, id).await?;
    note(tx, "webhook.secret_rotated", id).await?;
    Ok((Saved::new(id), secret(tx, id, number)?))
}

async fn note(tx: &mut Tx, action: &str, id: Uuid) -> Result<()> {
    audit::record(tx, Entry::new(action, Outcome::Done, json!({})).about("webhooks", id)).await
}

/// `whsec_…`, as people copy it.
fn secret(tx: &Tx, id: Uuid, number: i32) -> Result<String> {
    Ok(format!("whsec_{}", STANDARD.encode(store::secret(tx.db(), tx.actor().tenant, id, number)?)))
}

/// The details with the address as it will be called.
fn checked(mut details: WebhookDetails) -> Result<WebhookDetails> {
    let mut wrong = Vec::new();
    match address(&details.url, details.allow_private) {
        Ok(url) => details.url = url,
        Err(code) => wrong.push(FieldError::new("/url", code)),
    }
    for (index, event) in details.events.iter().enumerate() {
        if event.as_str() != ALL && catalogue::find(event).is_none() {
            wrong.push(FieldError::new(format!("/events/{index}"), FieldCode::NotOneOf));
        }
    }
    let mut seen = HashSet::new();
    details.events.retain(|event| seen.insert(event.clone()));
    if wrong.is_empty() { Ok(details) } else { Err(Error::fields(wrong)) }
}

/// An address in the form in which it is called, or why nothing is sent there; what a name leads to is asked again each
/// time it is called.
pub(super) fn address(typed: &str, private: bool) -> Result<String, FieldCode> {
    let url = Url::parse(typed).map_err(|_| FieldCode::NotAUrl)?;
    if typed.chars().any(|letter| letter.is_control() || letter.is_whitespace()) {
        return Err(FieldCode::NotAUrl);
    }
    if url.scheme() != "https" && !(private && url.scheme() == "http") {
        return Err(FieldCode::Invalid);
    }
    // A password in an address would be shown to everybody who sees the webhook.
    if !url.username().is_empty() || url.password().is_some() {
        return Err(FieldCode::Invalid);
    }
    let outside = match url.host() {
        None => return Err(FieldCode::NotAUrl),
        Some(Host::Domain(name)) => is_public_name(name),
        Some(Host::Ipv4(address)) => is_public(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => is_public(IpAddr::V6(address)),
    };
    if outside || private { Ok(url.into()) } else { Err(FieldCode::PrivateAddress) }
}

/// Tells a webhook something, to see whether it hears.
pub async fn test(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<Webhook>(tx, webhook::UPDATE, id).await?;
    let (event_id, now) = (Uuid::now_v7(), tx.now());
    let data = json!({"resource": "webhooks", "record_id": id, "record": {"name": record.text("name")}});
    let payload = body(event_id, TEST, now, &data, record.version.0);
    store::enqueue(tx, &[Call { webhook: id, event_id, event: TEST.to_owned(), payload }]).await?;
    Ok(Saved::new(id))
}

/// What is told once more: these calls, or all since a time.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Replay {
    #[serde(default)]
    #[validate(length(min = 1, max = 200))]
    pub ids: Option<Vec<Uuid>>,
    #[serde(default)]
    pub since: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Replayed {
    pub replayed: i64,
    /// How many more there are: they are asked for again.
    pub left: i64,
}

pub async fn replay(tx: &mut Tx, id: Uuid, what: &Replay) -> Result<Replayed> {
    read::lock::<Webhook>(tx, webhook::REPLAY, id).await?;
    match (&what.ids, what.since) {
        (None, None) => return Err(Error::field("/ids", FieldCode::Required)),
        (Some(_), Some(_)) => return Err(Error::field("/since", FieldCode::Invalid)),
        _ => {}
    }
    let (replayed, left) = store::replay(tx, id, what.ids.as_deref(), what.since).await?;
    let entry = Entry::new("webhook.replayed", Outcome::Done, json!({"calls": replayed})).about("webhooks", id);
    audit::record(tx, entry).await?;
    Ok(Replayed { replayed, left })
}

/// What a webhook was told by one call, with the body that was sent: that is for the eyes it was written for, and for
/// administrators.
pub async fn told(tx: &mut Tx, id: Uuid, call: Uuid) -> Result<RecordBody> {
    let owner = store::owner_of(tx, id, call).await?;
    let mut told = read::get::<WebhookDelivery>(tx, call).await?;
    let owner = owner.ok_or_else(|| Error::not_found("webhook_delivery"))?;
    in_person(tx, webhook::READ)?;
    if tx.actor().user != Some(owner) && !tx.actor().access.is_admin {
        return Err(Error::forbidden(webhook::READ.0).with("reason", "not_owner"));
    }
    if let Some(body) = store::payload(tx, call).await? {
        told.json.pop();
        told.json.extend_from_slice(b",\"body\":");
        told.json.extend_from_slice(body.as_bytes());
        told.json.push(b'}');
    }
    Ok(told)
}

/// Tells a webhook something, and notes what it answered. Who fails for days is told nothing any more.
pub(super) async fn call(db: &Db, outbound: &dyn Outbound, organisation: Organisation, taken: &Taken) -> Result<()> {
    let secret = store::secret(db, organisation.tenant, taken.webhook_id, taken.secret_number)?;
    let headers = signed(&secret, taken.event_id, Clock::real(), &taken.payload)?;
    let request =
        HttpCall { url: taken.url.clone(), private: taken.allow_private, headers, body: taken.payload.clone() };
    let (answer, attempt) = match taken.is_owned {
        false => (None, Attempt::Refused(Trouble::OwnerLeft)),
        true => match outbound.call(request).await {
            Ok(status @ 200..300) => (Some(status), Attempt::Sent),
            Ok(status) => (Some(status), Attempt::Failed(Trouble::Answered(status))),
            Err(trouble) => (None, Attempt::Failed(trouble)),
        },
    };
    let tries = u32::try_from(taken.tries).unwrap_or(u32::MAX);
    let mut tx = db.begin(system(organisation)).await?;
    let (status, next) = after(&attempt, tries, &PAUSES, tx.now());
    let error = attempt.trouble().map(|trouble| trouble.to_string());
    let status = match status {
        DeliveryStatus::Queued => "queued",
        DeliveryStatus::Sent | DeliveryStatus::Simulated => "sent",
        DeliveryStatus::Failed => "dead",
    };
    store::end(&mut tx, taken, End { status, next, response: answer.map(i32::from), error: error.as_deref() }).await?;
    if !taken.is_owned {
        return tx.commit().await;
    }
    let failing = store::note(&mut tx, taken.webhook_id, error.is_none()).await?;
    if failing.is_some_and(|since| is_dead(since, tx.now())) && store::give_up(&mut tx, taken.webhook_id).await? {
        tx.emit("webhook.dead", "webhooks", taken.webhook_id, json!({})).await?;
        note(&mut tx, "webhook.dead", taken.webhook_id).await?;
    }
    tx.commit().await
}

/// The body as it is signed and sent.
pub fn body(id: Uuid, kind: &str, at: DateTime<Utc>, data: &Value, version: i64) -> String {
    json!({
        "id": id, "type": kind, "occurred_at": at, "data": data, "version": version, "format": FORMAT,
    })
    .to_string()
}

/// What proves that it is we who speak: the Standard Webhooks headers, and the product's own.
pub fn signed(secret: &[u8], id: Uuid, at: DateTime<Utc>, body: &str) -> Result<Vec<(&'static str, String)>> {
    let time = at.timestamp().to_string();
    let standard = STANDARD.encode(hmac(secret, &format!("{id}.{time}.{body}"))?);
    let own: String = hmac(secret, &format!("{time}.{body}"))?.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(vec![
        ("webhook-id", id.to_string()),
        ("webhook-timestamp", time.clone()),
        ("webhook-signature", format!("v1,{standard}")),
        ("x-timestamp", time),
        ("x-signature", format!("sha256={own}")),
    ])
}

fn hmac(secret: &[u8], text: &str) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::unexpected)?;
    mac.update(text.as_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_our_own_house_and_without_tls_need_leave() {
        for url in [
            "http://hooks.example.com/x",
            "https://127.0.0.1/x",
            "https://[::1]/",
            "https://localhost/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://user:pass@example.com/",
            "ftp://example.com/",
            "nonsense",
            "https://10.0.0.1:8443/",
            "https://[::ffff:169.254.169.254]/",
        ] {
            assert!(address(url, false).is_err(), "{url}");
        }
        assert_eq!(
            address("https://例子.中国/a", false),
            Ok("https://xn--fsqu00a.xn--fiqs8s/a".to_owned()),
            "as it is called"
        );
        assert!(address("https://hooks.example.com/x\ny", false).is_err());
        assert!(address("http://127.0.0.1:9000/x", true).is_ok());
        assert!(address("https://user:pass@example.com/", true).is_err());
    }

    #[test]
    fn the_signature_is_the_one_of_the_standard() {
        // The example of standardwebhooks.com.
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let text = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";
        assert_eq!(STANDARD.encode(hmac(&secret, text).unwrap()), "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
