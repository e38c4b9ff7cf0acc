//! What no row's history tells: sign-ins, denied attempts, changes of rights.

use guanxi_domain::{ActorKind, Result};
use serde_json::Value;
use uuid::Uuid;

use crate::Tx;

/// What came of what was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Denied,
    Failed,
}

/// One line of the log; who, when and in which request come from the transaction.
pub struct Entry<'a> {
    pub action: &'a str,
    pub resource: Option<&'a str>,
    pub record: Option<Uuid>,
    pub outcome: Outcome,
    pub ip: Option<&'a str>,
    pub user_agent: Option<&'a str>,
    pub details: Value,
}

impl<'a> Entry<'a> {
    pub fn new(action: &'a str, outcome: Outcome, details: Value) -> Self {
        Self { action, resource: None, record: None, outcome, ip: None, user_agent: None, details }
    }

    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.details[key] = value.into();
        self
    }

    #[must_use]
    pub fn about(mut self, resource: &'a str, record: impl Into<Uuid>) -> Self {
        self.resource = Some(resource);
        self.record = Some(record.into());
        self
    }
}

pub async fn record(tx: &mut Tx, entry: Entry<'_>) -> Result<()> {
    let kind = match (tx.actor().kind, tx.actor().user) {
        (ActorKind::ApiKey(_), _) => "api_key",
        (ActorKind::Session(_), _) | (ActorKind::System, Some(_)) => "user",
        (ActorKind::System, None) if entry.action.starts_with("auth.") => "anonymous",
        (ActorKind::System, None) => "system",
    };
    let outcome = match entry.outcome {
        Outcome::Done => "done",
        Outcome::Denied => "denied",
        Outcome::Failed => "failed",
    };
    sqlx::query(
        "insert into audit_log (id, actor_kind, action, resource, record_id, result, ip, user_agent, details)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(Uuid::now_v7())
    .bind(kind)
    .bind(entry.action)
    .bind(entry.resource)
    .bind(entry.record)
    .bind(outcome)
    .bind(entry.ip)
    .bind(entry.user_agent)
    .bind(entry.details)
    .execute(tx.conn())
    .await?;
    Ok(())
}
