//! What an operator does for people who cannot help themselves.

use anyhow::{Context, Result, bail};
use guanxi_app::access::users;
use guanxi_domain::{Actor, TenantId};
use guanxi_persistence::access::accounts;
use rand::{Rng, distr::Alphanumeric};

use crate::{config::Config, database::Database, server};

/// Gives a person a password that he must change at once. All his sessions end, and a lock is lifted.
pub async fn reset_password(config: &Config, database: &Database, tenant: &str, login: &str) -> Result<String> {
    let db = database.connect(config).await?;
    let found: Option<(TenantId, String, bool)> = db.tenant_by_code(tenant).await?;
    let Some((id, zone, _)) = found else { bail!("there is no organisation {tenant}") };
    let actor = Actor::system(id, zone.parse().context("the organisation's time zone")?);
    let random: String = rand::rng().sample_iter(Alphanumeric).take(16).map(char::from).collect();
    // Three kinds of characters, whatever chance gave.
    let password = format!("{random}-aZ9");
    let hash = server::gate(config, db.clone())?.hash_given(&actor, login, &password).await?;
    let mut tx = db.begin(actor).await?;
    let account = accounts::by_login(&mut tx, login).await?;
    let Some(account) = account else { bail!("there is no {login} in {tenant}") };
    users::reset_password(&mut tx, account.id.into(), &hash).await?;
    tx.commit().await?;
    Ok(password)
}
