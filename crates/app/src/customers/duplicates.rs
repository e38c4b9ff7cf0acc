//! Who may be the same as a customer that is to be written, as far as the caller may know (3.6).

use guanxi_domain::{
    Actor, Code, Error, Result,
    customers::customer::{self, Identity},
    duplicates::{self, Match, MatchLevel, MatchedOn, Object, Policy},
};
use guanxi_persistence::{
    Facts, Record, Tx,
    customers::{
        customer::Customer,
        duplicates::{self as store, Known},
    },
    settings, table,
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

/// A record that may be the same. Of one that the caller may not see he learns its name and whom to ask.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Candidate {
    /// Null where the caller may not see the record.
    pub id: Option<Uuid>,
    pub object: Object,
    pub level: MatchLevel,
    pub matched_on: MatchedOn,
    pub name: String,
    pub owner_id: Option<Uuid>,
    pub owner_name: Option<String>,
    pub owner_department_name: Option<String>,
    /// The pool from which it may be claimed instead.
    pub pool_id: Option<Uuid>,
    pub deal_status: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_activity_at: Option<String>,
    pub masked: bool,
    /// A customer like this one cannot be created without an override.
    pub blocking: bool,
}

/// All that may be the same as `identity`, the surest first.
pub async fn find(tx: &mut Tx, identity: &Identity, except: Option<Uuid>) -> Result<Vec<Candidate>> {
    Ok(matches(tx, identity, None, except).await?.0)
}

/// The candidates, and the first of them that forbids the writing. What matched `before` already forbids nothing.
pub(super) async fn matches(
    tx: &mut Tx,
    identity: &Identity,
    before: Option<&Identity>,
    except: Option<Uuid>,
) -> Result<(Vec<Candidate>, Option<MatchedOn>)> {
    let policy = Policy::of(&settings::load(tx).await?);
    let mut known = store::customers(tx, identity, except).await?;
    known.extend(store::leads(tx, identity).await?);
    let mut found: Vec<(Match, Candidate)> = Vec::new();
    for known in known {
        let existing = existing(&known);
        let object = if known.object == "lead" { Object::Lead } else { Object::Customer };
        let facts = existing.facts(object);
        let compare = |identity: &Identity| duplicates::compare(&identity.facts(Object::Customer), &facts, &policy);
        let Some(mut hit) = compare(identity) else { continue };
        if before.and_then(compare).is_some_and(|old| old.blocking) {
            hit.blocking = false;
        }
        found.push((hit, candidate(tx.actor(), known, object, hit)));
    }
    found.sort_by_key(|(hit, _)| (!hit.blocking, *hit));
    let blocking = found.first().filter(|(hit, _)| hit.blocking).map(|(hit, _)| hit.matched_on);
    found.truncate(20);
    Ok((found.into_iter().map(|(_, candidate)| candidate).collect(), blocking))
}

/// What is compared of a record that is there.
fn existing(known: &Known) -> Identity {
    let keys =
        |sort: &'static str| known.match_keys.iter().filter_map(move |key| key.strip_prefix(sort)).map(str::to_owned);
    Identity {
        is_person: known.is_person,
        name_key: known.name_key.clone(),
        uscc: known.uscc.clone(),
        phones: keys("phone:").collect(),
        emails: keys("mail:").collect(),
        website: keys("site:").next(),
    }
}

fn candidate(actor: &Actor, known: Known, object: Object, hit: Match) -> Candidate {
    let facts =
        Facts { owner: known.owner_id, department: known.owner_department_id, pool: known.pool_id, ..Facts::default() };
    let permission = match object {
        Object::Customer => customer::READ,
        Object::Lead => guanxi_domain::access::lead::READ,
    };
    let seen = table::reaches(Customer::TABLE, &facts, actor, permission);
    let show = |value: Option<String>| value.filter(|_| seen);
    let time = known.last_activity_at.map(|at| at.with_timezone(&actor.zone).to_rfc3339());
    Candidate {
        id: Some(known.id).filter(|_| seen),
        object,
        level: hit.level,
        matched_on: hit.matched_on,
        name: known.name,
        owner_id: known.owner_id.map(Uuid::from).filter(|_| seen),
        owner_name: show(known.owner_name),
        owner_department_name: known.owner_department_name,
        pool_id: known.pool_id.filter(|_| seen),
        deal_status: show(known.deal_status),
        last_activity_at: show(time),
        masked: !seen,
        blocking: hit.blocking,
    }
}

/// Refuses with all that the caller may know about what is in the way.
pub(super) fn refused(candidates: &[Candidate], matched_on: MatchedOn) -> Error {
    let word: &str = matched_on.into();
    let candidates = serde_json::to_value(candidates).unwrap_or_default();
    Error::new(Code::DuplicateCustomer).with("matched_on", word).with("candidates", candidates)
}

/// What is told beside a customer that was written all the same.
pub(super) fn warnings(candidates: &[Candidate]) -> Vec<Value> {
    if candidates.is_empty() { Vec::new() } else { vec![json!({"code": "DUPLICATES", "candidates": candidates})] }
}
