//! Leads that enter a pool are shared out by the pool's rules (2.4).

use chrono::{DateTime, Utc};
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

/// Locks the capacity of everybody to whom leads may go that enter a pool, and of these people: before any lead and any
/// number, or somebody who takes one and somebody who puts one back would wait for each other.
pub async fn lock_people(tx: &mut Tx, also: &[UserId]) -> Result<()> {
    let mut people = rules::receivers(tx).await?;
    people.extend(also);
    people.sort_unstable();
    people.dedup();
    if !people.is_empty() {
        held::lock_receivers(tx, &LEAD, &people).await?;
    }
    Ok(())
}

/// Asks the rules of `pool` about leads that have just entered it. Nobody gets back what he has just let go. However many
/// they are, each rule reads its people once and gives each of them his share at once. [`lock_people`] comes before.
pub async fn share_out(tx: &mut Tx, leads: &[Uuid], pool: Uuid, except: Option<UserId>) -> Result<()> {
    let rules: Vec<AssignmentRule> = rules::assignment_rules(tx, pool).await?.into_iter().filter_map(rule).collect();
    if rules.is_empty() {
        return Ok(());
    }
    let settings = guanxi_persistence::settings::load(tx).await?;
    let moment = Moment {
        today: tx.today(),
        zone: tx.actor().zone,
        fiscal_start_month: settings.get(settings::FISCAL_START_MONTH),
        me: None,
    };
    let mut turns: Vec<Turn> = Vec::new();
    for lead in read::lock_known::<Lead>(tx, leads).await? {
        if lead.facts.pool != Some(pool) {
            continue;
        }
        let Some(rule) = rule_for(&rules, &lead.row, &moment) else { continue };
        let at = match turns.iter().position(|turn| turn.rule.id == rule.id) {
            Some(at) => at,
            None => {
                let given: Vec<UserId> =
                    turns.iter().flat_map(|turn| turn.gifts.iter().map(|(user, _)| *user)).collect();
                turns.push(Turn::begin(tx, rule, pool, except, &settings, &given).await?);
                turns.len() - 1
            }
        };
        if let Some(user) = turns[at].decide(Held { id: lead.id, owner: None, pool: Some(pool) }) {
            for turn in &mut turns {
                turn.count(user, tx.now());
            }
        }
    }
    for turn in turns {
        turn.end(tx, pool).await?;
    }
    Ok(())
}

/// What one rule does with leads that came at once.
struct Turn<'r> {
    rule: &'r AssignmentRule,
    before: Cursor,
    cursor: Cursor,
    receivers: Vec<Receiver>,
    candidates: Vec<Candidate>,
    /// How many each of them may hold.
    limits: Vec<Option<u32>>,
    gifts: Vec<(UserId, Held)>,
    moves: Vec<(Held, LeadPoolId)>,
    failed: Vec<Uuid>,
}

impl<'r> Turn<'r> {
    /// Locks the turn of a rule and its people. `given` are those who have got something that is not written yet.
    async fn begin(
        tx: &mut Tx,
        rule: &'r AssignmentRule,
        pool: Uuid,
        except: Option<UserId>,
        settings: &Settings,
        given: &[UserId],
    ) -> Result<Self> {
        let turn = rules::lock_turn(tx, rule.id.0).await?;
        let cursor: Cursor = serde_json::from_value(turn).unwrap_or_default();
        let receivers = match &rule.target {
            Target::Users { users } => {
                let mut ids: Vec<UserId> = users.iter().map(|share| share.user_id).collect();
                ids.sort_unstable();
                held::lock_receivers(tx, &LEAD, &ids).await?
            }
            Target::Pool { .. } => Vec::new(),
        };
        let ids: Vec<UserId> = receivers.iter().map(|receiver| receiver.id).collect();
        let last = held::last_assigned(tx, &LEAD, &ids).await?;
        let pools = held::pools(tx, &LEAD).await?;
        let (mut candidates, mut limits) = (Vec::with_capacity(receivers.len()), Vec::with_capacity(receivers.len()));
        for receiver in &receivers {
            let (limit, counted) = ownership::limit(&LEAD, receiver, settings);
            let given = given.iter().fold(0, |given, user| given + u32::from(*user == receiver.id));
            let load = held::held(tx, &LEAD, receiver.id, &counted).await?;
            let load = load.saturating_add(given);
            candidates.push(Candidate {
                user: receiver.id,
                no: receiver.no.clone(),
                is_active: ownership::is_at_work(receiver) && Some(receiver.id) != except,
                is_on_leave: receiver.status == "on_leave",
                is_member: !Lead::members_only(settings) || ownership::is_member(&pools, pool, receiver),
                is_full: limit.is_some_and(|limit| load >= limit),
                load,
                last_assigned_at: match given {
                    0 => last.iter().find(|(user, _)| *user == receiver.id).map(|(_, at)| *at),
                    _ => Some(tx.now()),
                },
            });
            limits.push(limit);
        }
        let before = cursor.clone();
        let (gifts, moves, failed) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { rule, before, cursor, receivers, candidates, limits, gifts, moves, failed })
    }

    /// Decides about a lead, and says who gets it.
    fn decide(&mut self, record: Held) -> Option<UserId> {
        match self.rule.decide(&self.candidates, &mut self.cursor) {
            Decision::Assign(user) => {
                self.gifts.push((user, record));
                return Some(user);
            }
            Decision::MoveTo(target) => self.moves.push((record, target)),
            Decision::NobodyCan => self.failed.push(record.id),
        }
        None
    }

    /// Somebody has one more.
    fn count(&mut self, user: UserId, now: DateTime<Utc>) {
        for (candidate, limit) in self.candidates.iter_mut().zip(&self.limits) {
            if candidate.user == user {
                candidate.load = candidate.load.saturating_add(1);
                candidate.is_full = limit.is_some_and(|limit| candidate.load >= limit);
                candidate.last_assigned_at = Some(now);
            }
        }
    }

    /// Writes what was decided.
    async fn end(self, tx: &mut Tx, pool: Uuid) -> Result<()> {
        for receiver in &self.receivers {
            let share: Vec<Held> =
                self.gifts.iter().filter(|(user, _)| *user == receiver.id).map(|(_, record)| *record).collect();
            if !share.is_empty() {
                let next = ownership::first_contact(tx).await?;
                held::give(tx, &LEAD, &share, receiver, next, Handover::AutoAssign.into()).await?;
            }
        }
        move_all(tx, pool, &self.moves).await?;
        let told = |id: Uuid| (id, json!({ "pool_id": pool, "rule_id": self.rule.id }));
        let told: Vec<(Uuid, Value)> = self.failed.iter().copied().map(told).collect();
        tx.emit_all("lead.assignment_failed", "leads", &told).await?;
        if self.cursor != self.before {
            let state = serde_json::to_value(&self.cursor).map_err(guanxi_domain::Error::unexpected)?;
            rules::save_turn(tx, self.rule.id.0, state).await?;
        }
        Ok(())
    }
}

async fn move_all(tx: &mut Tx, from: Uuid, moves: &[(Held, LeadPoolId)]) -> Result<()> {
    if moves.is_empty() {
        return Ok(());
    }
    let pools = held::pools(tx, &LEAD).await?;
    let is_open = |id: Uuid| id != from && pools.iter().any(|pool| pool.choice.id == id && pool.choice.enabled);
    let moved: Vec<(Held, Uuid)> =
        moves.iter().filter(|(_, target)| is_open(target.0)).map(|(record, target)| (*record, target.0)).collect();
    if moved.is_empty() {
        return Ok(());
    }
    held::take(tx, &LEAD, &moved, PooledBy::System, Handover::Move.into()).await
}
