//! When customers go back to the public sea if nothing happens: the rules of `domain::ownership` as an expression over a
//! customer (3.5). A test compares the two. What keeps a customer from going back once it is recorded (an opportunity, a
//! case, an approval) stands beside the key accounts in [`push`].

use chrono::NaiveDate;
use guanxi_domain::{
    Result, UserId,
    fields::Kind,
    ownership::{CustomerRecycleRule, LevelDays, RecycleReason},
};
use sqlx::{FromRow, Postgres, QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{Column, Tx, ownership::recycle::Recycling, table::Live};

/// The last date on which the owner still has it.
pub const DUE_ON: Column = Column::new("recycle_due_on", Kind::Date, "回收日期", "Recycled after").live(&Live {
    push: |sql, tx| push(sql, tx, "date", push_due),
    narrow: None,
    order: None,
});

/// By which rule.
pub const RULE: Column =
    Column::new("recycle_rule", Kind::Choice(&["no_followup", "no_deal"]), "回收规则", "Rule to recycle").live(&Live {
        push: |sql, tx| push(sql, tx, "text", push_rule),
        narrow: None,
        order: None,
    });

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
    /// Its members and admins; none where it is for everybody.
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
                                and (d.id = u.department_id or d.id = any(u.extra_department_ids))))) end as people
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

/// What is locked stays until its lock ends.
fn push_due(sql: &mut QueryBuilder<Postgres>, pool: &PoolRule, tx: &Tx) {
    sql.push("case when ");
    push_earliest(sql, pool, tx);
    sql.push(" is not null then greatest(t.locked_until, ").push_bind(pool.recycle_not_before).push(", ");
    push_earliest(sql, pool, tx);
    sql.push(") end");
}

/// The first of the rules by which it goes that early.
fn push_rule(sql: &mut QueryBuilder<Postgres>, pool: &PoolRule, tx: &Tx) {
    sql.push("case ");
    push_earliest(sql, pool, tx);
    for rule in pool.counting() {
        sql.push(" when ");
        push_clock(sql, rule, tx);
        sql.push(" then '").push(<&str>::from(rule.kind)).push("'");
    }
    sql.push(" end");
}

fn push_earliest(sql: &mut QueryBuilder<Postgres>, pool: &PoolRule, tx: &Tx) {
    sql.push("least(null::date");
    for rule in pool.counting() {
        sql.push(", ");
        push_clock(sql, rule, tx);
    }
    sql.push(")");
}

/// The date of one rule's clock, null where it does not run.
fn push_clock(sql: &mut QueryBuilder<Postgres>, rule: &CustomerRecycleRule, tx: &Tx) {
    sql.push("case when ");
    if !rule.include_dealt || rule.kind == RecycleReason::NoDeal {
        sql.push("t.deal_status = 'dealt' or ");
    }
    sql.push("t.tags && ").push_bind(rule.exempt_tags.clone()).push(" then null else ");
    if rule.kind == RecycleReason::NoFollowup {
        sql.push("greatest(t.owned_on, (t.last_activity_at at time zone ").push_bind(tx.actor().zone.name());
        sql.push(")::date)");
    } else {
        sql.push("t.owned_on");
    }
    sql.push(" + case t.level");
    let LevelDays { a, b, c, d } = rule.days;
    for (level, days) in [(" when 'A' then ", a), (" when 'B' then ", b), (" when 'C' then ", c), (" else ", d)] {
        sql.push(level);
        match days {
            Some(days) => sql.push(days),
            None => sql.push("null::int"),
        };
    }
    sql.push(" end end");
}

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
pub async fn locks_ending(tx: &mut Tx, from: NaiveDate, to: NaiveDate) -> Result<Vec<(Uuid, UserId, NaiveDate)>> {
    let sql = "select id, owner_id, locked_until from customers
               where tenant_id = $1 and locked and locked_until between $2 and $3 and deleted_at is null order by id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(from).bind(to).fetch_all(tx.conn()).await?)
}
