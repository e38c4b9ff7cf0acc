//! What is done with leads: claim, assign, transfer, return, invalidate, restore (2.3).

use guanxi_domain::{
    Code as ErrorCode, Error, FieldCode, LeadPoolId, Permission, Result, UserId,
    access::lead,
    dictionaries::{OTHER, SYSTEM_RECYCLE},
    leads::state::{LeadEvent, LeadState},
    text::{Code, Note},
};
use guanxi_persistence::{
    Locked, Tx,
    leads::Lead,
    ownership::{self as held, Because, Handover, Held, LEAD, PooledBy},
    platform::dictionaries,
    read, write,
};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{assignment, duplicates, object, state};
use crate::{
    ownership::{self, because},
    records::{self, BatchFailure, BatchResult, Saved},
};

/// To whom.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToUser {
    pub user_id: UserId,
    #[serde(default)]
    pub note: Option<Note>,
}

/// Why a lead is let go, and into which pool; without one, the pool it came from.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetGo {
    /// An item of the dictionary `return_reason`.
    #[serde(default)]
    pub reason: Option<Code>,
    /// Needed for the reason `other`.
    #[serde(default)]
    pub note: Option<Note>,
    #[serde(default)]
    pub pool_id: Option<LeadPoolId>,
}

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

/// What became of a batch of one.
fn only(result: BatchResult, id: Uuid) -> Result<Saved> {
    match result.failed.into_iter().next() {
        Some(BatchFailure { error: Some(error), .. }) => Err(error),
        Some(_) | None => Ok(Saved::new(id)),
    }
}

pub async fn claim(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    ownership::claim(tx, &LEAD, "lead.claimed", id).await?;
    Ok(Saved::new(id))
}

pub async fn claim_all(tx: &mut Tx, ids: &[Uuid], atomic: bool) -> Result<BatchResult> {
    ownership::claim_all(tx, &LEAD, "lead.claimed", ids, atomic).await
}

pub async fn assign(tx: &mut Tx, id: Uuid, to: &ToUser) -> Result<Saved> {
    let result = assign_all(tx, &[id], true, to).await?;
    only(result, id)
}

pub async fn transfer(tx: &mut Tx, id: Uuid, to: &ToUser) -> Result<Saved> {
    let result = transfer_all(tx, &[id], true, to).await?;
    only(result, id)
}

pub async fn let_go(tx: &mut Tx, id: Uuid, why: &LetGo) -> Result<Saved> {
    let result = let_go_all(tx, &[id], true, why).await?;
    only(result, id)
}

/// Locks the records of a batch in the order of their ids and decides about each.
async fn decide<T>(
    tx: &mut Tx,
    permission: Permission,
    ids: &[Uuid],
    atomic: bool,
    decide: impl Fn(&Tx, &Locked<Lead>) -> Result<T>,
) -> Result<(Vec<(Locked<Lead>, T)>, Vec<BatchFailure>)> {
    let mut locked = read::lock_all::<Lead>(tx, permission, ids).await?;
    let (mut good, mut failed) = (Vec::new(), Vec::new());
    for id in ids {
        let found = locked.iter().position(|record| record.id == *id).map(|at| locked.swap_remove(at));
        let decided = match &found {
            Some(record) => decide(tx, record),
            None => Err(Error::not_found(LEAD.object)),
        };
        match (decided, found) {
            (Ok(decision), Some(record)) => good.push((record, decision)),
            (Ok(_), None) => {}
            (Err(error), _) if atomic && ids.len() > 1 => return Err(error.with("id", id.to_string())),
            (Err(error), _) => failed.push(BatchFailure::new(*id, error)),
        }
    }
    Ok((good, failed))
}

/// Gives leads out of pools to somebody. One that is owned is transferred, which needs the right to transfer.
pub async fn assign_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, to: &ToUser) -> Result<BatchResult> {
    let receiver = ownership::lock_receiver(tx, &LEAD, to.user_id, "/user_id").await?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let pools = held::pools(tx, &LEAD).await?;
    let (good, failed) = decide(tx, lead::ASSIGN, ids, atomic, |tx, record| {
        let before = state(record)?;
        let (kind, event) = match before {
            LeadState::Unassigned { pool_id } => {
                if !assignment::is_member(&pools, pool_id.0, &receiver, &settings) {
                    return Err(Error::new(ErrorCode::NotPoolMember).with("user_id", to.user_id.to_string()));
                }
                (Handover::Assign, LeadEvent::Assigned { to: to.user_id })
            }
            LeadState::Pending { .. } | LeadState::Following { .. } => {
                must_reach(tx, record, lead::TRANSFER)?;
                (Handover::Transfer, LeadEvent::Transferred { to: to.user_id })
            }
            LeadState::Invalid { .. } | LeadState::Converted { .. } => {
                (Handover::Assign, LeadEvent::Assigned { to: to.user_id })
            }
        };
        before.transition(event)?;
        other_than_owner(record, to.user_id)?;
        Ok(kind)
    })
    .await?;
    ownership::admit(tx, &LEAD, &receiver, good.len()).await?;
    for (kind, event) in [(Handover::Assign, "lead.assigned"), (Handover::Transfer, "lead.transferred")] {
        let records: Vec<Held> = good.iter().filter(|(_, k)| *k == kind).map(|(record, _)| holder(record)).collect();
        give(tx, &records, &receiver, kind, event, to.note.as_deref()).await?;
    }
    Ok(done(good.iter().map(|(record, _)| record), failed))
}

/// Gives owned leads to another owner.
pub async fn transfer_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, to: &ToUser) -> Result<BatchResult> {
    let receiver = ownership::lock_receiver(tx, &LEAD, to.user_id, "/user_id").await?;
    let (good, failed) = decide(tx, lead::TRANSFER, ids, atomic, |_, record| {
        state(record)?.transition(LeadEvent::Transferred { to: to.user_id })?;
        other_than_owner(record, to.user_id)
    })
    .await?;
    ownership::admit(tx, &LEAD, &receiver, good.len()).await?;
    let records: Vec<Held> = good.iter().map(|(record, ())| holder(record)).collect();
    give(tx, &records, &receiver, Handover::Transfer, "lead.transferred", to.note.as_deref()).await?;
    Ok(done(good.iter().map(|(record, ())| record), failed))
}

async fn give(
    tx: &mut Tx,
    records: &[Held],
    receiver: &held::Receiver,
    kind: Handover,
    event: &str,
    note: Option<&str>,
) -> Result<()> {
    if records.is_empty() {
        return Ok(());
    }
    let next = ownership::first_contact(tx);
    held::give(tx, &LEAD, records, receiver, next, Because { note, ..because(kind, event) }).await
}

fn other_than_owner(record: &Locked<Lead>, to: UserId) -> Result<()> {
    if record.facts.owner == Some(to) { Err(Error::field("/user_id", FieldCode::Invalid)) } else { Ok(()) }
}

/// Refuses what the caller may do to some leads, but not to this one.
fn must_reach(tx: &Tx, record: &Locked<Lead>, permission: Permission) -> Result<()> {
    use guanxi_persistence::Record;
    let reached = guanxi_persistence::table::reaches(Lead::TABLE, &record.facts, tx.actor(), permission);
    if reached { Ok(()) } else { Err(Error::forbidden(permission.0)) }
}

/// Owners put leads back into a pool, saying why.
pub async fn let_go_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, why: &LetGo) -> Result<BatchResult> {
    let reason = reason(tx, "return_reason", why.reason.as_ref(), why.note.as_ref()).await?;
    let pools = held::pools(tx, &LEAD).await?;
    if let Some(pool) = why.pool_id {
        held::must_receive(&pools, pool.0, "/pool_id")?;
    }
    let (good, failed) = decide(tx, lead::RETURN, ids, atomic, |_, record| {
        // Which pool it goes to decides nothing here.
        state(record)?.transition(LeadEvent::Returned { to: LeadPoolId(Uuid::nil()) }).map(|_| ())
    })
    .await?;
    for by in [PooledBy::Rep, PooledBy::Manager, PooledBy::System] {
        let mut moved = Vec::new();
        for (record, ()) in &good {
            if ownership::pooled_by(tx, record.facts.owner) != by {
                continue;
            }
            let target = match why.pool_id {
                Some(pool) => pool.0,
                None => home(tx, &pools, record).await?,
            };
            moved.push((holder(record), target));
        }
        if moved.is_empty() {
            continue;
        }
        let because =
            Because { reason: Some(&reason), note: why.note.as_deref(), ..because(Handover::Return, "lead.returned") };
        held::take(tx, &LEAD, &moved, by, because).await?;
        for (record, pool) in moved {
            assignment::share_out(tx, &[record.id], pool, record.owner).await?;
        }
    }
    Ok(done(good.iter().map(|(record, ())| record), failed))
}

/// The pool that a lead goes back to.
pub async fn home(tx: &mut Tx, pools: &[held::Pool], record: &Locked<Lead>) -> Result<Uuid> {
    ownership::pool_for(tx, &LEAD, pools, record.id_of("origin_pool_id"), record.facts.owner).await
}

pub fn holder(record: &Locked<Lead>) -> Held {
    Held { id: record.id, owner: record.facts.owner, pool: record.facts.pool }
}

fn done<'a>(records: impl Iterator<Item = &'a Locked<Lead>>, failed: Vec<BatchFailure>) -> BatchResult {
    BatchResult { succeeded: records.map(|record| record.id).collect(), failed }
}

/// A lead leads nowhere; it stays with whom it was, for the statistics.
pub async fn invalidate(tx: &mut Tx, id: Uuid, why: &Invalidation) -> Result<Saved> {
    let reason = reason(tx, "invalid_reason", why.reason.as_ref(), why.note.as_ref()).await?;
    let record = read::lock::<Lead>(tx, lead::INVALIDATE, id).await?;
    let status = state(&record)?.transition(LeadEvent::Invalidated)?.status();
    let values = object(json!({ "status": status, "invalid_reason": reason, "next_contact_at": null }));
    write::update(tx, &record, values).await?;
    let holder = (record.facts.owner, record.facts.pool);
    let why = (Some(reason.as_str()), why.note.as_deref());
    held::log(tx, &LEAD, id, Handover::Invalid, holder, holder, why).await?;
    tx.emit("lead.invalidated", "leads", id, json!({ "reason": reason })).await?;
    Ok(Saved::new(id))
}

/// A lead leads somewhere after all: it begins anew in its pool.
pub async fn restore(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<Lead>(tx, lead::RESTORE, id).await?;
    state(&record)?.transition(LeadEvent::Restored { to: LeadPoolId(Uuid::nil()) })?;
    let details = serde_json::from_value(records::details_of(&record).into()).map_err(Error::unexpected)?;
    duplicates::refuse(tx, Some(id), &details).await?;
    let pools = held::pools(tx, &LEAD).await?;
    let target = home(tx, &pools, &record).await?;
    let by = ownership::pooled_by(tx, record.facts.owner);
    held::take(tx, &LEAD, &[(holder(&record), target)], by, because(Handover::Restore, "lead.restored")).await?;
    assignment::share_out(tx, &[id], target, record.facts.owner).await?;
    Ok(Saved::new(id))
}

/// The reason that people must give: one of the organisation's words, with a note for `other`.
async fn reason(tx: &mut Tx, dictionary: &str, reason: Option<&Code>, note: Option<&Note>) -> Result<String> {
    let Some(reason) = reason else {
        return Err(missing("/reason"));
    };
    if reason.as_str() == SYSTEM_RECYCLE || !dictionaries::has(tx, dictionary, reason).await? {
        return Err(Error::field("/reason", FieldCode::NotOneOf));
    }
    if reason.as_str() == OTHER && note.is_none() {
        return Err(missing("/note"));
    }
    Ok(reason.as_str().to_owned())
}

fn missing(pointer: &'static str) -> Error {
    let mut error = Error::field(pointer, FieldCode::Required);
    if let Error::Refused(refusal) = &mut error {
        refusal.code = ErrorCode::ReasonRequired;
    }
    error
}
