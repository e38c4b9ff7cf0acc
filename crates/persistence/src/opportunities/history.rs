//! Where deals stood, from when to when.

use guanxi_domain::{Error, Result};
use serde_json::{Map, Value};
use sqlx::types::Json;
use uuid::Uuid;

use crate::Tx;

/// Writes down that a deal stands somewhere else from now on, as it is now; what it was before ends at the same time.
pub async fn enter(tx: &mut Tx, opportunity: Uuid, note: Option<&str>) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let sql = "with was as (
                   update stage_history set left_at = $3
                   where tenant_id = $1 and opportunity_id = $2 and left_at is null
                   returning to_stage_id)
               insert into stage_history (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, status,
                   entered_at, amount, currency, probability, expected_close_on, note)
               select $4, o.id, o.pipeline_id, (select to_stage_id from was limit 1), o.stage_id, o.status, $3, o.amount,
                   o.currency, o.probability, o.expected_close_on, $5
               from opportunities o where o.tenant_id = $1 and o.id = $2";
    sqlx::query(sql)
        .bind(tenant)
        .bind(opportunity)
        .bind(now)
        .bind(Uuid::now_v7())
        .bind(note)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// All stages that a deal stood in, the first one first.
pub async fn of(tx: &mut Tx, opportunity: Uuid) -> Result<Vec<Map<String, Value>>> {
    let sql = "select jsonb_build_object('id', h.id, 'pipeline_id', h.pipeline_id, 'from_stage_id', h.from_stage_id,
                   'from_stage_name', f.name, 'to_stage_id', h.to_stage_id, 'to_stage_name', s.name, 'status', h.status,
                   'entered_at', h.entered_at, 'left_at', h.left_at, 'by', h.by, 'by_name', u.name,
                   'amount', round(h.amount, 2)::text, 'currency', h.currency, 'probability', h.probability,
                   'expected_close_on', h.expected_close_on, 'note', h.note)
               from stage_history h
               left join stages f on f.tenant_id = h.tenant_id and f.id = h.from_stage_id
               left join stages s on s.tenant_id = h.tenant_id and s.id = h.to_stage_id
               left join users u on u.tenant_id = h.tenant_id and u.id = h.by
               where h.tenant_id = $1 and h.opportunity_id = $2 order by h.entered_at, h.id";
    let rows: Vec<Json<Map<String, Value>>> =
        sqlx::query_scalar(sql).bind(tx.tenant()).bind(opportunity).fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|Json(row)| row).collect())
}

/// The open stage that a deal stood in last, as long as there is one.
pub async fn last_open(tx: &mut Tx, opportunity: Uuid) -> Result<Option<Uuid>> {
    let sql = "select s.id from stage_history h
               join stages s on s.tenant_id = h.tenant_id and s.id = h.to_stage_id
               join opportunities o on o.tenant_id = h.tenant_id and o.id = h.opportunity_id
               where h.tenant_id = $1 and h.opportunity_id = $2 and h.status = 'open' and s.type = 'open'
                 and s.pipeline_id = o.pipeline_id and s.deleted_at is null
               order by h.entered_at desc, h.id desc limit 1";
    sqlx::query_scalar(sql).bind(tx.tenant()).bind(opportunity).fetch_optional(tx.conn()).await.map_err(Error::from)
}
