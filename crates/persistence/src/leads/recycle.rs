//! When leads go back to their pool if nothing happens: the rule of `domain::ownership` as an expression over a lead, so
//! that it is computed whenever it is read and never stored (2.5.6). A test compares the two.

use chrono::NaiveDate;
use guanxi_domain::{Result, fields::Kind};
use sqlx::{FromRow, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{Column, Tx, ownership::recycle::Recycling, platform::calendars, table::Live};

/// The last date on which the owner still has it.
pub const DUE_ON: Column = Column::new("recycle_due_on", Kind::Date, "回收日期", "Recycled after").live(&Live {
    push: |sql, tx| push(sql, tx, "date", push_due),
    narrow: None,
    order: None,
});

/// Which of the reasons that is.
pub const REASON: Column =
    Column::new("recycle_reason", Kind::Choice(&["no_followup", "not_converted"]), "回收原因", "Reason to recycle")
        .live(&Live { push: |sql, tx| push(sql, tx, "text", push_reason), narrow: None, order: None });

/// The rules of all lead pools of a tenant.
#[derive(Debug, Default)]
pub struct PoolRules(Vec<PoolRule>);

/// The rule of one pool; that of the default pool also holds for leads whose own pool is off or gone.
#[derive(Debug, FromRow)]
struct PoolRule {
    id: Uuid,
    is_default: bool,
    recycle_enabled: bool,
    no_followup_days: Option<i32>,
    not_converted_days: Option<i32>,
    recycle_mode: String,
    remind_days: i32,
    working_days_only: bool,
    exempt_levels: Vec<String>,
    exempt_tags: Vec<String>,
    exempt_role_ids: Vec<Uuid>,
    recycle_not_before: Option<NaiveDate>,
}

impl PoolRules {
    pub(crate) async fn read(tx: &mut Tx) -> Result<Self> {
        let tenant = tx.tenant();
        let rules = sqlx::query_as(
            "select id, is_default, recycle_enabled, no_followup_days, not_converted_days, recycle_mode, remind_days,
                 working_days_only, exempt_levels, exempt_tags, exempt_role_ids, recycle_not_before
             from lead_pools where tenant_id = $1 and (enabled or is_default) and deleted_at is null
             order by is_default, id",
        );
        Ok(Self(rules.bind(tenant).fetch_all(tx.conn()).await?))
    }
}

impl PoolRule {
    /// Whether it ever takes anything back.
    fn counts(&self) -> bool {
        self.recycle_enabled && (self.no_followup_days.is_some() || self.not_converted_days.is_some())
    }
}

type PushRule = fn(&mut QueryBuilder<Postgres>, &Tx, &PoolRule);

/// Writes what holds for a lead under the rule of the pool that it came from; null where it is never taken back.
fn push(sql: &mut QueryBuilder<Postgres>, tx: &Tx, kind: &str, what: PushRule) {
    sql.push("(case when t.status not in ('pending', 'following') then null");
    for rule in tx.known().into_iter().flat_map(|known| &known.lead_pools.0) {
        if rule.is_default {
            sql.push(" when true");
        } else {
            sql.push(" when t.origin_pool_id = ").push_bind(rule.id);
        }
        sql.push(" then ");
        if !rule.counts() {
            sql.push("null");
            continue;
        }
        let exempt = [rule.exempt_levels.is_empty(), rule.exempt_tags.is_empty(), rule.exempt_role_ids.is_empty()];
        if exempt == [true; 3] {
            what(sql, tx, rule);
            continue;
        }
        sql.push("case when false");
        if !rule.exempt_levels.is_empty() {
            sql.push(" or t.level = any(").push_bind(rule.exempt_levels.clone()).push(")");
        }
        if !rule.exempt_tags.is_empty() {
            sql.push(" or t.tags && ").push_bind(rule.exempt_tags.clone());
        }
        if !rule.exempt_role_ids.is_empty() {
            sql.push(" or exists (select 1 from users u where u.tenant_id = t.tenant_id and u.id = t.owner_id");
            sql.push(" and u.role_ids && ").push_bind(rule.exempt_role_ids.clone()).push(")");
        }
        sql.push(" then null else ");
        what(sql, tx, rule);
        sql.push(" end");
    }
    // Where nothing is ever taken back there are only nulls, which have no type of their own.
    sql.push(" end)::").push(kind);
}

fn push_due(sql: &mut QueryBuilder<Postgres>, tx: &Tx, rule: &PoolRule) {
    sql.push("greatest(").push_bind(rule.recycle_not_before);
    sql.push(if rule.recycle_mode == "any" { ", least(" } else { ", greatest(" });
    push_followup(sql, tx, rule);
    sql.push(", ");
    push_conversion(sql, tx, rule);
    sql.push("))");
}

/// The reason whose date decides; the first where both fall on one day.
fn push_reason(sql: &mut QueryBuilder<Postgres>, tx: &Tx, rule: &PoolRule) {
    if rule.not_converted_days.is_none() || rule.no_followup_days.is_none() {
        sql.push(if rule.no_followup_days.is_some() { "'no_followup'" } else { "'not_converted'" });
        return;
    }
    sql.push("case when ");
    push_followup(sql, tx, rule);
    sql.push(if rule.recycle_mode == "any" { " <= " } else { " > " });
    push_conversion(sql, tx, rule);
    sql.push(" then 'no_followup' else 'not_converted' end");
}

fn push_followup(sql: &mut QueryBuilder<Postgres>, tx: &Tx, rule: &PoolRule) {
    push_plus(sql, tx, "greatest(t.owned_on, t.last_activity_on)", rule.no_followup_days, rule);
}

fn push_conversion(sql: &mut QueryBuilder<Postgres>, tx: &Tx, rule: &PoolRule) {
    push_plus(sql, tx, "t.owned_on", rule.not_converted_days, rule);
}

fn push_plus(sql: &mut QueryBuilder<Postgres>, tx: &Tx, base: &str, days: Option<i32>, rule: &PoolRule) {
    match days {
        None => {
            sql.push("null::date");
        }
        Some(days) if rule.working_days_only => calendars::push_plus(sql, tx, base, days),
        Some(days) => {
            sql.push("(").push(base).push(" + ").push_bind(days).push(")");
        }
    }
}

/// How leads go back.
pub(crate) const RECYCLING: Recycling = Recycling {
    held: "t.status in ('pending', 'following')",
    due_on: |sql, tx| push(sql, tx, "date", push_due),
    reason: |sql, tx| push(sql, tx, "text", push_reason),
    remind_days: |sql, tx| {
        push(sql, tx, "int", |sql, _, rule| {
            sql.push(rule.remind_days);
        });
    },
    notices: ("lead_notices", "lead_id"),
};
