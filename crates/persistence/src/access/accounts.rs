//! Organisations as they begin, and what people sign in with.

use chrono::{DateTime, Utc};
use guanxi_domain::{DepartmentId, Result, RoleId, TenantId, UserId, search};
use serde_json::Value;
use uuid::Uuid;

use crate::Tx;

pub struct NewTenant<'a> {
    pub id: TenantId,
    pub code: &'a str,
    pub name: &'a str,
    pub locale: &'a str,
}

pub async fn insert_tenant(tx: &mut Tx, tenant: &NewTenant<'_>) -> Result<()> {
    sqlx::query("insert into tenants (id, code, name, locale) values ($1, $2, $3, $4)")
        .bind(tenant.id)
        .bind(tenant.code)
        .bind(tenant.name)
        .bind(tenant.locale)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub async fn insert_root_department(tx: &mut Tx, id: DepartmentId, name: &str) -> Result<()> {
    sqlx::query("insert into departments (id, name, path) values ($1, $2, array[$1])")
        .bind(id)
        .bind(name)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Inserts `[{"id", "code", "name", "grants"}]` as roles of the product.
pub async fn insert_roles(tx: &mut Tx, roles: &Value) -> Result<()> {
    sqlx::query(
        "insert into roles (id, code, name, system, grants)
         select id, code, name, true, grants
         from jsonb_to_recordset($1) as preset (id uuid, code text, name text, grants jsonb)",
    )
    .bind(roles)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub struct FirstUser<'a> {
    pub id: UserId,
    pub login: &'a str,
    pub name: &'a str,
    pub department: DepartmentId,
    pub role: RoleId,
    pub locale: &'a str,
    pub password_hash: &'a str,
    pub search_text: &'a str,
}

pub async fn insert_first_user(tx: &mut Tx, user: &FirstUser<'_>) -> Result<()> {
    sqlx::query(
        "with tokens as (insert into users_tokens (id, tokens) values ($1, $9))
         insert into users (id, login, name, department_id, role_ids, locale, password_hash, search_text)
         values ($1, $2, $3, $4, array[$5], $6, $7, $8)",
    )
    .bind(user.id)
    .bind(user.login)
    .bind(user.name)
    .bind(user.department)
    .bind(user.role)
    .bind(user.locale)
    .bind(user.password_hash)
    .bind(user.search_text)
    .bind(search::tokens(user.search_text))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who signs in with a login.
#[derive(sqlx::FromRow)]
pub struct Account {
    pub id: UserId,
    pub status: String,
    pub password_hash: Option<String>,
    pub must_change_password: bool,
}

pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Account>> {
    let found = sqlx::query_as(
        "select id, status, password_hash, must_change_password from users
         where tenant_id = $1 and login = $2 and deleted_at is null",
    );
    let tenant = tx.tenant();
    Ok(found.bind(tenant).bind(login).fetch_optional(tx.conn()).await?)
}

/// Counts an attempt before it is judged, so that many at once do not slip through; says how many there were, and
/// until when the login is locked.
pub async fn count_attempt(
    tx: &mut Tx,
    login: &str,
    now: DateTime<Utc>,
    forgotten_before: DateTime<Utc>,
) -> Result<(i32, Option<DateTime<Utc>>)> {
    let counted = sqlx::query_as(
        "insert into failed_sign_ins as f (login, failures, last_at) values ($1, 1, $2)
         on conflict (tenant_id, login) do update set
             failures = case when f.locked_until > $2 then f.failures
                             when f.last_at < $3 or f.locked_until is not null then 1
                             else f.failures + 1 end,
             locked_until = case when f.locked_until > $2 then f.locked_until end,
             last_at = $2
         returning failures, locked_until",
    );
    Ok(counted.bind(login).bind(now).bind(forgotten_before).fetch_one(tx.conn()).await?)
}

pub async fn lock_login(tx: &mut Tx, login: &str, until: DateTime<Utc>) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("update failed_sign_ins set locked_until = $3 where tenant_id = $1 and login = $2")
        .bind(tenant)
        .bind(login)
        .bind(until)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Forgets the wrong passwords of a login, and those of others that no longer count.
pub async fn forget_failures(tx: &mut Tx, login: &str, older_than: DateTime<Utc>) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query(
        "delete from failed_sign_ins where tenant_id = $1
         and (login = $2 or (last_at < $3 and (locked_until is null or locked_until < $3)))",
    )
    .bind(tenant)
    .bind(login)
    .bind(older_than)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub async fn signed_in(tx: &mut Tx, user: UserId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query(
        "insert into sign_ins (user_id, last_login_at) values ($1, $2)
         on conflict (tenant_id, user_id) do update set last_login_at = excluded.last_login_at",
    )
    .bind(user)
    .bind(at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What a person signs in with, and what he did before.
#[derive(sqlx::FromRow)]
pub struct Passwords {
    pub login: String,
    pub current: Option<String>,
    pub old: Vec<String>,
}

pub async fn passwords(tx: &mut Tx, user: UserId) -> Result<Option<Passwords>> {
    let found = sqlx::query_as(
        "select u.login, u.password_hash as current, coalesce(s.old_passwords, '{}') as old
         from users u left join sign_ins s on s.tenant_id = u.tenant_id and s.user_id = u.id
         where u.tenant_id = $1 and u.id = $2 and u.deleted_at is null",
    );
    let tenant = tx.tenant();
    Ok(found.bind(tenant).bind(user).fetch_optional(tx.conn()).await?)
}

/// Gives a person a password; `old` are the hashes that he may not choose again.
pub async fn set_password(tx: &mut Tx, user: UserId, hash: &str, must_change: bool, old: &[String]) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("update users set password_hash = $3, must_change_password = $4 where tenant_id = $1 and id = $2")
        .bind(tenant)
        .bind(user)
        .bind(hash)
        .bind(must_change)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into sign_ins (user_id, old_passwords) values ($1, $2)
         on conflict (tenant_id, user_id) do update set old_passwords = excluded.old_passwords",
    )
    .bind(user)
    .bind(old)
    .execute(tx.conn())
    .await?;
    tx.rights_change();
    Ok(())
}

/// Who somebody is, for himself.
#[derive(sqlx::FromRow)]
pub struct Me {
    pub name: String,
    pub login: String,
    pub locale: String,
    pub must_change_password: bool,
    pub tenant_id: Uuid,
    pub tenant_code: String,
    pub tenant_name: String,
    pub timezone: String,
    pub tenant_locale: String,
}

pub async fn me(tx: &mut Tx, user: UserId) -> Result<Option<Me>> {
    let found = sqlx::query_as(
        "select u.name, u.login, u.locale, u.must_change_password,
             t.id as tenant_id, t.code as tenant_code, t.name as tenant_name, t.timezone, t.locale as tenant_locale
         from users u join tenants t on t.id = u.tenant_id
         where u.tenant_id = $1 and u.id = $2 and u.deleted_at is null",
    );
    let tenant = tx.tenant();
    Ok(found.bind(tenant).bind(user).fetch_optional(tx.conn()).await?)
}
