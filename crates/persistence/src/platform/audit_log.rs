//! The log of what no row's history tells, for those who audit.

use chrono::{DateTime, Utc};
use guanxi_domain::{Result, access};
use serde::Serialize;
use serde_json::Value;
use sqlx::FromRow;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::Tx;

/// One thing that was done, or tried.
#[derive(Debug, Serialize, FromRow, ToSchema)]
pub struct AuditEntry {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub actor_kind: String,
    pub action: String,
    pub resource: Option<String>,
    pub record_id: Option<Uuid>,
    /// `done`, `denied` or `failed`.
    pub result: String,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
    pub request_id: Option<Uuid>,
    pub details: Value,
}

/// What the log is asked for; what is none does not matter.
#[derive(Debug, Default)]
pub struct Question<'a> {
    pub action: Option<&'a str>,
    pub actor: Option<Uuid>,
    pub record: Option<Uuid>,
    pub result: Option<&'a str>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    pub before: Option<Uuid>,
}

pub async fn page(tx: &mut Tx, question: &Question<'_>, limit: i64) -> Result<Vec<AuditEntry>> {
    tx.actor().access.scope(access::audit_log::READ)?;
    let entries = sqlx::query_as(
        "select a.*, u.name as actor_name from audit_log a
         left join users u on u.tenant_id = a.tenant_id and u.id = a.actor_id
         where a.tenant_id = $1 and ($2::text is null or a.action = $2) and ($3::uuid is null or a.actor_id = $3)
           and ($4::uuid is null or a.record_id = $4) and ($5::text is null or a.result = $5)
           and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7)
           and ($8::uuid is null or (a.at, a.id) < (select b.at, b.id from audit_log b
                                                    where b.tenant_id = $1 and b.id = $8))
         order by a.at desc, a.id desc limit $9",
    );
    let entries = entries.bind(tx.tenant()).bind(question.action).bind(question.actor).bind(question.record);
    let entries = entries.bind(question.result).bind(question.from).bind(question.until).bind(question.before);
    Ok(entries.bind(limit).fetch_all(tx.conn()).await?)
}
