//! Who holds what, who took it from where, and how many more he may: leads and customers share these statements.
//!
//! Locks are taken in one order, so that nobody waits in a circle: capacity rows by user, counters, then records by
//! id. What is counted is counted by a statement of its own after the lock, because a statement that had to wait
//! for a lock still sees the time before.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    Code, DepartmentId, Error, FieldCode, Result, UserId,
    access::{Access, PoolSeat},
    ownership::{Audience, ClaimRule, PoolChoice},
};
use serde::Deserialize;
use serde_json::Value;
use sqlx::{FromRow, types::Json};
use uuid::Uuid;

use crate::Tx;

/// `user_name!("owner_id")`: the name of the person in a column, for `computed`.
macro_rules! user_name {
    ($column:literal) => {
        concat!("(select u.name from users u where u.tenant_id = t.tenant_id and u.id = t.", $column, ")")
    };
}

/// The name of the lead pool in a column.
macro_rules! pool_name {
    ($column:literal) => {
        concat!("(select p.name from lead_pools p where p.tenant_id = t.tenant_id and p.id = t.", $column, ")")
    };
}

/// The columns of every pool, before its own.
macro_rules! pool_columns {
    ($($own:expr),* $(,)?) => { &[
        crate::Column::new("name", guanxi_domain::fields::Kind::Text, "名称", "Name").required().max(200),
        crate::Column::new("description", guanxi_domain::fields::Kind::LongText, "说明", "Description").max(1000),
        crate::Column::new("enabled", guanxi_domain::fields::Kind::Bool, "启用", "Enabled").filled(),
        crate::Column::new("is_default", guanxi_domain::fields::Kind::Bool, "默认", "Default").filled(),
        crate::Column::new("user_ids", guanxi_domain::fields::Kind::Ids, "成员", "Members").filled(),
        crate::Column::new("role_ids", guanxi_domain::fields::Kind::Ids, "成员角色", "Member roles").filled(),
        crate::Column::new("department_ids", guanxi_domain::fields::Kind::Ids, "成员部门", "Member departments").filled(),
        crate::Column::new("admin_ids", guanxi_domain::fields::Kind::Ids, "管理员", "Admins").filled(),
        crate::Column::new("visible_to_members", guanxi_domain::fields::Kind::Bool, "成员可见", "Members see it").filled(),
        crate::Column::new("masked_fields", guanxi_domain::fields::Kind::Tags, "领取前隐藏的字段", "Fields covered until claimed")
            .filled(),
        crate::Column::new("members_may_claim", guanxi_domain::fields::Kind::Bool, "成员可领取", "Members may claim").filled(),
        crate::Column::new("daily_limit", guanxi_domain::fields::Kind::Int, "每日领取上限", "Claims a day"),
        crate::Column::new("prev_owner_freeze_days", guanxi_domain::fields::Kind::Int, "前负责人冷冻天数", "Days a former owner waits")
            .filled(),
        crate::Column::new("new_data_wait_days", guanxi_domain::fields::Kind::Int, "新数据等待天数", "Days a new record waits")
            .filled(),
        $($own),*
    ] };
}

pub(crate) use {pool_columns, pool_name, user_name};

/// A kind of record that people hold: its words, and the statements over its tables.
pub struct Owned {
    /// The noun: `lead`.
    pub object: &'static str,
    /// The table and resource: `leads`.
    pub records: &'static str,
    /// The code for a record that somebody else was quicker to claim.
    pub already_claimed: Code,
    sql: Statements,
}

struct Statements {
    seats: &'static str,
    pools: &'static str,
    limits: &'static str,
    offered: &'static str,
    held: &'static str,
    give: &'static str,
    take: &'static str,
}

/// `$counted` is the column whose values decide whether a record counts against the cap; `$free` and `$owned` are the
/// states of a record in a pool and of one that was just given to somebody; `$also` is what else is set when it goes into a
/// pool.
macro_rules! owned {
    ($object:literal, $records:literal, $pools:literal, $counted:literal, $free:literal, $owned:literal, $also:literal,
     $code:expr) => {
        Owned {
            object: $object,
            records: $records,
            already_claimed: $code,
            sql: Statements {
                seats: concat!(
                    "select p.id, $2 = any(p.admin_ids) as admin, p.visible_to_members as visible,
                         p.members_may_claim as members_claim, p.masked_fields
                     from ", $pools, " p
                     where p.tenant_id = $1 and p.deleted_at is null and p.enabled
                       and ($2 = any(p.admin_ids) or $2 = any(p.user_ids) or p.role_ids && $3 or p.department_ids && (
                                select coalesce(array_agg(above), '{}') from departments d, unnest(d.path) above
                                where d.tenant_id = $1 and d.id = any($4))
                            or (p.user_ids = '{}' and p.role_ids = '{}' and p.department_ids = '{}'))"
                ),
                pools: concat!(
                    "select id, enabled, is_default, user_ids, role_ids, department_ids, admin_ids from ", $pools,
                    " where tenant_id = $1 and deleted_at is null order by id"
                ),
                limits: concat!(
                    "select id, name, daily_limit from ", $pools,
                    " where tenant_id = $1 and enabled and deleted_at is null order by is_default desc, name"
                ),
                offered: concat!(
                    "select r.id, r.owner_id, r.owner_department_id, r.pool_id, r.origin_pool_id,
                         r.status = '", $free, "' as is_free, r.pooled_on,
                         greatest((select max(g.on_date) from claim_log g where g.tenant_id = r.tenant_id
                                   and g.record_id = r.id and g.from_owner_id = $2),
                                  case when r.last_owner_id = $2 then r.last_owned_on end) as let_go_on,
                         coalesce(p.enabled, false) as pool_enabled, p.daily_limit,
                         coalesce(p.prev_owner_freeze_days, 0) as freeze_days,
                         coalesce(p.new_data_wait_days, 0) as wait_days,
                         coalesce(p.members_may_claim, false) as members_may_claim,
                         coalesce((select c.claims from claim_counters c where c.tenant_id = r.tenant_id
                                   and c.user_id = $2 and c.pool_id = r.pool_id and c.on_date = $4), 0) as claimed_today,
                         (select count(*) from ", $records, " h where h.tenant_id = $1 and h.owner_id = $2
                          and h.", $counted, " = any($5) and h.deleted_at is null) as held
                     from ", $records, " r
                     left join ", $pools, " p on p.tenant_id = r.tenant_id and p.id = r.pool_id
                         and p.deleted_at is null
                     where r.tenant_id = $1 and r.id = any($3) and r.deleted_at is null
                     order by r.id for update of r"
                ),
                held: concat!(
                    "select count(*) from ", $records, " where tenant_id = $1 and owner_id = $2 and ", $counted,
                    " = any($3) and deleted_at is null"
                ),
                give: concat!(
                    "with given as (
                         select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
                             as x (id, log_id, event_id, from_owner, from_pool)),
                     done as (
                         update ", $records, " r set owner_id = $7, owner_department_id = $8, owned_since = $9,
                             owned_on = $10, pool_id = null, next_contact_at = $11,
                             status = case when r.status = '", $free, "' then '", $owned, "' else r.status end,
                             claim_count = r.claim_count + ($12 = 'claim')::int,
                             last_owner_id = coalesce(r.owner_id, r.last_owner_id),
                             last_owned_until = case when r.owner_id is null then r.last_owned_until else $9 end,
                             last_owned_on = case when r.owner_id is null then r.last_owned_on else $10 end
                         from given x where r.tenant_id = $1 and r.id = x.id
                             and r.owner_id is not distinct from x.from_owner
                             and r.pool_id is not distinct from x.from_pool
                         returning r.id, x.log_id, x.event_id, x.from_owner, x.from_pool, r.version),
                     logged as (
                         insert into claim_log (id, object, record_id, kind, from_owner_id, to_owner_id, from_pool_id,
                             at, on_date, reason, note)
                         select log_id, '", $object, "', id, $12, from_owner, $7, from_pool, $9, $10, $13, $14
                         from done),
                     counted as (
                         insert into claim_counters as c (user_id, pool_id, on_date, claims)
                         select $7, from_pool, $10, count(*) from done where $12 = 'claim' group by from_pool
                         on conflict (tenant_id, user_id, pool_id, on_date)
                         do update set claims = c.claims + excluded.claims),
                     told as (
                         insert into outbox (id, type, resource, record_id, version, payload)
                         select event_id, $15, '", $records, "', id, version, jsonb_build_object('owner_id', $7,
                             'from_owner_id', from_owner, 'from_pool_id', from_pool, 'kind', $12)
                         from done)
                     select id from done"
                ),
                take: concat!(
                    "with taken as (
                         select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
                             as x (id, log_id, event_id, from_owner, from_pool, to_pool)),
                     done as (
                         update ", $records, " r set owner_id = null, owner_department_id = null, owned_since = null,
                             owned_on = null, pool_id = x.to_pool, origin_pool_id = x.to_pool, pooled_at = $8,
                             pooled_on = $9, pooled_by = $10, pooled_reason = $12, next_contact_at = null,
                             ", $also, " status = '", $free, "', return_count = r.return_count + ($11 = 'return')::int,
                             last_owner_id = coalesce(r.owner_id, r.last_owner_id),
                             last_owned_until = case when r.owner_id is null then r.last_owned_until else $8 end,
                             last_owned_on = case when r.owner_id is null then r.last_owned_on else $9 end
                         from taken x where r.tenant_id = $1 and r.id = x.id
                             and r.owner_id is not distinct from x.from_owner
                             and r.pool_id is not distinct from x.from_pool
                         returning r.id, x.log_id, x.event_id, x.from_owner, x.from_pool, x.to_pool, r.version),
                     logged as (
                         insert into claim_log (id, object, record_id, kind, from_owner_id, from_pool_id, to_pool_id,
                             at, on_date, reason, note)
                         select log_id, '", $object, "', id, $11, from_owner, from_pool, to_pool, $8, $9, $12, $13
                         from done),
                     told as (
                         insert into outbox (id, type, resource, record_id, version, payload)
                         select event_id, $14, '", $records, "', id, version, jsonb_build_object('pool_id', to_pool,
                             'from_owner_id', from_owner, 'from_pool_id', from_pool, 'kind', $11, 'reason', $12)
                         from done)
                     select id from done"
                ),
            },
        }
    };
}

pub static LEAD: Owned = owned!(
    "lead",
    "leads",
    "lead_pools",
    "status",
    "unassigned",
    "pending",
    "invalid_reason = null,",
    Code::LeadAlreadyClaimed
);

pub static CUSTOMER: Owned = owned!(
    "customer",
    "customers",
    "customer_pools",
    "deal_status",
    "pooled",
    "owned",
    "",
    Code::CustomerAlreadyClaimed
);

/// Every kind of record that people hold.
pub fn all() -> [&'static Owned; 2] {
    [&LEAD, &CUSTOMER]
}

// ── People ───────────────────────────────────────────────────────────────────────────────

#[derive(FromRow)]
struct SeatRow {
    id: Uuid,
    admin: bool,
    visible: bool,
    members_claim: bool,
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

/// How often somebody claimed in a pool on a date.
pub async fn claims_on(tx: &mut Tx, user: UserId, pool: Uuid, date: NaiveDate) -> Result<u32> {
    let tenant = tx.tenant();
    let claims: Option<i32> = sqlx::query_scalar(
        "select claims from claim_counters where tenant_id = $1 and user_id = $2 and pool_id = $3 and on_date = $4",
    )
    .bind(tenant)
    .bind(user)
    .bind(pool)
    .bind(date)
    .fetch_optional(tx.conn())
    .await?;
    Ok(claims.and_then(|claims| u32::try_from(claims).ok()).unwrap_or_default())
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

// ── Pools ────────────────────────────────────────────────────────────────────────────────

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

/// Those of these people who are there.
pub async fn existing_users(tx: &mut Tx, users: &[UserId]) -> Result<Vec<UserId>> {
    let tenant = tx.tenant();
    let found = sqlx::query_scalar("select id from users where tenant_id = $1 and id = any($2) and deleted_at is null");
    Ok(found.bind(tenant).bind(users).fetch_all(tx.conn()).await?)
}

// ── Records ──────────────────────────────────────────────────────────────────────────────

/// A record that somebody wants, locked, with what its pool asks of him.
#[derive(Debug, Clone, FromRow)]
pub struct Offered {
    pub id: Uuid,
    pub owner_id: Option<UserId>,
    pub owner_department_id: Option<DepartmentId>,
    pub pool_id: Option<Uuid>,
    pub origin_pool_id: Uuid,
    /// Nobody has it and nothing else keeps it from being taken.
    pub is_free: bool,
    pub pooled_on: Option<NaiveDate>,
    /// When he himself last let it go.
    pub let_go_on: Option<NaiveDate>,
    pub pool_enabled: bool,
    daily_limit: Option<i32>,
    freeze_days: i32,
    wait_days: i32,
    members_may_claim: bool,
    claimed_today: i32,
    held: i64,
}

impl Offered {
    pub fn rule(&self) -> ClaimRule {
        let days = |days: i32| u32::try_from(days).unwrap_or_default();
        ClaimRule {
            daily_limit: self.daily_limit.map(days),
            prev_owner_freeze_days: days(self.freeze_days),
            new_data_wait_days: days(self.wait_days),
            members_may_claim: self.members_may_claim,
        }
    }

    /// How many counted records he holds.
    pub fn held(&self) -> u32 {
        u32::try_from(self.held).unwrap_or(u32::MAX)
    }

    pub fn claimed_today(&self) -> u32 {
        u32::try_from(self.claimed_today).unwrap_or_default()
    }
}

/// Locks records that somebody wants. Those that are not there are not in the answer. `counted` are the values by
/// which records count against his cap, which must be locked before.
pub async fn offered(
    tx: &mut Tx,
    owned: &Owned,
    user: UserId,
    ids: &[Uuid],
    counted: &[String],
) -> Result<Vec<Offered>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let offered = sqlx::query_as(owned.sql.offered);
    Ok(offered.bind(tenant).bind(user).bind(ids).bind(today).bind(counted).fetch_all(tx.conn()).await?)
}

/// A locked record that changes hands: who has it now, or where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub id: Uuid,
    pub owner: Option<UserId>,
    pub pool: Option<Uuid>,
}

/// Why a record changes hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Handover {
    Create,
    Claim,
    Assign,
    AutoAssign,
    Transfer,
    Return,
    Recycle,
    Move,
    Invalid,
    Restore,
    Convert,
}

/// What is remembered about it.
#[derive(Debug, Clone, Copy)]
pub struct Because<'a> {
    pub kind: Handover,
    /// `lead.claimed`
    pub event: &'a str,
    pub reason: Option<&'a str>,
    pub note: Option<&'a str>,
}

/// Gives locked records to a person, with log, counters and events, in one statement.
pub async fn give(
    tx: &mut Tx,
    owned: &Owned,
    records: &[Held],
    to: &Receiver,
    next_contact_at: DateTime<Utc>,
    because: Because<'_>,
) -> Result<()> {
    let (tenant, now, today) = (tx.tenant(), tx.now(), tx.today());
    let Columns { ids, log, events, owners, pools } = Columns::of(records);
    let kind: &str = because.kind.into();
    let done: Vec<Uuid> = sqlx::query_scalar(owned.sql.give)
        .bind(tenant)
        .bind(ids)
        .bind(log)
        .bind(events)
        .bind(owners)
        .bind(pools)
        .bind(to.id)
        .bind(to.department_id)
        .bind(now)
        .bind(today)
        .bind(next_contact_at)
        .bind(kind)
        .bind(because.reason)
        .bind(because.note)
        .bind(because.event)
        .fetch_all(tx.conn())
        .await?;
    all_done(records, &done)
}

/// Who put records into a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum PooledBy {
    Rep,
    Manager,
    System,
}

/// Puts locked records into pools, each with its own, with log and events, in one statement.
pub async fn take(
    tx: &mut Tx,
    owned: &Owned,
    records: &[(Held, Uuid)],
    by: PooledBy,
    because: Because<'_>,
) -> Result<()> {
    let (tenant, now, today) = (tx.tenant(), tx.now(), tx.today());
    let (records, targets): (Vec<Held>, Vec<Uuid>) = records.iter().copied().unzip();
    let Columns { ids, log, events, owners, pools } = Columns::of(&records);
    let (kind, by): (&str, &str) = (because.kind.into(), by.into());
    let done: Vec<Uuid> = sqlx::query_scalar(owned.sql.take)
        .bind(tenant)
        .bind(ids)
        .bind(log)
        .bind(events)
        .bind(owners)
        .bind(pools)
        .bind(targets)
        .bind(now)
        .bind(today)
        .bind(by)
        .bind(kind)
        .bind(because.reason)
        .bind(because.note)
        .bind(because.event)
        .fetch_all(tx.conn())
        .await?;
    all_done(&records, &done)
}

struct Columns {
    ids: Vec<Uuid>,
    log: Vec<Uuid>,
    events: Vec<Uuid>,
    owners: Vec<Option<UserId>>,
    pools: Vec<Option<Uuid>>,
}

impl Columns {
    fn of(records: &[Held]) -> Self {
        let fresh = || records.iter().map(|_| Uuid::now_v7()).collect();
        Self {
            ids: records.iter().map(|record| record.id).collect(),
            log: fresh(),
            events: fresh(),
            owners: records.iter().map(|record| record.owner).collect(),
            pools: records.iter().map(|record| record.pool).collect(),
        }
    }
}

/// Records are locked and unchanged; one that is not was locked by nobody.
fn all_done(records: &[Held], done: &[Uuid]) -> Result<()> {
    if records.len() == done.len() { Ok(()) } else { Err(Error::Retry) }
}

// ── The log ──────────────────────────────────────────────────────────────────────────────

/// Keeps what happened to a record that changed hands in a statement of its own, or did not.
pub async fn log(
    tx: &mut Tx,
    owned: &Owned,
    record: Uuid,
    kind: Handover,
    from: (Option<UserId>, Option<Uuid>),
    to: (Option<UserId>, Option<Uuid>),
    why: (Option<&str>, Option<&str>),
) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let kind: &str = kind.into();
    sqlx::query(
        "insert into claim_log (id, object, record_id, kind, from_owner_id, from_pool_id, to_owner_id, to_pool_id, at,
             on_date, reason, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(Uuid::now_v7())
    .bind(owned.object)
    .bind(record)
    .bind(kind)
    .bind(from.0)
    .bind(from.1)
    .bind(to.0)
    .bind(to.1)
    .bind(now)
    .bind(today)
    .bind(why.0)
    .bind(why.1)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes down whom many new records belong to: (record, owner, pool).
pub async fn log_new(tx: &mut Tx, owned: &Owned, records: &[(Uuid, Option<UserId>, Option<Uuid>)]) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let ids: Vec<Uuid> = records.iter().map(|_| Uuid::now_v7()).collect();
    let created: Vec<Uuid> = records.iter().map(|(id, _, _)| *id).collect();
    let owners: Vec<Option<Uuid>> = records.iter().map(|(_, owner, _)| owner.map(Into::into)).collect();
    let pools: Vec<Option<Uuid>> = records.iter().map(|(_, _, pool)| *pool).collect();
    let kind: &str = Handover::Create.into();
    sqlx::query(
        "insert into claim_log (id, object, record_id, kind, to_owner_id, to_pool_id, at, on_date)
         select id, $1, record_id, $2, owner_id, pool_id, $3, $4
         from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) as new (id, record_id, owner_id, pool_id)",
    )
    .bind(owned.object)
    .bind(kind)
    .bind(now)
    .bind(today)
    .bind(ids)
    .bind(created)
    .bind(owners)
    .bind(pools)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The log of one record, newest first, with the names of people and pools.
pub async fn history(tx: &mut Tx, record: Uuid) -> Result<Vec<Value>> {
    let tenant = tx.tenant();
    let lines = sqlx::query_scalar(
        "select jsonb_build_object('id', g.id, 'kind', g.kind, 'at', g.at, 'reason', g.reason, 'note', g.note,
             'by', g.by, 'by_name', b.name,
             'from_owner_id', g.from_owner_id, 'from_owner_name', f.name,
             'to_owner_id', g.to_owner_id, 'to_owner_name', o.name,
             'from_pool_id', g.from_pool_id, 'from_pool_name', coalesce(fp.name, fc.name),
             'to_pool_id', g.to_pool_id, 'to_pool_name', coalesce(tp.name, tc.name))
         from claim_log g
         left join users b on b.tenant_id = g.tenant_id and b.id = g.by
         left join users f on f.tenant_id = g.tenant_id and f.id = g.from_owner_id
         left join users o on o.tenant_id = g.tenant_id and o.id = g.to_owner_id
         left join lead_pools fp on fp.tenant_id = g.tenant_id and fp.id = g.from_pool_id
         left join lead_pools tp on tp.tenant_id = g.tenant_id and tp.id = g.to_pool_id
         left join customer_pools fc on fc.tenant_id = g.tenant_id and fc.id = g.from_pool_id
         left join customer_pools tc on tc.tenant_id = g.tenant_id and tc.id = g.to_pool_id
         where g.tenant_id = $1 and g.record_id = $2 order by g.at desc, g.id desc limit 200",
    );
    Ok(lines.bind(tenant).bind(record).fetch_all(tx.conn()).await?)
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
