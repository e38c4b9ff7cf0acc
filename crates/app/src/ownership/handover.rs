//! Records are given to somebody, or put into a pool: one by one and many at once, by the same rules.

use guanxi_domain::{
    Code as ErrorCode, Error, FieldCode, Permission, Result, UserId,
    dictionaries::{OTHER, SYSTEM_RECYCLE},
    text::{Code, Note},
};
use guanxi_persistence::{
    Locked, Tx,
    ownership::{self as store, Because, Handover, Held, PooledBy, Receiver},
    platform::dictionaries,
    read, table,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{Holdable, Step, admit, first_contact, home, is_member, lock_receiver, pooled_by};
use crate::records::{BatchFailure, BatchResult, Saved};

/// To whom.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToUser {
    pub user_id: UserId,
    #[serde(default)]
    pub note: Option<Note>,
}

/// Why a record is let go, and into which pool; without one, the pool it came from.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetGo {
    /// An item of the dictionary `return_reason` for leads, `release_reason` for customers.
    #[serde(default)]
    pub reason: Option<Code>,
    /// Needed for the reason `other`.
    #[serde(default)]
    pub note: Option<Note>,
    #[serde(default)]
    pub pool_id: Option<Uuid>,
}

/// What became of a batch of one.
pub fn only(result: BatchResult, id: Uuid) -> Result<Saved> {
    match result.failed.into_iter().next() {
        Some(BatchFailure { error: Some(error), .. }) => Err(error),
        Some(_) | None => Ok(Saved::new(id)),
    }
}

/// Locks the records of a batch in the order of their ids and decides about each.
pub async fn decide<R: Holdable, T>(
    tx: &mut Tx,
    permission: Permission,
    ids: &[Uuid],
    atomic: bool,
    decide: impl Fn(&Tx, &Locked<R>) -> Result<T>,
) -> Result<(Vec<(Locked<R>, T)>, Vec<BatchFailure>)> {
    let mut locked = read::lock_all::<R>(tx, permission, ids).await?;
    let (mut good, mut failed) = (Vec::new(), Vec::new());
    let missing: Vec<Uuid> = ids.iter().filter(|id| !locked.iter().any(|record| record.id == **id)).copied().collect();
    let seen = read::visible::<R>(tx, &missing).await?;
    for id in ids {
        let found = locked.iter().position(|record| record.id == *id).map(|at| locked.swap_remove(at));
        let decided = match &found {
            Some(record) => decide(tx, record),
            None => Err(read::refusal::<R>(tx, permission, seen.contains(id))),
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

pub async fn assign<R: Holdable>(tx: &mut Tx, id: Uuid, to: &ToUser) -> Result<Saved> {
    let result = assign_all::<R>(tx, &[id], true, to).await?;
    only(result, id)
}

/// Gives records out of pools to somebody. One that is owned is transferred, which needs the right to transfer.
pub async fn assign_all<R: Holdable>(tx: &mut Tx, ids: &[Uuid], atomic: bool, to: &ToUser) -> Result<BatchResult> {
    let receiver = lock_receiver(tx, R::KIND, to.user_id, "/user_id").await?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let pools = store::pools(tx, R::KIND).await?;
    let (good, failed) = decide::<R, _>(tx, R::ASSIGN, ids, atomic, |tx, record| {
        let Some(pool) = record.facts.pool else {
            R::check(tx, record, Step::Transfer(to.user_id))?;
            must_reach(tx, record, R::TRANSFER)?;
            other_than_owner(record, to.user_id)?;
            return Ok(Handover::Transfer);
        };
        R::check(tx, record, Step::Assign(to.user_id))?;
        if R::members_only(&settings) && !is_member(&pools, pool, &receiver) {
            return Err(Error::new(ErrorCode::NotPoolMember).with("user_id", to.user_id.to_string()));
        }
        Ok(Handover::Assign)
    })
    .await?;
    admit(tx, R::KIND, &receiver, &sources(&good)).await?;
    for kind in [Handover::Assign, Handover::Transfer] {
        let records: Vec<Held> = good.iter().filter(|(_, k)| *k == kind).map(|(record, _)| holder(record)).collect();
        give::<R>(tx, &records, &receiver, Because { note: to.note.as_deref(), ..kind.into() }).await?;
    }
    Ok(done(&good, failed))
}

pub async fn transfer<R: Holdable>(tx: &mut Tx, id: Uuid, to: &ToUser) -> Result<Saved> {
    let result = transfer_all::<R>(tx, &[id], true, to).await?;
    only(result, id)
}

/// Gives owned records to another owner.
pub async fn transfer_all<R: Holdable>(tx: &mut Tx, ids: &[Uuid], atomic: bool, to: &ToUser) -> Result<BatchResult> {
    let (_, result) = hand_over::<R>(tx, ids, atomic, to).await?;
    Ok(result)
}

/// Gives owned records to another owner, and tells who had each before.
pub async fn hand_over<R: Holdable>(
    tx: &mut Tx,
    ids: &[Uuid],
    atomic: bool,
    to: &ToUser,
) -> Result<(Vec<Held>, BatchResult)> {
    let receiver = lock_receiver(tx, R::KIND, to.user_id, "/user_id").await?;
    let (good, failed) = decide::<R, _>(tx, R::TRANSFER, ids, atomic, |tx, record| {
        R::check(tx, record, Step::Transfer(to.user_id))?;
        other_than_owner(record, to.user_id)
    })
    .await?;
    admit(tx, R::KIND, &receiver, &sources(&good)).await?;
    let records: Vec<Held> = good.iter().map(|(record, ())| holder(record)).collect();
    let because = Because { note: to.note.as_deref(), ..Handover::Transfer.into() };
    give::<R>(tx, &records, &receiver, because).await?;
    Ok((records, done(&good, failed)))
}

async fn give<R: Holdable>(tx: &mut Tx, records: &[Held], receiver: &Receiver, because: Because<'_>) -> Result<()> {
    if records.is_empty() {
        return Ok(());
    }
    let next = first_contact(tx).await?;
    store::give(tx, R::KIND, records, receiver, next, because).await
}

fn other_than_owner<R>(record: &Locked<R>, to: UserId) -> Result<()> {
    if record.facts.owner == Some(to) { Err(Error::field("/user_id", FieldCode::Invalid)) } else { Ok(()) }
}

/// Refuses what the caller may do to some records, but not to this one.
fn must_reach<R: Holdable>(tx: &Tx, record: &Locked<R>, permission: Permission) -> Result<()> {
    let reached = table::reaches(R::TABLE, &record.facts, tx.actor(), permission);
    if reached { Ok(()) } else { Err(Error::forbidden(permission.0)) }
}

pub async fn let_go<R: Holdable>(tx: &mut Tx, id: Uuid, why: &LetGo) -> Result<Saved> {
    let result = let_go_all::<R>(tx, &[id], true, why).await?;
    only(result, id)
}

/// Owners put records back into a pool, saying why.
pub async fn let_go_all<R: Holdable>(tx: &mut Tx, ids: &[Uuid], atomic: bool, why: &LetGo) -> Result<BatchResult> {
    let reason = reason(tx, R::REASONS, why.reason.as_ref(), why.note.as_ref()).await?;
    let pools = store::pools(tx, R::KIND).await?;
    if let Some(pool) = why.pool_id {
        store::must_receive(&pools, pool, "/pool_id")?;
    }
    let target = why.pool_id.unwrap_or_default();
    R::before_pooling(tx).await?;
    let (good, failed) =
        decide::<R, _>(tx, R::LET_GO, ids, atomic, |tx, record| R::check(tx, record, Step::LetGo(target))).await?;
    for by in [PooledBy::Rep, PooledBy::Manager, PooledBy::System] {
        let mut moved = Vec::new();
        for (record, ()) in &good {
            if pooled_by(tx, record.facts.owner) != by {
                continue;
            }
            let target = match why.pool_id {
                Some(pool) => pool,
                None => home(tx, &pools, record).await?,
            };
            moved.push((holder(record), target));
        }
        if moved.is_empty() {
            continue;
        }
        let because = Because { reason: Some(&reason), note: why.note.as_deref(), ..Handover::Return.into() };
        store::take(tx, R::KIND, &moved, by, because).await?;
        R::pooled(tx, &moved).await?;
    }
    Ok(done(&good, failed))
}

/// Puts what lies in a pool into another.
pub async fn move_all<R: Holdable>(
    tx: &mut Tx,
    permission: Permission,
    ids: &[Uuid],
    atomic: bool,
    target: Uuid,
) -> Result<BatchResult> {
    let pools = store::pools(tx, R::KIND).await?;
    store::must_receive(&pools, target, "/pool_id")?;
    R::before_pooling(tx).await?;
    let (good, failed) = decide::<R, _>(tx, permission, ids, atomic, |tx, record| {
        R::check(tx, record, Step::Move(target))?;
        if record.facts.pool == Some(target) {
            return Err(Error::field("/pool_id", FieldCode::Invalid));
        }
        Ok(())
    })
    .await?;
    let moved: Vec<(Held, Uuid)> = good.iter().map(|(record, ())| (holder(record), target)).collect();
    if !moved.is_empty() {
        store::take(tx, R::KIND, &moved, PooledBy::Manager, Handover::Move.into()).await?;
        R::pooled(tx, &moved).await?;
    }
    Ok(done(&good, failed))
}

pub fn holder<R>(record: &Locked<R>) -> Held {
    Held { id: record.id, owner: record.facts.owner, pool: record.facts.pool }
}

/// The pool that a record lies in, or that its owner had it out of.
pub fn came_out_of<R>(record: &Locked<R>) -> Option<Uuid> {
    record.facts.pool.or_else(|| record.text("pooled_at").and_then(|_| record.id_of("origin_pool_id")))
}

fn sources<R, T>(records: &[(Locked<R>, T)]) -> Vec<Option<Uuid>> {
    records.iter().map(|(record, _)| came_out_of(record)).collect()
}

fn done<R, T>(records: &[(Locked<R>, T)], failed: Vec<BatchFailure>) -> BatchResult {
    BatchResult { succeeded: records.iter().map(|(record, _)| record.id).collect(), failed }
}

/// The reason that people must give: one of the organisation's words, with a note for `other`.
pub async fn reason(tx: &mut Tx, dictionary: &str, reason: Option<&Code>, note: Option<&Note>) -> Result<String> {
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
