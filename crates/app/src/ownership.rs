//! Records change hands: claim, assign, transfer, return. The same for leads and customers.

use std::collections::HashMap;

use chrono::{DateTime, NaiveTime, Utc};
use guanxi_domain::{
    DepartmentId, Error, FieldCode, Permission, Result, UserId,
    ownership::{CapacityRule, Claimed, Claimer, HoldCap, Person, Quota, Seat, capacity_for, target_pool},
    settings::{self, Settings},
    time,
};
use guanxi_persistence::{
    Facts, Tx,
    ownership::{self as store, Because, Handover, Held, Offered, Owned, PooledBy, Receiver},
};
use uuid::Uuid;

use crate::records::{BatchFailure, BatchResult};

/// Which records count against the cap, and how many may, where no rule of the organisation says so.
fn defaults(owned: &Owned, settings: &Settings) -> (Option<u32>, Vec<String>) {
    if owned.object == store::LEAD.object {
        let statuses = settings.get(settings::LEAD_CAPACITY_STATUSES);
        let names = statuses.into_iter().map(|status| <&str>::from(status).to_owned());
        return (settings.get(settings::LEAD_CAPACITY), names.collect());
    }
    let dealt = settings.get(settings::CUSTOMER_DEALT_COUNTS);
    (settings.get(settings::CUSTOMER_CAPACITY), deal_states(dealt))
}

fn deal_states(dealt_counts: bool) -> Vec<String> {
    let states: &[&str] = if dealt_counts { &["none", "dealt"] } else { &["none"] };
    states.iter().map(|state| (*state).to_owned()).collect()
}

/// Where somebody stands in the organisation.
pub fn person(receiver: &Receiver) -> Person {
    let mut departments: Vec<(DepartmentId, u32)> = Vec::new();
    for path in &receiver.paths.0 {
        for (above, id) in (0_u32..).zip(path.iter().rev()) {
            match departments.iter_mut().find(|(known, _)| known == id) {
                Some((_, nearest)) => *nearest = above.min(*nearest),
                None => departments.push((*id, above)),
            }
        }
    }
    Person { user: receiver.id, roles: receiver.role_ids.iter().copied().map(Into::into).collect(), departments }
}

/// How many records somebody may hold and which of his count, by the rule that is closest to him.
pub fn limit(owned: &Owned, receiver: &Receiver, settings: &Settings) -> (Option<u32>, Vec<String>) {
    let rules: Vec<CapacityRule<Uuid>> = receiver
        .rules
        .0
        .iter()
        .map(|line| CapacityRule {
            id: line.id,
            audience: line.audience.clone().into(),
            max_owned: line.max_owned,
            priority: line.priority,
        })
        .collect();
    let (usual, counted) = defaults(owned, settings);
    let Some(rule) = capacity_for(&rules, &person(receiver)) else { return (usual, counted) };
    let line = receiver.rules.0.iter().find(|line| line.id == rule.id);
    let statuses = line.and_then(|line| match (&line.count_statuses, line.dealt_counts) {
        (Some(statuses), _) if owned.object == store::LEAD.object => Some(statuses.clone()),
        (_, Some(dealt)) if owned.object != store::LEAD.object => Some(deal_states(dealt)),
        _ => None,
    });
    (rule.max_owned, statuses.unwrap_or(counted))
}

/// What somebody holds against what he may hold. His capacity must be locked before.
pub async fn quota(tx: &mut Tx, owned: &Owned, receiver: &Receiver, settings: &Settings) -> Result<Quota> {
    let (limit, counted) = limit(owned, receiver, settings);
    let used = if limit.is_some() { store::held(tx, owned, receiver.id, &counted).await? } else { 0 };
    Ok(Quota { limit, used })
}

/// The person that records are to go to, locked; refused unless he is at work for the organisation.
pub async fn lock_receiver(tx: &mut Tx, owned: &Owned, user: UserId, pointer: &'static str) -> Result<Receiver> {
    let found = store::lock_receivers(tx, owned, &[user]).await?.pop();
    let receiver = found.ok_or_else(|| Error::field(pointer, FieldCode::UnknownReference))?;
    if is_at_work(&receiver) { Ok(receiver) } else { Err(Error::field(pointer, FieldCode::Invalid)) }
}

/// Refuses to make somebody the owner of a new record whom the caller may not give records; himself he always may.
pub fn may_give(tx: &Tx, assign: Permission, receiver: &Receiver) -> Result<()> {
    let is_mine = tx.actor().user == Some(receiver.id);
    if is_mine || tx.actor().access.scope(assign)?.covers(Some(receiver.id), Some(receiver.department_id)) {
        return Ok(());
    }
    Err(Error::field("/owner_id", FieldCode::Forbidden))
}

pub fn is_at_work(receiver: &Receiver) -> bool {
    matches!(receiver.status.as_str(), "active" | "on_leave")
}

/// Refuses when somebody would hold `n` more than he may.
pub async fn admit(tx: &mut Tx, owned: &Owned, receiver: &Receiver, n: usize) -> Result<()> {
    let settings = guanxi_persistence::settings::load(tx).await?;
    let quota = quota(tx, owned, receiver, &settings).await?;
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    HoldCap::of(quota).admit(n).map_err(|refusal| refusal.into_error(owned.already_claimed))
}

/// When a new owner is to speak to what he was given: the evening of the next working day.
pub fn first_contact(tx: &Tx) -> DateTime<Utc> {
    let day = time::plus_working_days(tx.today(), 1, time::is_weekday);
    time::at(day, NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default(), tx.actor().zone)
}

// ── Claim ────────────────────────────────────────────────────────────────────────────────

/// The caller takes one record out of its pool.
pub async fn claim(tx: &mut Tx, owned: &Owned, event: &str, id: Uuid) -> Result<()> {
    let me = tx.actor().person()?;
    let receiver = lock_receiver(tx, owned, me, "/id").await?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let (limit, counted) = limit(owned, &receiver, &settings);
    let offered = store::offered(tx, owned, me, &[id], &counted).await?.pop();
    let record = offered.filter(|record| is_shown(tx, owned, record)).ok_or_else(|| Error::not_found(owned.object))?;
    let quota = Quota { limit, used: record.held() };
    let refused = |refusal: guanxi_domain::ownership::ClaimRefusal| refusal.into_error(owned.already_claimed);
    if record.is_free {
        claimer(tx, &record, quota).check(&wanted(&record)).map_err(refused)?;
    } else {
        return Err(Error::new(owned.already_claimed));
    }
    let next = first_contact(tx);
    store::give(tx, owned, &[held(&record)], &receiver, next, because(Handover::Claim, event)).await
}

/// The caller takes many records. His quota is asked once for all of them; then each is taken or not on its own.
pub async fn claim_all(tx: &mut Tx, owned: &Owned, event: &str, ids: &[Uuid], atomic: bool) -> Result<BatchResult> {
    let me = tx.actor().person()?;
    let receiver = lock_receiver(tx, owned, me, "/ids").await?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let (limit, counted) = limit(owned, &receiver, &settings);
    let offered = store::offered(tx, owned, me, ids, &counted).await?;
    let quota = Quota { limit, used: offered.first().map(Offered::held).unwrap_or_default() };
    let offered: Vec<Offered> = offered.into_iter().filter(|record| is_shown(tx, owned, record)).collect();
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
        let next = first_contact(tx);
        store::give(tx, owned, &taken, &receiver, next, because(Handover::Claim, event)).await?;
    }
    Ok(BatchResult { succeeded: taken.iter().map(|record| record.id).collect(), failed })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Whether the caller knows of the record: he sees its pool, or sees that somebody took it from there.
fn is_shown(tx: &Tx, owned: &Owned, record: &Offered) -> bool {
    let access = &tx.actor().access;
    if store::sees(access, record.pool_id.unwrap_or(record.origin_pool_id)) {
        return true;
    }
    let facts = Facts {
        owner: record.owner_id,
        department: record.owner_department_id,
        pool: record.pool_id,
        ..Facts::default()
    };
    let table = guanxi_persistence::tables::all().into_iter().find(|table| table.noun == owned.object);
    let reading = guanxi_domain::access::permission(&format!("{}:read", owned.object));
    table
        .zip(reading)
        .is_some_and(|(table, reading)| guanxi_persistence::table::reaches(table, &facts, tx.actor(), reading))
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
        cap: HoldCap::of(quota),
    }
}

fn wanted(record: &Offered) -> Claimed {
    Claimed { is_free: record.is_free, pooled_on: record.pooled_on.unwrap_or_default(), let_go_on: record.let_go_on }
}

fn held(record: &Offered) -> Held {
    Held { id: record.id, owner: record.owner_id, pool: record.pool_id }
}

pub fn because(kind: Handover, event: &str) -> Because<'_> {
    Because { kind, event, reason: None, note: None }
}

// ── Into a pool ──────────────────────────────────────────────────────────────────────────

/// The pool that a record goes to when it is let go.
pub async fn pool_for(
    tx: &mut Tx,
    owned: &Owned,
    pools: &[store::Pool],
    came_from: Option<Uuid>,
    owner: Option<UserId>,
) -> Result<Uuid> {
    let enabled = came_from.filter(|id| pools.iter().any(|pool| pool.choice.id == *id && pool.choice.enabled));
    if let Some(pool) = enabled {
        return Ok(pool);
    }
    let receiver = match owner {
        Some(owner) => store::find_receiver(tx, owned, owner).await?,
        None => None,
    };
    let owner = receiver.as_ref().map(person);
    let choices: Vec<_> = pools.iter().map(|pool| pool.choice.clone()).collect();
    target_pool(&choices, came_from, owner.as_ref()).ok_or_else(|| Error::unexpected("an organisation without a pool"))
}

/// Who puts a record into a pool: its owner, or somebody above him.
pub fn pooled_by(tx: &Tx, owner: Option<UserId>) -> PooledBy {
    match tx.actor().user {
        None => PooledBy::System,
        Some(me) if Some(me) == owner => PooledBy::Rep,
        Some(_) => PooledBy::Manager,
    }
}
