//! People take records out of pools (2.5, 3.4).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Error, Result,
    activities::rhythm,
    ownership::{Claimed, Claimer, HoldCap, Quota, Seat},
    time,
};
use guanxi_persistence::{
    Facts, Tx,
    ownership::{self as store, Handover, Held, Offered},
    platform::calendars,
    table,
};
use uuid::Uuid;

use super::{Holdable, limit, lock_receiver};
use crate::records::{BatchFailure, BatchResult, Saved};

/// When a new owner is to speak to what he was given: the evening of the next working day.
pub async fn first_contact(tx: &mut Tx) -> Result<DateTime<Utc>> {
    let working = calendars::usual(tx).await?;
    let day = time::plus_working_days(tx.today(), 1, |day| working.is_working_day(day));
    Ok(rhythm::evening(day, tx.actor().zone))
}

/// The caller takes one record out of its pool.
pub async fn claim<R: Holdable>(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let owned = R::KIND;
    let me = tx.actor().person()?;
    let receiver = lock_receiver(tx, owned, me, "/id").await?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let (limit, counted) = limit(owned, &receiver, &settings);
    let offered = store::offered(tx, owned, me, &[id], &counted, limit.is_some()).await?.pop();
    let record = offered.filter(|record| is_shown::<R>(tx, record)).ok_or_else(|| Error::not_found(owned.object))?;
    let quota = Quota { limit, used: record.held() };
    let refused = |refusal: guanxi_domain::ownership::ClaimRefusal| refusal.into_error(owned.already_claimed);
    if record.is_free {
        claimer(tx, &record, quota).check(&wanted(&record)).map_err(refused)?;
    } else {
        return Err(Error::new(owned.already_claimed));
    }
    let next = first_contact(tx).await?;
    store::give(tx, owned, &[held(&record)], &receiver, next, Handover::Claim.into()).await?;
    Ok(Saved::new(id))
}

/// The caller takes many records. His quota is asked once for all of them; then each is taken or not on its own.
pub async fn claim_all<R: Holdable>(tx: &mut Tx, ids: &[Uuid], atomic: bool) -> Result<BatchResult> {
    let owned = R::KIND;
    let me = tx.actor().person()?;
    let receiver = lock_receiver(tx, owned, me, "/ids").await?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let (limit, counted) = limit(owned, &receiver, &settings);
    let offered = store::offered(tx, owned, me, ids, &counted, limit.is_some()).await?;
    let quota = Quota { limit, used: offered.first().map(Offered::held).unwrap_or_default() };
    let offered: Vec<Offered> = offered.into_iter().filter(|record| is_shown::<R>(tx, record)).collect();
    let refused = |refusal: guanxi_domain::ownership::ClaimRefusal| refusal.into_error(owned.already_claimed);
    HoldCap::of(quota).admit(count(ids.len())).map_err(refused)?;
    let mut by_pool: HashMap<Uuid, Vec<&Offered>> = HashMap::new();
    for record in &offered {
        if let Some(pool) = record.pool_id {
            by_pool.entry(pool).or_default().push(record);
        }
    }
    for records in by_pool.values() {
        if let Some(first) = records.first() {
            let claimer = claimer(tx, first, quota);
            if claimer.may_claim().is_ok() {
                claimer.has_quota(count(records.len())).map_err(refused)?;
            }
        }
    }
    let (mut taken, mut failed) = (Vec::new(), Vec::new());
    for id in ids {
        let decided = match offered.iter().find(|record| record.id == *id) {
            None => Err(Error::not_found(owned.object)),
            Some(record) if !record.is_free => Err(Error::new(owned.already_claimed)),
            Some(record) => {
                let claimer = claimer(tx, record, quota);
                let checked = claimer.may_claim().and_then(|()| claimer.may_have(&wanted(record)));
                checked.map(|()| held(record)).map_err(refused)
            }
        };
        match decided {
            Ok(record) => taken.push(record),
            Err(error) if atomic => return Err(error.with("id", id.to_string())),
            Err(error) => failed.push(BatchFailure::new(*id, error)),
        }
    }
    if !taken.is_empty() {
        let next = first_contact(tx).await?;
        store::give(tx, owned, &taken, &receiver, next, Handover::Claim.into()).await?;
    }
    Ok(BatchResult { succeeded: taken.iter().map(|record| record.id).collect(), failed })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Whether the caller knows of the record: he sees its pool, or sees that somebody took it from there.
fn is_shown<R: Holdable>(tx: &Tx, record: &Offered) -> bool {
    let access = &tx.actor().access;
    let facts = Facts {
        owner: record.owner_id,
        department: record.owner_department_id,
        pool: record.pool_id,
        ..Facts::default()
    };
    store::sees(access, record.pool_id.unwrap_or(record.origin_pool_id))
        || table::reaches(R::TABLE, &facts, tx.actor(), R::READ)
}

fn claimer(tx: &Tx, record: &Offered, quota: Quota) -> Claimer {
    let seat = record.pool_id.and_then(|pool| tx.actor().access.seat(pool));
    Claimer {
        today: tx.today(),
        seat: match seat {
            Some(seat) if seat.admin => Seat::Admin,
            Some(seat) if seat.visible => Seat::Member,
            Some(_) | None => Seat::Stranger,
        },
        pool_enabled: record.pool_enabled,
        rule: record.rule(),
        claimed_today: record.claimed_today(),
        cap: HoldCap { owner: quota, pool: record.pool_quota() },
    }
}

fn wanted(record: &Offered) -> Claimed {
    Claimed { is_free: record.is_free, pooled_on: record.pooled_on.unwrap_or_default(), let_go_on: record.let_go_on }
}

fn held(record: &Offered) -> Held {
    Held { id: record.id, owner: record.owner_id, pool: record.pool_id }
}
