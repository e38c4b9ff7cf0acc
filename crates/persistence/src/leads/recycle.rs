//! When leads go back to their pool if nothing happens: computed whenever it is read and never stored (2.5.6).

use chrono::NaiveDate;
use guanxi_domain::{
    Error, Result,
    fields::Kind,
    ownership::{Due, LeadRecycleRule, RecycleTerms, recycle_due},
};
use sqlx::{FromRow, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::{
    Column, Tx,
    live::{Live, LiveValue, Parts, Rule},
    ownership::recycle::Recycling,
    platform::calendars::{self, Working},
};

/// The last date on which the owner still has it.
pub const DUE_ON: Column = Column::new("recycle_due_on", Kind::Date, "回收日期", "Recycled after").live(&Live {
    parts: PARTS,
    rule: |tx| rule(tx, |due| LiveValue::Date(due.on)),
    push: |sql, tx| push(sql, tx, "date", push_due),
    narrow: Some(|sql, leaf, _| RECYCLING.narrow(sql, leaf)),
    order: None,
});

/// Which of the reasons that is.
pub const REASON: Column =
    Column::new("recycle_reason", Kind::Choice(&["no_followup", "not_converted"]), "回收原因", "Reason to recycle")
        .live(&Live {
            parts: PARTS,
            rule: |tx| rule(tx, |due| LiveValue::Word(due.reason.into())),
            push: |sql, tx| push(sql, tx, "text", push_reason),
            narrow: Some(|sql, leaf, _| RECYCLING.narrow(sql, leaf)),
            order: None,
        });

const PARTS: &[&str] = &["status", "origin_pool_id", "owner_id", "owned_on", "last_activity_on", "level", "tags"];

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
    /// Who has one of these roles.
    exempt_owner_ids: Vec<Uuid>,
    recycle_not_before: Option<NaiveDate>,
}

impl PoolRules {
    pub(crate) async fn read(tx: &mut Tx) -> Result<Self> {
        let tenant = tx.tenant();
        let rules = sqlx::query_as(
            "select id, is_default, recycle_enabled, no_followup_days, not_converted_days, recycle_mode, remind_days,
                 working_days_only, exempt_levels, exempt_tags, exempt_role_ids, array(
                     select u.id from users u where u.tenant_id = $1 and u.role_ids && exempt_role_ids
                 ) as exempt_owner_ids, recycle_not_before
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

    fn exempts(&self, lead: &Parts<'_>) -> Result<bool> {
        let level: Option<&str> = lead.get("level")?;
        let owner: Option<Uuid> = lead.get("owner_id")?;
        let has_tag =
            || Ok::<_, Error>(lead.get::<Vec<String>>("tags")?.iter().any(|tag| self.exempt_tags.contains(tag)));
        Ok(level.is_some_and(|level| self.exempt_levels.iter().any(|exempt| exempt == level))
            || owner.is_some_and(|owner| self.exempt_owner_ids.contains(&owner))
            || (!self.exempt_tags.is_empty() && has_tag()?))
    }
}

/// The rule of the domain for the leads of this organisation.
fn rule(tx: &Tx, shown: fn(Due) -> LiveValue) -> Rule {
    let known = tx.learned();
    Box::new(move |lead| {
        let Some(known) = &known else { return Ok(None) };
        Ok(due(&known.lead_pools, &known.working, lead)?.map(shown))
    })
}

fn due(pools: &PoolRules, working: &Working, lead: &Parts<'_>) -> Result<Option<Due>> {
    let Some(owned_on) = lead.get("owned_on")? else { return Ok(None) };
    let pool: Option<Uuid> = lead.get("origin_pool_id")?;
    let rule = pools.0.iter().find(|rule| rule.is_default || Some(rule.id) == pool);
    let Some(rule) = rule.filter(|rule| rule.counts()) else { return Ok(None) };
    if !matches!(lead.get("status")?, "pending" | "following") || rule.exempts(lead)? {
        return Ok(None);
    }
    let days = |days: Option<i32>| days.and_then(|days| u32::try_from(days).ok());
    let clocks = LeadRecycleRule {
        enabled: true,
        no_followup_days: days(rule.no_followup_days),
        not_converted_days: days(rule.not_converted_days),
        ..LeadRecycleRule::default()
    }
    .countdowns(owned_on, lead.get("last_activity_on")?);
    let terms = RecycleTerms {
        mode: rule.recycle_mode.parse().unwrap_or_default(),
        working_days_only: rule.working_days_only,
        not_before: rule.recycle_not_before,
    };
    Ok(recycle_due(&clocks, &terms, |day| working.is_working_day(day)))
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
