//! Where people are signed in.

use chrono::{DateTime, Utc};
use guanxi_domain::{Result, SessionId, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Tx;

pub struct NewSession<'a> {
    pub id: SessionId,
    pub user: UserId,
    pub token_hash: &'a [u8],
    pub user_agent: Option<&'a str>,
    pub ip: Option<&'a str>,
    pub now: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

pub async fn insert(tx: &mut Tx, session: &NewSession<'_>) -> Result<()> {
    sqlx::query(
        "insert into sessions (id, user_id, token_hash, user_agent, ip, created_at, last_seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $6, $7)",
    )
    .bind(session.id)
    .bind(session.user)
    .bind(session.token_hash)
    .bind(session.user_agent)
    .bind(session.ip)
    .bind(session.now)
    .bind(session.expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What somebody who has signed in before did so with, as far as that is kept; nothing where he never has.
pub async fn known_programs(tx: &mut Tx, user: UserId) -> Result<Option<Vec<Option<String>>>> {
    let sql = "select array(select distinct user_agent from sessions where tenant_id = $1 and user_id = $2)
               from sign_ins where tenant_id = $1 and user_id = $2 and last_login_at is not null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(user).fetch_optional(tx.conn()).await?)
}

/// Puts a new refresh token in the place of the one shown; false where that is not the current one.
pub async fn rotate(
    tx: &mut Tx,
    id: SessionId,
    shown: &[u8],
    next: &[u8],
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<bool> {
    let tenant = tx.tenant();
    let done = sqlx::query(
        "update sessions set token_hash = $4, last_seen_at = $5, expires_at = $6
         where tenant_id = $1 and id = $2 and token_hash = $3 and revoked_at is null and expires_at > $5
           and exists (select 1 from users u where u.tenant_id = $1 and u.id = sessions.user_id
                       and u.status in ('active', 'on_leave') and u.deleted_at is null)",
    )
    .bind(tenant)
    .bind(id)
    .bind(shown)
    .bind(next)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends a session; false where it had ended.
pub async fn revoke(tx: &mut Tx, user: UserId, id: SessionId, now: DateTime<Utc>, reason: &str) -> Result<bool> {
    let tenant = tx.tenant();
    let done = sqlx::query(
        "update sessions set revoked_at = $4, revoked_reason = $5
         where tenant_id = $1 and user_id = $2 and id = $3 and revoked_at is null",
    )
    .bind(tenant)
    .bind(user)
    .bind(id)
    .bind(now)
    .bind(reason)
    .execute(tx.conn())
    .await?;
    tx.rights_change();
    Ok(done.rows_affected() == 1)
}

/// Ends a person's sessions, all but `except`.
pub async fn revoke_all(
    tx: &mut Tx,
    user: UserId,
    except: Option<SessionId>,
    now: DateTime<Utc>,
    reason: &str,
) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query(
        "update sessions set revoked_at = $4, revoked_reason = $5
         where tenant_id = $1 and user_id = $2 and id is distinct from $3 and revoked_at is null",
    )
    .bind(tenant)
    .bind(user)
    .bind(except)
    .bind(now)
    .bind(reason)
    .execute(tx.conn())
    .await?;
    tx.rights_change();
    Ok(())
}

/// One place where a person is signed in.
#[derive(Debug, Serialize, ToSchema, sqlx::FromRow)]
pub struct SessionInfo {
    pub id: SessionId,
    pub user_agent: Option<String>,
    pub ip: Option<String>,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub current: bool,
}

pub async fn open(
    tx: &mut Tx,
    user: UserId,
    current: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<Vec<SessionInfo>> {
    let found = sqlx::query_as(
        "select id, user_agent, ip, created_at, last_seen_at, expires_at, coalesce(id = $3, false) as current
         from sessions where tenant_id = $1 and user_id = $2 and revoked_at is null and expires_at > $4
         order by created_at desc limit 200",
    );
    let tenant = tx.tenant();
    Ok(found.bind(tenant).bind(user).bind(current).bind(now).fetch_all(tx.conn()).await?)
}
