//! Words beside an activity or a report.

use chrono::{DateTime, Utc};
use guanxi_domain::{Result, UserId};
use serde::Serialize;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::Tx;

#[derive(Debug, Clone, Serialize, FromRow, ToSchema)]
pub struct Comment {
    pub id: Uuid,
    pub content: String,
    pub mention_ids: Vec<UserId>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<UserId>,
    #[schema(required = true)]
    pub created_by_name: Option<String>,
}

/// What was said beside a record, the first first; at most the latest 500.
pub async fn of(tx: &mut Tx, record: Uuid) -> Result<Vec<Comment>> {
    let sql = "select * from (
                   select c.id, c.content, c.mention_ids, c.created_at, c.created_by, u.name as created_by_name
                   from comments c left join users u on u.tenant_id = c.tenant_id and u.id = c.created_by
                   where c.tenant_id = $1 and c.record_id = $2 and c.deleted_at is null
                   order by c.id desc limit 500) latest
               order by id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(record).fetch_all(tx.conn()).await?)
}

pub async fn insert(tx: &mut Tx, resource: &str, record: Uuid, content: &str, mentioned: &[UserId]) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let sql = "insert into comments (id, resource, record_id, content, mention_ids) values ($1, $2, $3, $4, $5)";
    sqlx::query(sql).bind(id).bind(resource).bind(record).bind(content).bind(mentioned).execute(tx.conn()).await?;
    Ok(id)
}

/// Takes a comment away that its author no longer stands by; says whether there was one of his.
pub async fn delete(tx: &mut Tx, record: Uuid, comment: Uuid, author: UserId) -> Result<bool> {
    let (now, tenant) = (tx.now(), tx.tenant());
    let sql = "update comments set deleted_at = $5, deleted_by = $4
               where tenant_id = $1 and record_id = $2 and id = $3 and created_by = $4 and deleted_at is null";
    let sql = sqlx::query(sql).bind(tenant).bind(record).bind(comment).bind(author).bind(now);
    Ok(sql.execute(tx.conn()).await?.rows_affected() == 1)
}
