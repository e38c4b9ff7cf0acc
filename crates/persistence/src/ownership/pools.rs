//! Pools of all kinds.

use guanxi_domain::{
    DepartmentId, Error, FieldCode, Result, UserId,
    access::Access,
    ownership::{Audience, PoolChoice, Quota},
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

/// Takes the word "default" from the pool that has it.
pub async fn no_default(tx: &mut Tx, owned: &Owned) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query(owned.sql.no_default).bind(tenant).execute(tx.conn()).await?;
    Ok(())
}

/// Whether anything lies in a pool. What is in the recycle bin does not count: restored, it goes into another if this
/// one is gone.
pub async fn lies_in(tx: &mut Tx, owned: &Owned, pool: Uuid) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar(owned.sql.lies_in).bind(tenant).bind(pool).fetch_one(tx.conn()).await?)
}

/// What a pool lets one person take a day and hold, and how much of it he does.
#[derive(FromRow)]
pub struct PoolLimit {
    pub id: Uuid,
    pub name: String,
    daily_limit: Option<i32>,
    claimed_today: i32,
    hold_limit: Option<i32>,
    held: i64,
}

impl PoolLimit {
    pub fn daily(&self) -> Quota {
        quota(self.daily_limit, self.claimed_today.into())
    }

    pub fn hold(&self) -> Quota {
        quota(self.hold_limit, self.held)
    }
}

/// A limit as it is stored, and what was counted against it.
pub(super) fn quota(limit: Option<i32>, used: i64) -> Quota {
    Quota { limit: limit.and_then(|limit| u32::try_from(limit).ok()), used: u32::try_from(used).unwrap_or(u32::MAX) }
}

/// The pools of a kind that are on, for one person: the default first, then by name. `counted` are the words by which
/// records count.
pub async fn pool_limits(tx: &mut Tx, owned: &Owned, user: UserId, counted: &[String]) -> Result<Vec<PoolLimit>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let limits = sqlx::query_as(owned.sql.limits).bind(tenant).bind(user).bind(counted).bind(today);
    Ok(limits.fetch_all(tx.conn()).await?)
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
