//! What an organisation sets.

use guanxi_domain::{
    Result, access,
    settings::{BASE_CURRENCY, LOCALE, TIMEZONE, check},
};
use guanxi_persistence::{
    Tx,
    access::audit::{self, Entry, Outcome},
    settings,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Sets some settings; all that are wrong are named at once. The log keeps what stood there before.
pub async fn change(tx: &mut Tx, changes: &Map<String, Value>) -> Result<()> {
    tx.actor().access.scope(access::setting::UPDATE)?;
    let before = settings::read(tx).await?;
    for (key, value) in check(changes)? {
        settings::set(tx, key, value.as_ref()).await?;
        let own = [TIMEZONE.name, LOCALE.name, BASE_CURRENCY.name].contains(&key);
        if own {
            settings::set_organisation(tx, key, value.as_ref().and_then(Value::as_str)).await?;
        }
        let details = json!({"key": key, "old": before.value(key), "new": value});
        audit::record(tx, Entry::new("setting.changed", Outcome::Done, details)).await?;
    }
    tx.rights_change();
    let keys: Vec<&String> = changes.keys().collect();
    let tenant: Uuid = tx.tenant();
    tx.emit("setting.updated", "settings", tenant, json!({"keys": keys})).await
}
