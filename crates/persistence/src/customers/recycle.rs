//! When customers go back to the public sea if nothing happens (3.5). What keeps a customer from going back once it is
//! recorded (an opportunity, a case, an approval) stands beside the key accounts in [`push`] and in [`due`].

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use guanxi_domain::{
    Result, UserId,
    fields::Kind,
    ownership::{
        CustomerFacts, CustomerRecycleRule, Due, LevelDays, RecycleMode, RecycleReason, RecycleTerms, customer_due,
    },
    time,
};
use sqlx::{FromRow, Postgres, QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Column, Tx,
    live::{Live, LiveValue, Parts, Rule},
    ownership::recycle::Recycling,
};

/// The last date on which the owner still has it.
pub const DUE_ON: Column = Column::new("recycle_due_on", Kind::Date, "回收日期", "Recycled after").live(&Live {
    parts: PARTS,
    rule: |tx| rule(tx, |due| LiveValue::Date(due.on)),
    push: |sql, tx| push(sql, tx, "date", push_due),
    narrow: Some(|sql, leaf, _| RECYCLING.narrow(sql, leaf)),
    order: None,
});

/// By which rule.
pub const RULE: Column =
    Column::new("recycle_rule", Kind::Choice(&["no_followup", "no_deal"]), "回收规则", "Rule to recycle").live(&Live {
        parts: PARTS,
        rule: |tx| rule(tx, |due| LiveValue::Word(due.reason.into())),
        push: |sql, tx| push(sql, tx, "text", push_rule),
        narrow: Some(|sql, leaf, _| RECYCLING.narrow(sql, leaf)),
        order: None,
    });

const PARTS: &[&str] = &[
    "status",
    "origin_pool_id",
    "owner_id",
    "owned_on",
    "last_activity_at",
    "level",
    "deal_status",
    "is_key_account",
    "locked_until",
    "tags",
];

/// The rules of all customer pools of a tenant.
#[derive(Debug, Default)]
pub struct PoolRules(Vec<PoolRule>);

/// The rules of one pool; those of the default pool also hold for customers whose own pool is off or gone, or whose
/// owner is none of its people.
#[derive(Debug, FromRow)]
struct PoolRule {
    id: Uuid,
    is_default: bool,
    rules: Json<Vec<CustomerRecycleRule>>,
    remind_days: i32,
    recycle_not_before: Option<NaiveDate>,
    /// Its members and admins in the order of their ids; none where it is for everybody.
    people: Option<Vec<UserId>>,
}

impl PoolRules {
    pub(crate) async fn read(tx: &mut Tx) -> Result<Self> {
        let tenant = tx.tenant();
        let rules = sqlx::query_as(
            "select p.id, p.is_default, p.recycle_rules as rules, p.remind_days, p.recycle_not_before,
                 case when p.is_default or p.user_ids = '{}' and p.role_ids = '{}' and p.department_ids = '{}' then null
                 else array(select u.id from users u where u.tenant_id = $1 and (
                     u.id = any(p.user_ids) or u.id = any(p.admin_ids) or u.role_ids && p.role_ids
                     or exists (select 1 from departments d where d.tenant_id = $1 and d.path && p.department_ids
                                and (d.id = u.department_id or d.id = any(u.extra_department_ids))))
                     order by u.id) end as people
             from customer_pools p where p.tenant_id = $1 and (p.enabled or p.is_default) and p.deleted_at is null
             order by p.is_default, p.id",
        );
        Ok(Self(rules.bind(tenant).fetch_all(tx.conn()).await?))
    }
}

impl PoolRule {
    /// The rules that ever take anything back.
    fn counting(&self) -> impl Iterator<Item = &CustomerRecycleRule> {
        self.rules.0.iter().filter(|rule| rule.enabled)
    }

    fn holds_for(&self, origin: Option<Uuid>, owner: Option<UserId>) -> bool {
        let is_one_of = |people: &Vec<UserId>| owner.is_some_and(|owner| people.binary_search(&owner).is_ok());
        (self.is_default || Some(self.id) == origin) && self.people.as_ref().is_none_or(is_one_of)
    }
}

/// The rule of the domain for the customers of this organisation.
fn rule(tx: &Tx, shown: fn(Due) -> LiveValue) -> Rule {
    let (known, zone) = (tx.learned(), tx.actor().zone);
    Box::new(move |customer| {
        let Some(known) = &known else { return Ok(None) };
        Ok(due(&known.customer_pools, zone, customer)?.map(shown))
    })
}

fn due(pools: &PoolRules, zone: Tz, customer: &Parts<'_>) -> Result<Option<Due>> {
    let Some(owned_since) = customer.get("owned_on")? else { return Ok(None) };
    let (origin, owner) = (customer.get("origin_pool_id")?, customer.get("owner_id")?);
    let Some(pool) = pools.0.iter().find(|pool| pool.holds_for(origin, owner)) else { return Ok(None) };
    if customer.get::<&str>("status")? != "owned" {
        return Ok(None);
    }
    let tags: Vec<String> = customer.get("tags")?;
    let last_activity: Option<DateTime<Utc>> = customer.get("last_activity_at")?;
    let facts = CustomerFacts {
        level: customer.get::<Option<&str>>("level")?.and_then(|level| level.parse().ok()),
        owned_since,
        last_activity: last_activity.map(|at| time::business_date(at, zone)),
        had_opportunity: false,
        has_open_opportunity: false,
        has_open_case_or_approval: false,
        is_dealt: customer.get::<&str>("deal_status")? == "dealt",
        is_key_account: customer.get("is_key_account")?,
        locked_until: customer.get("locked_until")?,
        tags: &tags,
        leave_days: 0,
    };
    let terms = RecycleTerms { mode: RecycleMode::Any, working_days_only: false, not_before: pool.recycle_not_before };
    Ok(customer_due(&pool.rules.0, &facts, &terms, time::is_weekday))
}

type PushRule = fn(&mut QueryBuilder<Postgres>, &PoolRule, &Tx);

/// Writes what holds for a customer under the rules of the pool that it came from; null where it is never taken back.
fn push(sql: &mut QueryBuilder<Postgres>, tx: &Tx, kind: &str, what: PushRule) {
    sql.push("(case when t.status <> 'owned' or t.is_key_account then null");
    for pool in tx.known().into_iter().flat_map(|known| &known.customer_pools.0) {
        if pool.is_default {
            sql.push(" when true");
        } else {
            sql.push(" when t.origin_pool_id = ").push_bind(pool.id);
        }
        if let Some(people) = &pool.people {
            sql.push(" and t.owner_id = any(").push_bind(people.clone()).push(")");
        }
        sql.push(" then ");
        match pool.counting().next() {
            Some(_) => what(sql, pool, tx),
            None => {
                sql.push("null");
            }
        }
    }
    // Where nothing is ever taken back there are only nulls, which have no type of their own.
    sql.push(" end)::").push(kind);
}

/// What is locked stays until its lock ends: no clock runs out before.
fn push_due(sql: &mut QueryBuilder<Postgres>, pool: &PoolRule, tx: &Tx) {
    push_earliest(sql, pool, tx, |sql| {
        sql.push("greatest(t.locked_until, ").push_bind(pool.recycle_not_before).push(", ");
    });
}

/// The first of the rules by which it goes that early.
fn push_rule(sql: &mut QueryBuilder<Postgres>, pool: &PoolRule, tx: &Tx) {
    sql.push("case ");
    push_earliest(sql, pool, tx, push_plain);
    for rule in pool.counting() {
        sql.push(" when ");
        push_clock(sql, rule, tx, push_plain);
        sql.push(" then '").push(<&str>::from(rule.kind)).push("'");
    }
    sql.push(" end");
}

fn push_plain(sql: &mut QueryBuilder<Postgres>) {
    sql.push("(");
}

fn push_earliest(
    sql: &mut QueryBuilder<Postgres>,
    pool: &PoolRule,
    tx: &Tx,
    push_floor: impl Fn(&mut QueryBuilder<Postgres>),
) {
    sql.push("least(null::date");
    for rule in pool.counting() {
        sql.push(", ");
        push_clock(sql, rule, tx, &push_floor);
    }
    sql.push(")");
}

/// The date of one rule's clock behind what `push_floor` writes, null where it does not run.
fn push_clock(
    sql: &mut QueryBuilder<Postgres>,
    rule: &CustomerRecycleRule,
    tx: &Tx,
    push_floor: impl Fn(&mut QueryBuilder<Postgres>),
) {
    let LevelDays { a, b, c, d } = rule.days;
    sql.push("case when false");
    if !rule.include_dealt || rule.kind == RecycleReason::NoDeal {
        sql.push(" or t.deal_status = 'dealt'");
    }
    if !rule.exempt_tags.is_empty() {
        sql.push(" or t.tags && ").push_bind(rule.exempt_tags.clone());
    }
    for (level, days) in [("t.level = 'A'", a), ("t.level = 'B'", b), ("t.level = 'C'", c), (OTHERS, d)] {
        if days.is_none() {
            sql.push(" or ").push(level);
        }
    }
    sql.push(" then null else ");
    push_floor(sql);
    if rule.kind == RecycleReason::NoFollowup {
        sql.push("greatest(t.owned_on, (t.last_activity_at at time zone ").push_bind(tx.actor().zone.name());
        sql.push(")::date)");
    } else {
        sql.push("t.owned_on");
    }
    sql.push(" + case t.level");
    for (level, days) in [(" when 'A' then ", a), (" when 'B' then ", b), (" when 'C' then ", c), (" else ", d)] {
        sql.push(level).push(days.unwrap_or_default());
    }
    sql.push(" end) end");
}

/// The most patient days count for the fourth level and for who has none.
const OTHERS: &str = "(t.level is null or t.level not in ('A', 'B', 'C'))";

/// How customers go back.
pub(crate) const RECYCLING: Recycling = Recycling {
    held: "t.status = 'owned'",
    due_on: |sql, tx| push(sql, tx, "date", push_due),
    reason: |sql, tx| push(sql, tx, "text", push_rule),
    remind_days: |sql, tx| {
        push(sql, tx, "int", |sql, pool, _| {
            sql.push(pool.remind_days);
        });
    },
    notices: ("customer_notices", "customer_id"),
};

/// Takes away the locks whose day is past.
pub async fn end_locks(tx: &mut Tx) -> Result<u64> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "update customers set locked = false, locked_until = null, locked_by = null, lock_reason = null
               where tenant_id = $1 and locked and locked_until < $2 and deleted_at is null";
    Ok(sqlx::query(sql).bind(tenant).bind(today).execute(tx.conn()).await?.rows_affected())
}

/// The customers whose lock ends between two dates, with their owners.
pub async fn locks_ending(
    tx: &mut Tx,
    from: NaiveDate,
    to: NaiveDate,
    after: Option<Uuid>,
    most: i64,
) -> Result<Vec<(Uuid, UserId, NaiveDate)>> {
    let sql = "select id, owner_id, locked_until from customers
               where tenant_id = $1 and locked and locked_until between $2 and $3 and deleted_at is null and id > $4
               order by id limit $5";
    let ending = sqlx::query_as(sql).bind(tx.tenant()).bind(from).bind(to).bind(after.unwrap_or_default()).bind(most);
    Ok(ending.fetch_all(tx.conn()).await?)
}
