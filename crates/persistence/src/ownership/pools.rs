//! Pools of all kinds.

use guanxi_domain::{
    DepartmentId, Error, FieldCode, Result, UserId,
    access::Access,
    ownership::{Audience, PoolChoice},
};
use sqlx::FromRow;
use uuid::Uuid;

use super::Owned;
use crate::Tx;

#[derive(FromRow)]
struct PoolRow {
    id: Uuid,
    enabled: bool,
    is_default: bool,
    user_ids: Vec<UserId>,
    role_ids: Vec<guanxi_domain::RoleId>,
    department_ids: Vec<DepartmentId>,
    admin_ids: Vec<UserId>,
}

/// A pool with its members and admins.
pub struct Pool {
    pub choice: PoolChoice<Uuid>,
    pub admins: Vec<UserId>,
}

/// All pools of a kind.
pub async fn pools(tx: &mut Tx, owned: &Owned) -> Result<Vec<Pool>> {
    let tenant = tx.tenant();
    let rows: Vec<PoolRow> = sqlx::query_as(owned.sql.pools).bind(tenant).fetch_all(tx.conn()).await?;
    let pool = |row: PoolRow| Pool {
        choice: PoolChoice {
            id: row.id,
            enabled: row.enabled,
            is_default: row.is_default,
            members: Audience { users: row.user_ids, roles: row.role_ids, departments: row.department_ids },
        },
        admins: row.admin_ids,
    };
    Ok(rows.into_iter().map(pool).collect())
}

/// What a pool lets one person take a day.
#[derive(FromRow)]
pub struct PoolLimit {
    pub id: Uuid,
    pub name: String,
    pub daily_limit: Option<i32>,
}

/// The pools of a kind that are on: the default first, then by name.
pub async fn pool_limits(tx: &mut Tx, owned: &Owned) -> Result<Vec<PoolLimit>> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as(owned.sql.limits).bind(tenant).fetch_all(tx.conn()).await?)
}

/// Whether a person sees what lies in a pool, or lay there.
pub fn sees(access: &Access, pool: Uuid) -> bool {
    access.seat(pool).is_some_and(|seat| seat.admin || seat.visible)
}

/// Refuses a pool that cannot receive.
pub fn must_receive(pools: &[Pool], pool: Uuid, pointer: &'static str) -> Result<()> {
    let known = pools.iter().find(|known| known.choice.id == pool);
    match known {
        None => Err(Error::field(pointer, FieldCode::UnknownReference)),
        Some(known) if !known.choice.enabled => Err(Error::field(pointer, FieldCode::Invalid)),
        Some(_) => Ok(()),
    }
}
