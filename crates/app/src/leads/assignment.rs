//! Leads that enter a pool are shared out by the pool's rules (2.4).

use guanxi_domain::{
    AssignmentRuleId, LeadPoolId, Result, UserId,
    filter::Filter,
    filter_eval::Moment,
    leads::{
        assignment::{AssignmentRule, Candidate, Cursor, Decision, Target, rule_for},
        rules::AssignmentRuleDetails,
    },
    settings::{self, Settings},
};
use guanxi_persistence::{
    Tx,
    leads::{Lead, rules},
    ownership::{self as held, Handover, Held, LEAD, PooledBy, Receiver},
    read,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    body,
    ownership::{self, Holdable},
};

/// The rule as it is stored, without what every record has.
fn rule(mut stored: Value) -> Option<AssignmentRule> {
    let object = stored.as_object_mut()?;
    let id: Uuid = object.get("id")?.as_str()?.parse().ok()?;
    let known = [
        "name",
        "pool_id",
        "priority",
        "active",
        "condition",
        "method",
        "user_ids",
        "weights",
        "target_pool_id",
        "skip_full",
        "skip_on_leave",
    ];
    object.retain(|key, _| known.contains(&key.as_str()));
    let details: AssignmentRuleDetails = body::parse(stored).ok()?;
    let condition = if details.condition.is_null() { None } else { Some(Filter::from_value(&details.condition).ok()?) };
    Some(AssignmentRule {
        id: AssignmentRuleId(id),
        priority: details.priority,
        condition,
        target: details.target(),
        method: details.method,
        skip_full: details.skip_full,
        skip_on_leave: details.skip_on_leave,
    })
}

/// Asks the rules of `pool` about leads that have just entered it. Nobody gets back what he has just let go.
pub async fn share_out(tx: &mut Tx, leads: &[Uuid], pool: Uuid, except: Option<UserId>) -> Result<()> {
    let rules: Vec<AssignmentRule> = rules::assignment_rules(tx, pool).await?.into_iter().filter_map(rule).collect();
    if rules.is_empty() {
        return Ok(());
    }
    let settings = guanxi_persistence::settings::load(tx).await?;
    for lead in read::lock_known::<Lead>(tx, leads).await? {
        let moment = Moment {
            today: tx.today(),
            zone: tx.actor().zone,
            fiscal_start_month: settings.get(settings::FISCAL_START_MONTH),
            me: None,
        };
        if lead.facts.pool != Some(pool) {
            continue;
        }
        let Some(rule) = rule_for(&rules, &lead.row, &moment) else { continue };
        let record = Held { id: lead.id, owner: None, pool: Some(pool) };
        apply(tx, rule, record, pool, except, &settings).await?;
    }
    Ok(())
}

async fn apply(
    tx: &mut Tx,
    rule: &AssignmentRule,
    record: Held,
    pool: Uuid,
    except: Option<UserId>,
    settings: &Settings,
) -> Result<()> {
    let turn = rules::lock_turn(tx, rule.id.0).await?;
    let mut cursor: Cursor = serde_json::from_value(turn).unwrap_or_default();
    let before = cursor.clone();
    let receivers = match &rule.target {
        Target::Users { users } => {
            let mut ids: Vec<UserId> = users.iter().map(|share| share.user_id).collect();
            ids.sort_unstable();
            held::lock_receivers(tx, &LEAD, &ids).await?
        }
        Target::Pool { .. } => Vec::new(),
    };
    let candidates = candidates(tx, &receivers, pool, except, settings).await?;
    match rule.decide(&candidates, &mut cursor) {
        Decision::Assign(user) => {
            if let Some(receiver) = receivers.iter().find(|receiver| receiver.id == user) {
                let next = ownership::first_contact(tx).await?;
                held::give(tx, &LEAD, &[record], receiver, next, Handover::AutoAssign.into()).await?;
            }
        }
        Decision::MoveTo(target) => move_to(tx, record, target).await?,
        Decision::NobodyCan => {
            let payload = json!({ "pool_id": pool, "rule_id": rule.id });
            tx.emit("lead.assignment_failed", "leads", record.id, payload).await?;
        }
    }
    if cursor != before {
        let state = serde_json::to_value(&cursor).map_err(guanxi_domain::Error::unexpected)?;
        rules::save_turn(tx, rule.id.0, state).await?;
    }
    Ok(())
}

async fn move_to(tx: &mut Tx, record: Held, target: LeadPoolId) -> Result<()> {
    let pools = held::pools(tx, &LEAD).await?;
    let open = pools.iter().any(|pool| pool.choice.id == target.0 && pool.choice.enabled);
    if !open || record.pool == Some(target.0) {
        return Ok(());
    }
    held::take(tx, &LEAD, &[(record, target.0)], PooledBy::System, Handover::Move.into()).await
}

async fn candidates(
    tx: &mut Tx,
    receivers: &[Receiver],
    pool: Uuid,
    except: Option<UserId>,
    settings: &Settings,
) -> Result<Vec<Candidate>> {
    let ids: Vec<UserId> = receivers.iter().map(|receiver| receiver.id).collect();
    let last = held::last_assigned(tx, &LEAD, &ids).await?;
    let pools = held::pools(tx, &LEAD).await?;
    let mut candidates = Vec::with_capacity(receivers.len());
    for receiver in receivers {
        let (limit, counted) = ownership::limit(&LEAD, receiver, settings);
        let load = held::held(tx, &LEAD, receiver.id, &counted).await?;
        candidates.push(Candidate {
            user: receiver.id,
            no: receiver.no.clone(),
            is_active: ownership::is_at_work(receiver) && Some(receiver.id) != except,
            is_on_leave: receiver.status == "on_leave",
            is_member: !Lead::members_only(settings) || ownership::is_member(&pools, pool, receiver),
            is_full: limit.is_some_and(|limit| load >= limit),
            load,
            last_assigned_at: last.iter().find(|(user, _)| *user == receiver.id).map(|(_, at)| *at),
        });
    }
    Ok(candidates)
}
