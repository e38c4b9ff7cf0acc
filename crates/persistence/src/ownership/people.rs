//! People in front of pools: where they sit, who is to be given something, how much he holds and may hold.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{DepartmentId, Result, UserId, access::PoolSeat, ownership::Audience};
use serde::Deserialize;
use sqlx::{FromRow, types::Json};
use uuid::Uuid;

use super::{Owned, all};
use crate::Tx;

#[derive(FromRow)]
struct SeatRow {
    id: Uuid,
    admin: bool,
    visible: bool,
    members_claim: bool,
    members_move: bool,
    masked_fields: Vec<String>,
}

/// A person's places at pools of all kinds.
pub async fn seats(tx: &mut Tx, user: UserId, roles: &[Uuid], departments: &[DepartmentId]) -> Result<Vec<PoolSeat>> {
    let tenant = tx.tenant();
    let mut seats = Vec::new();
    for owned in all() {
        let rows: Vec<SeatRow> = sqlx::query_as(owned.sql.seats)
            .bind(tenant)
            .bind(user)
            .bind(roles)
            .bind(departments)
            .fetch_all(tx.conn())
            .await?;
        seats.extend(rows.into_iter().map(|row| PoolSeat {
            pool: row.id,
            object: owned.object.to_owned(),
            admin: row.admin,
            visible: row.visible,
            members_claim: row.members_claim,
            members_move: row.members_move,
            masked_fields: row.masked_fields,
        }));
    }
    Ok(seats)
}

/// Somebody who is to hold records.
#[derive(FromRow)]
pub struct Receiver {
    pub id: UserId,
    pub no: String,
    pub status: String,
    pub department_id: DepartmentId,
    pub role_ids: Vec<Uuid>,
    /// The ids from the root to each of his departments.
    pub paths: Json<Vec<Vec<DepartmentId>>>,
    /// The capacity rules of the organisation.
    pub rules: Json<Vec<CapacityLine>>,
    locked: bool,
}

/// A capacity rule as far as it says who may hold how many.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CapacityLine {
    pub id: Uuid,
    #[serde(flatten)]
    pub audience: NamedPeople,
    pub max_owned: Option<u32>,
    pub count_statuses: Option<Vec<String>>,
    pub dealt_counts: Option<bool>,
    pub priority: i32,
}

/// The people of a rule, as its columns name them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct NamedPeople {
    pub user_ids: Vec<UserId>,
    pub role_ids: Vec<guanxi_domain::RoleId>,
    pub department_ids: Vec<DepartmentId>,
}

impl From<NamedPeople> for Audience {
    fn from(named: NamedPeople) -> Self {
        Self { users: named.user_ids, roles: named.role_ids, departments: named.department_ids }
    }
}

/// Locks the capacity of these people, in the order of their ids, and reads who they are. Whoever is not there is not
/// in the answer.
pub async fn lock_receivers(tx: &mut Tx, owned: &Owned, users: &[UserId]) -> Result<Vec<Receiver>> {
    let receivers = receivers(tx, owned, users).await?;
    if receivers.iter().all(|receiver| receiver.locked) {
        return Ok(receivers);
    }
    let mut missing: Vec<UserId> =
        receivers.iter().filter(|receiver| !receiver.locked).map(|receiver| receiver.id).collect();
    missing.sort_unstable();
    sqlx::query(
        "insert into capacities (user_id, object) select user_id, $2 from unnest($1::uuid[]) user_id order by 1
         on conflict do nothing",
    )
    .bind(&missing)
    .bind(owned.object)
    .execute(tx.conn())
    .await?;
    self::receivers(tx, owned, users).await
}

macro_rules! people {
    ($locked:literal) => {
        concat!(
            "with locked as materialized (", $locked, "),
             rules as materialized (
                 select coalesce(jsonb_agg(to_jsonb(rule)), '[]') as list from (
                     select id, user_ids, role_ids, department_ids, max_owned, count_statuses, dealt_counts, priority
                     from capacity_rules where tenant_id = $1 and object = $2 and deleted_at is null) rule)
             select u.id, coalesce(u.no, '') as no, u.status, u.department_id, u.role_ids,
                 (select coalesce(jsonb_agg(d.path), '[]') from departments d where d.tenant_id = $1
                  and (d.id = u.department_id or d.id = any(u.extra_department_ids))) as paths,
                 (select list from rules) as rules,
                 u.id in (select user_id from locked) as locked
             from users u where u.tenant_id = $1 and u.id = any($3) and u.deleted_at is null order by u.id"
        )
    };
}

async fn receivers(tx: &mut Tx, owned: &Owned, users: &[UserId]) -> Result<Vec<Receiver>> {
    let tenant = tx.tenant();
    let receivers = sqlx::query_as(people!(
        "select user_id from capacities where tenant_id = $1 and object = $2 and user_id = any($3)
         order by user_id for update"
    ));
    Ok(receivers.bind(tenant).bind(owned.object).bind(users).fetch_all(tx.conn()).await?)
}

/// Reads who somebody is, without keeping others from giving him records.
pub async fn find_receiver(tx: &mut Tx, owned: &Owned, user: UserId) -> Result<Option<Receiver>> {
    let tenant = tx.tenant();
    let receiver = sqlx::query_as(people!("select null::uuid as user_id where false"));
    Ok(receiver.bind(tenant).bind(owned.object).bind(vec![user]).fetch_optional(tx.conn()).await?)
}

/// How many records somebody holds whose state is one of `counted`.
pub async fn held(tx: &mut Tx, owned: &Owned, user: UserId, counted: &[String]) -> Result<u32> {
    let tenant = tx.tenant();
    let held: i64 =
        sqlx::query_scalar(owned.sql.held).bind(tenant).bind(user).bind(counted).fetch_one(tx.conn()).await?;
    Ok(u32::try_from(held).unwrap_or(u32::MAX))
}

/// Forgets counters of days gone by; the log keeps what happened.
pub async fn forget_counters(tx: &mut Tx, before: NaiveDate) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("delete from claim_counters where tenant_id = $1 and on_date < $2")
        .bind(tenant)
        .bind(before)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// When each of these people was last given a record by a rule.
pub async fn last_assigned(tx: &mut Tx, owned: &Owned, users: &[UserId]) -> Result<Vec<(UserId, DateTime<Utc>)>> {
    let tenant = tx.tenant();
    let times = sqlx::query_as(
        "select to_owner_id, max(at) from claim_log where tenant_id = $1 and to_owner_id = any($2) and object = $3
         and kind in ('assign', 'auto_assign') group by 1",
    );
    Ok(times.bind(tenant).bind(users).bind(owned.object).fetch_all(tx.conn()).await?)
}

/// The capacity rules of a kind, while nobody else writes one.
pub async fn lock_rules(tx: &mut Tx, object: &str) -> Result<Vec<CapacityLine>> {
    let tenant = tx.tenant();
    sqlx::query("select pg_advisory_xact_lock(hashtextextended($1::text || $2, 2))")
        .bind(tenant.to_string())
        .bind(object)
        .execute(tx.conn())
        .await?;
    let lines: Json<Vec<CapacityLine>> = sqlx::query_scalar(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from capacity_rules r
         where r.tenant_id = $1 and r.object = $2 and r.deleted_at is null",
    )
    .bind(tenant)
    .bind(object)
    .fetch_one(tx.conn())
    .await?;
    Ok(lines.0)
}
