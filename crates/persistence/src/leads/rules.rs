//! Rules over leads: capacity, assignment, scoring.

use std::sync::Arc;

use guanxi_domain::{
    Permission, Result, ScoringRuleId, UserId,
    access::{assignment_rule, capacity_rule, scoring_rule},
    fields::Kind,
    filter::Filter,
    leads::scoring::{self, RuleKind},
};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct CapacityRule;

impl Record for CapacityRule {
    const TABLE: &'static Table = &CAPACITY;
    const READ: Permission = capacity_rule::READ;
}

static CAPACITY: Table = Table {
    name: "capacity_rules",
    noun: "capacity_rule",
    label: ["库容规则", "Capacity rule"],
    columns: &[
        Column::new("name", Kind::Text, "名称", "Name").required().max(200),
        Column::new("object", Kind::Choice(&["lead", "customer"]), "对象", "Object").required(),
        Column::new("user_ids", Kind::Ids("users"), "适用人员", "People").filled(),
        Column::new("role_ids", Kind::Ids("roles"), "适用角色", "Roles").filled(),
        Column::new("department_ids", Kind::Ids("departments"), "适用部门", "Departments").filled(),
        Column::new("max_owned", Kind::Int, "保有量上限", "Most that one may hold"),
        Column::new("count_statuses", Kind::Tags, "计入状态", "States that count"),
        Column::new("dealt_counts", Kind::Bool, "成交客户占用", "Customers who bought count"),
        Column::new("priority", Kind::Int, "优先级", "Priority").filled(),
    ],
    scope: ScopeRule::Tenant,
    actions: &[Action::new("update", capacity_rule::UPDATE), Action::new("delete", capacity_rule::DELETE)],
    sort: "-created_at",
    shown: &["name", "object", "max_owned", "user_ids", "role_ids", "department_ids"],
    added: &[],
    searchable: false,
    internal: &[],
};

pub struct AssignmentRule;

impl Record for AssignmentRule {
    const TABLE: &'static Table = &ASSIGNMENT;
    const READ: Permission = assignment_rule::READ;
}

static ASSIGNMENT: Table = Table {
    name: "assignment_rules",
    noun: "assignment_rule",
    label: ["分配规则", "Assignment rule"],
    columns: &[
        Column::new("name", Kind::Text, "名称", "Name").required().max(200),
        Column::new("pool_id", Kind::Reference("lead-pools"), "适用线索池", "Pool"),
        Column::new("pool_name", Kind::Text, "适用线索池名称", "Pool's name").named(named!("lead_pools", "pool_id")),
        Column::new("priority", Kind::Int, "优先级", "Priority").filled(),
        Column::new("active", Kind::Bool, "启用", "Active").filled(),
        Column::new("condition", Kind::Json, "条件", "Condition"),
        Column::new(
            "method",
            Kind::Choice(&["fixed", "round_robin", "weighted", "least_loaded"]),
            "分配方式",
            "Method",
        )
        .required(),
        Column::new("user_ids", Kind::Ids("users"), "分配给", "People").filled(),
        Column::new("weights", Kind::Json, "权重", "Weights").filled(),
        Column::new("target_pool_id", Kind::Reference("lead-pools"), "转入线索池", "Pool to move to"),
        Column::new("target_pool_name", Kind::Text, "转入线索池名称", "Name of the pool to move to")
            .named(named!("lead_pools", "target_pool_id")),
        Column::new("skip_full", Kind::Bool, "跳过库容已满", "Skips who is full").filled(),
        Column::new("skip_on_leave", Kind::Bool, "跳过休假", "Skips who is on leave").filled(),
    ],
    scope: ScopeRule::Tenant,
    actions: &[Action::new("update", assignment_rule::UPDATE), Action::new("delete", assignment_rule::DELETE)],
    sort: "priority",
    shown: &["priority", "name", "method", "pool_id", "active"],
    added: &[],
    searchable: false,
    internal: &[],
};

pub struct ScoringRule;

impl Record for ScoringRule {
    const TABLE: &'static Table = &SCORING;
    const READ: Permission = scoring_rule::READ;
}

static SCORING: Table = Table {
    name: "scoring_rules",
    noun: "scoring_rule",
    label: ["评分规则", "Scoring rule"],
    columns: &[
        Column::new("name", Kind::Text, "名称", "Name").required().max(200),
        Column::new("kind", Kind::Choice(&["fit", "negative"]), "类型", "Kind").required(),
        Column::new("condition", Kind::Json, "条件", "Condition").required(),
        Column::new("points", Kind::Int, "分值", "Points").required(),
        Column::new("max_points", Kind::Int, "分值上限", "Most points").filled(),
        Column::new("active", Kind::Bool, "启用", "Active").filled(),
    ],
    scope: ScopeRule::Tenant,
    actions: &[Action::new("update", scoring_rule::UPDATE), Action::new("delete", scoring_rule::DELETE)],
    sort: "-created_at",
    shown: &["name", "kind", "points", "active"],
    added: &[],
    searchable: false,
    internal: &[],
};

/// The rules that are asked about a lead that enters `pool`, with the one that the pool pins, as JSON.
pub async fn assignment_rules(tx: &mut Tx, pool: Uuid) -> Result<Vec<Value>> {
    let tenant = tx.tenant();
    let rules = sqlx::query_scalar(
        "select to_jsonb(r) from assignment_rules r
         join lead_pools p on p.tenant_id = r.tenant_id and p.id = $2
         where r.tenant_id = $1 and r.active and r.deleted_at is null
           and (r.id = p.auto_assign_rule_id
                or p.auto_assign_rule_id is null and (r.pool_id is null or r.pool_id = p.id))
         order by r.priority, r.id",
    );
    Ok(rules.bind(tenant).bind(pool).fetch_all(tx.conn()).await?)
}

/// Everybody to whom a rule may give leads.
pub async fn receivers(tx: &mut Tx) -> Result<Vec<UserId>> {
    let sql = "select distinct unnest(user_ids) from assignment_rules
               where tenant_id = $1 and active and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).fetch_all(tx.conn()).await?)
}

/// Whose turn it is under a rule; nobody else draws from it until this transaction ends.
pub async fn lock_turn(tx: &mut Tx, rule: Uuid) -> Result<Value> {
    let tenant = tx.tenant();
    sqlx::query("insert into assignment_turns (rule_id) values ($1) on conflict do nothing")
        .bind(rule)
        .execute(tx.conn())
        .await?;
    let state =
        sqlx::query_scalar("select state from assignment_turns where tenant_id = $1 and rule_id = $2 for update");
    Ok(state.bind(tenant).bind(rule).fetch_one(tx.conn()).await?)
}

pub async fn save_turn(tx: &mut Tx, rule: Uuid, state: Value) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("update assignment_turns set state = $3 where tenant_id = $1 and rule_id = $2")
        .bind(tenant)
        .bind(rule)
        .bind(state)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The scoring rules that count, as they are known by heart.
pub async fn scoring_rules(tx: &mut Tx) -> Result<Arc<[scoring::ScoringRule]>> {
    tx.learn().await?;
    Ok(tx.known().map_or_else(Arc::default, |known| known.scoring.clone()))
}

/// Reads them. A condition was checked when it was written; one that is no longer understood counts for nothing.
pub(crate) async fn read_scoring(tx: &mut Tx) -> Result<Arc<[scoring::ScoringRule]>> {
    let tenant = tx.tenant();
    let stored = sqlx::query_as(
        "select id, to_jsonb(kind), condition, points, max_points from scoring_rules
         where tenant_id = $1 and active and deleted_at is null",
    );
    type Stored = (Uuid, Json<RuleKind>, Json<Value>, i32, Option<i32>);
    let stored: Vec<Stored> = stored.bind(tenant).fetch_all(tx.conn()).await?;
    let rules = stored.into_iter().filter_map(|(id, kind, condition, points, max_points)| {
        let condition = Filter::from_value(&condition).ok()?;
        Some(scoring::ScoringRule { id: ScoringRuleId(id), kind: kind.0, condition, points, max_points })
    });
    Ok(rules.collect())
}

/// No pool names this rule any longer.
pub async fn unpin(tx: &mut Tx, rule: Uuid) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("update lead_pools set auto_assign_rule_id = null where tenant_id = $1 and auto_assign_rule_id = $2")
        .bind(tenant)
        .bind(rule)
        .execute(tx.conn())
        .await?;
    Ok(())
}
