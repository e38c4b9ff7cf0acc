//! What happens to leads beyond the rules of all records that people hold: invalidated, restored (2.3).

use std::collections::BTreeMap;

use guanxi_domain::{
    Error, LeadPoolId, Permission, Result, UserId,
    access::lead,
    leads::state::LeadEvent,
    life::Life,
    ownership::HeldObject,
    settings::{self, Settings},
    text::{Code, Note},
};
use guanxi_persistence::{
    Locked, Tx,
    activities::playbook,
    leads::Lead,
    ownership::{self as held, Handover, Held, LEAD, Owned},
    read, write,
};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{assignment, duplicates, object, state};
use crate::{
    ownership::{self, Holdable, Step},
    records::{self, Saved},
};

/// Why a lead leads nowhere.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Invalidation {
    /// An item of the dictionary `invalid_reason`.
    #[serde(default)]
    pub reason: Option<Code>,
    /// Needed for the reason `other`.
    #[serde(default)]
    pub note: Option<Note>,
}

impl Holdable for Lead {
    const KIND: &'static Owned = &LEAD;
    const ASSIGN: Permission = lead::ASSIGN;
    const TRANSFER: Permission = lead::TRANSFER;
    const LET_GO: Permission = lead::RETURN;
    const REASONS: &'static str = "return_reason";

    fn check(_: &Tx, record: &Locked<Self>, step: Step) -> Result<()> {
        let event = match step {
            Step::Assign(to) => LeadEvent::Assigned { to },
            Step::Transfer(to) => LeadEvent::Transferred { to },
            Step::LetGo(to) => LeadEvent::Returned { to: LeadPoolId(to) },
            Step::Move(to) => LeadEvent::Moved { to: LeadPoolId(to) },
        };
        state(record)?.transition(event).map(drop)
    }

    fn members_only(settings: &Settings) -> bool {
        settings.get(settings::LEAD_ASSIGN_MEMBERS_ONLY)
    }

    async fn before_pooling(tx: &mut Tx) -> Result<()> {
        assignment::lock_people(tx, &[]).await
    }

    /// The rules of a pool share out what enters it.
    async fn pooled(tx: &mut Tx, records: &[(Held, Uuid)]) -> Result<()> {
        let mut groups: BTreeMap<(Uuid, Option<UserId>), Vec<Uuid>> = BTreeMap::new();
        for (record, pool) in records {
            groups.entry((*pool, record.owner)).or_default().push(record.id);
        }
        for ((pool, owner), leads) in groups {
            assignment::share_out(tx, &leads, pool, owner).await?;
        }
        Ok(())
    }
}

/// A lead leads nowhere; it stays with whom it was, for the statistics.
pub async fn invalidate(tx: &mut Tx, id: Uuid, why: &Invalidation) -> Result<Saved> {
    let reason = ownership::reason(tx, "invalid_reason", why.reason.as_ref(), why.note.as_ref()).await?;
    let record = read::lock::<Lead>(tx, lead::INVALIDATE, id).await?;
    let status = state(&record)?.transition(LeadEvent::Invalidated)?.status();
    let values = object(json!({ "status": status, "invalid_reason": reason, "next_contact_at": null }));
    write::update(tx, &record, values).await?;
    let holder = (record.facts.owner, record.facts.pool);
    let why = (Some(reason.as_str()), why.note.as_deref());
    held::log(tx, &LEAD, id, Handover::Invalid, holder, holder, why).await?;
    tx.emit("lead.invalidated", "leads", id, json!({ "reason": reason })).await?;
    playbook::ask(tx, HeldObject::Lead, &[id]).await?;
    Ok(Saved::new(id))
}

/// A lead leads somewhere after all: it begins anew in its pool.
pub async fn restore(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    Lead::before_pooling(tx).await?;
    let record = read::lock::<Lead>(tx, lead::RESTORE, id).await?;
    state(&record)?.transition(LeadEvent::Restored { to: LeadPoolId(Uuid::nil()) })?;
    let details = serde_json::from_value(records::details_of(&record).into()).map_err(Error::unexpected)?;
    duplicates::refuse(tx, Some(id), &details).await?;
    let pools = held::pools(tx, &LEAD).await?;
    let target = ownership::home(tx, &pools, &record).await?;
    let by = ownership::pooled_by(tx, record.facts.owner);
    let moved = [(ownership::holder(&record), target)];
    held::take(tx, &LEAD, &moved, by, Handover::Restore.into()).await?;
    Lead::pooled(tx, &moved).await?;
    Ok(Saved::new(id))
}
