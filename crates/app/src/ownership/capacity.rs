//! How many records somebody may hold, and how many more he may take (2.5.3, 3.4).

use guanxi_domain::{
    DepartmentId, Error, FieldCode, Permission, Result, UserId,
    ownership::{CapacityRule, HoldCap, Person, Quota, capacity_for},
    settings::Settings,
};
use guanxi_persistence::{
    Tx,
    ownership::{self as store, Owned, Receiver},
};
use serde_json::{Value, json};
use uuid::Uuid;

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
    let rule = capacity_for(&rules, &person(receiver));
    let line = rule.and_then(|rule| receiver.rules.0.iter().find(|line| line.id == rule.id));
    let most = rule.map_or_else(|| (owned.capacity)(settings), |rule| rule.max_owned);
    (most, (owned.counted)(line, settings))
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

pub fn is_at_work(receiver: &Receiver) -> bool {
    matches!(receiver.status.as_str(), "active" | "on_leave")
}

/// Refuses to make somebody the owner of a new record whom the caller may not give records; himself he always may.
pub fn may_give(tx: &Tx, assign: Permission, receiver: &Receiver) -> Result<()> {
    let is_mine = tx.actor().user == Some(receiver.id);
    if is_mine || tx.actor().access.scope(assign)?.covers(Some(receiver.id), Some(receiver.department_id)) {
        return Ok(());
    }
    Err(Error::field("/owner_id", FieldCode::Forbidden))
}

/// Refuses when somebody would hold more than he may: of everything, or out of one of the pools that the records came
/// from. Each record is named by its pool, if it came out of one.
pub async fn admit(tx: &mut Tx, owned: &Owned, receiver: &Receiver, records: &[Option<Uuid>]) -> Result<()> {
    let settings = guanxi_persistence::settings::load(tx).await?;
    let refused = |refusal: guanxi_domain::ownership::ClaimRefusal| refusal.into_error(owned.already_claimed);
    let count = |records: usize| u32::try_from(records).unwrap_or(u32::MAX);
    let owner = quota(tx, owned, receiver, &settings).await?;
    HoldCap::of(owner).admit(count(records.len())).map_err(refused)?;
    if records.iter().all(Option::is_none) {
        return Ok(());
    }
    let (_, counted) = limit(owned, receiver, &settings);
    for pool in store::pool_limits(tx, owned, receiver.id, &counted).await? {
        let out_of_it = records.iter().filter(|came_from| **came_from == Some(pool.id)).count();
        HoldCap { owner, pool: pool.hold() }.admit(count(out_of_it)).map_err(refused)?;
    }
    Ok(())
}

/// What somebody may still take out of the pools he sits at, and hold of everything.
pub async fn quotas(tx: &mut Tx, object: Option<&str>) -> Result<Vec<Value>> {
    let me = tx.actor().person()?;
    let settings = guanxi_persistence::settings::load(tx).await?;
    let seats = tx.actor().access.seats.clone();
    let mut lines = Vec::new();
    for owned in store::all().into_iter().filter(|owned| object.is_none_or(|object| object == owned.object)) {
        let receiver = store::find_receiver(tx, owned, me).await?.ok_or_else(|| Error::not_found("user"))?;
        let (limit, counted) = limit(owned, &receiver, &settings);
        let cap = Quota { limit, used: store::held(tx, owned, me, &counted).await? };
        let claims = tx.actor().access.grants.contains_key(format!("{}:claim", owned.object).as_str());
        for pool in store::pool_limits(tx, owned, me, &counted).await? {
            let Some(seat) = seats.iter().find(|seat| seat.pool == pool.id) else { continue };
            let (mut daily, hold) = (pool.daily(), pool.hold());
            daily.limit = daily.limit.filter(|_| !seat.admin);
            lines.push(json!({
                "object": owned.object,
                "pool_id": pool.id,
                "pool_name": pool.name,
                "is_admin": seat.admin,
                "may_claim": claims && (seat.admin || (seat.visible && seat.members_claim)),
                "daily_limit": daily.limit,
                "claimed_today": daily.used,
                "daily_remaining": daily.remaining(),
                "cap": cap.limit,
                "held": cap.used,
                "cap_remaining": HoldCap { owner: cap, pool: hold }.remaining(),
                "pool_cap": hold.limit,
                "pool_held": hold.used,
            }));
        }
    }
    Ok(lines)
}
