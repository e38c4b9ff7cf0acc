//! Pipelines.

use guanxi_domain::{Permission, Result, fields::Kind, opportunities::pipeline, settings::CURRENCIES};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Pipeline;

impl Record for Pipeline {
    const READ: Permission = pipeline::READ;
    const TABLE: &'static Table = &Table {
        name: "pipelines",
        noun: "pipeline",
        label: ["销售流程", "Pipeline"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("department_ids", Kind::Ids("departments"), "适用部门", "Departments").filled(),
            Column::new("currency", Kind::Choice(CURRENCIES), "默认币种", "Currency"),
            Column::new("allow_backward", Kind::Bool, "允许回退", "May go back").filled(),
            Column::new("allow_skip", Kind::Bool, "允许跳过阶段", "May pass over stages").filled(),
            Column::new("allow_reopen", Kind::Bool, "允许负责人重新打开", "Owners may reopen").filled(),
            Column::new("is_default", Kind::Bool, "默认流程", "Default").filled(),
            Column::new("active", Kind::Bool, "启用", "Active").filled(),
            Column::new("stages", Kind::Json, "阶段", "Stages").filled().computed(
                "(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'type', s.type,
                      'position', s.position, 'probability', s.probability, 'forecast_category', s.forecast_category,
                      'max_days', s.max_days) order by s.type <> 'open', s.position, s.id), '[]')
                  from stages s where s.tenant_id = t.tenant_id and s.pipeline_id = t.id and s.deleted_at is null)",
            ),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", pipeline::UPDATE), Action::new("delete", pipeline::DELETE)],
        sort: "name",
        shown: &["name", "is_default", "active", "allow_backward", "allow_skip", "allow_reopen"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// Lets one pipeline be changed at a time: which is the default, and what stages they have.
pub async fn lock(tx: &mut Tx) -> Result<()> {
    let sql = "select pg_advisory_xact_lock(hashtextextended('pipelines ' || $1::text, 0))";
    sqlx::query(sql).bind(tx.tenant()).execute(tx.conn()).await?;
    Ok(())
}

/// Whatever was the default is no longer.
pub async fn clear_default(tx: &mut Tx, except: Option<Uuid>) -> Result<()> {
    let sql = "update pipelines set is_default = false
               where tenant_id = $1 and is_default and id is distinct from $2 and deleted_at is null";
    sqlx::query(sql).bind(tx.tenant()).bind(except).execute(tx.conn()).await?;
    Ok(())
}

/// The pipeline that deals go into where none is named.
pub async fn default(tx: &mut Tx) -> Result<Option<Uuid>> {
    let sql = "select id from pipelines where tenant_id = $1 and is_default and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).fetch_optional(tx.conn()).await?)
}

/// Whether a pipeline is for the caller: for everybody, or for a department that he works in or that lies above.
pub async fn serves(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let Some(me) = tx.actor().user else { return Ok(true) };
    let sql = "select p.department_ids = '{}' or exists (
                   select 1 from users u
                   join departments d on d.tenant_id = u.tenant_id
                       and (d.id = u.department_id or d.id = any(u.extra_department_ids))
                   where u.tenant_id = $1 and u.id = $3 and d.path && p.department_ids)
               from pipelines p where p.tenant_id = $1 and p.id = $2";
    let serves: Option<bool> =
        sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).bind(me).fetch_optional(tx.conn()).await?;
    Ok(serves.unwrap_or_default())
}
