//! What is kept for a while and then forgotten, the oldest first and not too much of it in one transaction.

use chrono::{DateTime, Utc};
use guanxi_domain::Result;

use crate::Tx;

/// A kind of thing that nobody needs for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Answers to requests that nobody will repeat any more.
    IdempotencyKeys,
    /// Sign-ins that are long over.
    Sessions,
    /// What was done in the background, and by the clock.
    Jobs,
    JobRuns,
    /// Events that everybody has seen who was to see them.
    Events,
    History,
    AuditLog,
    /// The rows of sheets that were imported; what became of them stays.
    ImportedSheets,
    /// Files of lists that can no longer be fetched; who had them made stays.
    ExportedFiles,
    /// Files that no record ever held.
    Files,
    /// What people were told, and how it went out.
    Notifications,
    Deliveries,
    /// What programs were told.
    WebhookCalls,
    /// That somebody was told of something: as long as he would be told of it again.
    LeadNotices,
    CustomerNotices,
    ReportNotices,
    KeyNotices,
}

impl Kept {
    /// What it is called in the book of jobs.
    pub fn name(self) -> &'static str {
        match self {
            Self::IdempotencyKeys => "idempotency_keys",
            Self::Sessions => "sessions",
            Self::Jobs => "jobs",
            Self::JobRuns => "job_runs",
            Self::Events => "events",
            Self::History => "history",
            Self::AuditLog => "audit_log",
            Self::ImportedSheets => "imported_sheets",
            Self::ExportedFiles => "exported_files",
            Self::Files => "files",
            Self::Notifications => "notifications",
            Self::Deliveries => "notification_deliveries",
            Self::WebhookCalls => "webhook_calls",
            Self::LeadNotices => "lead_notices",
            Self::CustomerNotices => "customer_notices",
            Self::ReportNotices => "work_report_notices",
            Self::KeyNotices => "api_key_notices",
        }
    }

    fn statement(self) -> &'static str {
        match self {
            Self::IdempotencyKeys => {
                "with gone as (
                     delete from idempotency_keys where tenant_id = $1 and (actor_id, key) in (
                         select actor_id, key from idempotency_keys where tenant_id = $1 and created_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::Sessions => {
                "with gone as (
                     delete from sessions where tenant_id = $1 and id in (
                         select id from sessions where tenant_id = $1 and expires_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::Jobs => {
                "with gone as (
                     delete from jobs where tenant_id = $1 and id in (
                         select id from jobs where tenant_id = $1 and status in ('done', 'failed')
                         and finished_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::JobRuns => {
                "with gone as (
                     delete from job_runs where tenant_id = $1 and id in (
                         select id from job_runs where tenant_id = $1 and started_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::Events => {
                "with gone as (
                     delete from outbox where tenant_id = $1 and id in (
                         select id from outbox where tenant_id = $1 and occurred_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::Notifications => {
                "with gone as (
                     delete from notifications where tenant_id = $1 and id in (
                         select id from notifications where tenant_id = $1 and created_at < $2
                         order by created_at limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::Deliveries => {
                "with gone as (
                     delete from notification_deliveries where tenant_id = $1 and id in (
                         select id from notification_deliveries where tenant_id = $1 and created_at < $2
                         order by created_at limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::WebhookCalls => {
                "with gone as (
                     delete from webhook_deliveries where tenant_id = $1 and id in (
                         select id from webhook_deliveries where tenant_id = $1 and created_at < $2
                         order by created_at limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            // One that still lies where it lay, or has the owner whom it had, is not spoken of again.
            Self::LeadNotices => {
                "with gone as (
                     delete from lead_notices where tenant_id = $1 and (lead_id, kind, about) in (
                         select n.lead_id, n.kind, n.about from lead_notices n
                         join leads l on l.tenant_id = n.tenant_id and l.id = n.lead_id
                         where n.tenant_id = $1 and n.about < $2::date and n.about is distinct from
                             case when n.kind = 'unassigned' and l.pool_id is not null then l.pooled_on
                                  when n.kind = 'untouched' then l.owned_on end
                         limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::CustomerNotices => {
                "with gone as (
                     delete from customer_notices where tenant_id = $1 and (customer_id, kind, about) in (
                         select customer_id, kind, about from customer_notices
                         where tenant_id = $1 and about < $2::date limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::ReportNotices => {
                "with gone as (
                     delete from work_report_notices where tenant_id = $1 and (user_id, kind, period_start) in (
                         select user_id, kind, period_start from work_report_notices
                         where tenant_id = $1 and period_start < $2::date limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::KeyNotices => {
                "with gone as (
                     delete from api_key_notices where tenant_id = $1 and (key_id, expires_at) in (
                         select key_id, expires_at from api_key_notices
                         where tenant_id = $1 and expires_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            // The server may not delete from these: the database does it, and never what is young.
            Self::History => "select app.forget_history($2, $3) where $1 = app.tenant()",
            Self::AuditLog => "select app.forget_audit_log($2, $3) where $1 = app.tenant()",
            Self::ImportedSheets => {
                "with gone as (
                     delete from import_chunks where tenant_id = $1 and (import_id, number) in (
                         select c.import_id, c.number from import_chunks c
                         join imports i on i.tenant_id = c.tenant_id and i.id = c.import_id
                         where c.tenant_id = $1 and coalesce(i.finished_at, i.created_at) < $2 and i.working is null
                         limit $3)
                     returning 1)
                 select count(*) from gone"
            }
            Self::ExportedFiles => {
                "with late as (
                     update exports set status = 'expired' where tenant_id = $1 and id in (
                         select id from exports where tenant_id = $1 and status = 'done' and expires_at < $2 limit $3)
                     returning id),
                 gone as (delete from export_parts p using late where p.tenant_id = $1 and p.export_id = late.id)
                 select count(*) from late"
            }
            Self::Files => {
                "with gone as (
                     delete from files where tenant_id = $1 and not held and id in (
                         select id from files where tenant_id = $1 and not held and created_at < $2 limit $3)
                     returning 1)
                 select count(*) from gone"
            }
        }
    }
}

/// Forgets at most so many of what is older than `before`, and tells how many.
pub async fn forget(tx: &mut Tx, what: Kept, before: DateTime<Utc>, most: i64) -> Result<i64> {
    let tenant = tx.tenant();
    let gone = sqlx::query_scalar(what.statement()).bind(tenant).bind(before).bind(most);
    Ok(gone.fetch_one(tx.conn()).await?)
}
