//! The rules that an organisation keeps over its leads: capacity, assignment, scoring.

use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    access::{assignment_rule, capacity_rule, scoring_rule},
    error::FieldError,
    filter::Filter,
    leads::{
        assignment::Method,
        rules::{AssignmentRuleDetails, CapacityRuleDetails, ScoringRuleDetails},
        scoring::RuleKind,
    },
    ownership::HeldObject,
    ownership::{CapacityRule as Cap, refuse_clash},
};
use guanxi_persistence::{
    Locked, Tx,
    leads::{AssignmentRule, CapacityRule, Lead, ScoringRule, rules as store},
    ownership::{self as held, LEAD},
    read,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

impl Editable for CapacityRule {
    type Details = CapacityRuleDetails;
    const CREATE: Permission = capacity_rule::CREATE;
    const UPDATE: Permission = capacity_rule::UPDATE;
    const DELETE: Permission = capacity_rule::DELETE;

    async fn create(tx: &mut Tx, details: CapacityRuleDetails) -> Result<Saved> {
        must_be_only(tx, None, &details).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: CapacityRuleDetails) -> Result<Saved> {
        must_be_only(tx, Some(record.id), &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }
}

/// Two rules that are equally close to somebody would contradict each other.
async fn must_be_only(tx: &mut Tx, id: Option<Uuid>, details: &CapacityRuleDetails) -> Result<()> {
    let other_kind = match details.object {
        HeldObject::Lead if details.dealt_counts.is_some() => Some("/dealt_counts"),
        HeldObject::Customer if details.count_statuses.is_some() => Some("/count_statuses"),
        HeldObject::Lead | HeldObject::Customer => None,
    };
    if let Some(pointer) = other_kind {
        return Err(Error::field(pointer, FieldCode::Invalid));
    }
    let object: &str = details.object.into();
    let lines = held::lock_rules(tx, object).await?;
    let others: Vec<Cap<Option<Uuid>>> = lines
        .into_iter()
        .map(|line| Cap {
            id: Some(line.id),
            audience: line.audience.into(),
            max_owned: line.max_owned,
            priority: line.priority,
        })
        .collect();
    let new = Cap { id, audience: details.audience(), max_owned: details.max_owned, priority: details.priority };
    refuse_clash(&new, &others)
}

impl Editable for AssignmentRule {
    type Details = AssignmentRuleDetails;
    const CREATE: Permission = assignment_rule::CREATE;
    const UPDATE: Permission = assignment_rule::UPDATE;
    const DELETE: Permission = assignment_rule::DELETE;

    async fn create(tx: &mut Tx, details: AssignmentRuleDetails) -> Result<Saved> {
        check(tx, &details).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: AssignmentRuleDetails) -> Result<Saved> {
        check(tx, &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        store::unpin(tx, record.id).await?;
        guanxi_persistence::write::delete(tx, record).await
    }
}

async fn check(tx: &mut Tx, details: &AssignmentRuleDetails) -> Result<()> {
    let mut wrong = Vec::new();
    match details.target_pool_id {
        Some(_) if details.method != Method::Fixed => wrong.push(FieldError::new("/method", FieldCode::Invalid)),
        Some(_) if !details.user_ids.is_empty() => wrong.push(FieldError::new("/user_ids", FieldCode::Invalid)),
        Some(pool) if Some(pool) == details.pool_id => {
            wrong.push(FieldError::new("/target_pool_id", FieldCode::Invalid));
        }
        Some(_) => {}
        None if details.user_ids.is_empty() => wrong.push(FieldError::new("/user_ids", FieldCode::Required)),
        None => {}
    }
    let weighed = details.method == Method::Weighted;
    if weighed && (details.weights.len() != details.user_ids.len() || details.weights.iter().sum::<i32>() == 0) {
        wrong.push(FieldError::new("/weights", FieldCode::Invalid));
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let pools = held::pools(tx, &LEAD).await?;
    if let Some(pool) = details.target_pool_id {
        held::must_receive(&pools, pool.0, "/target_pool_id")?;
    }
    if details.condition.is_null() { Ok(()) } else { check_condition(tx, &details.condition).await }
}

/// A condition is a filter over leads, as the list of leads takes it.
async fn check_condition(tx: &mut Tx, condition: &Value) -> Result<()> {
    let checked = match Filter::from_value(condition) {
        Ok(filter) => read::check_filter::<Lead>(tx, &filter).await,
        Err(error) => Err(error),
    };
    checked.map_err(|error| match error {
        Error::Refused(refusal) => {
            let reason = refusal.fields.first().and_then(|field| field.params.get("reason").cloned());
            let mistake = FieldError::new("/condition", FieldCode::Invalid);
            Error::fields(vec![match reason {
                Some(reason) => mistake.with("reason", reason),
                None => mistake,
            }])
        }
        error @ (Error::Retry | Error::Unexpected(_)) => error,
    })
}

impl Editable for ScoringRule {
    type Details = ScoringRuleDetails;
    const CREATE: Permission = scoring_rule::CREATE;
    const UPDATE: Permission = scoring_rule::UPDATE;
    const DELETE: Permission = scoring_rule::DELETE;

    async fn create(tx: &mut Tx, details: ScoringRuleDetails) -> Result<Saved> {
        check_scoring(tx, &details).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: ScoringRuleDetails) -> Result<Saved> {
        check_scoring(tx, &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }
}

async fn check_scoring(tx: &mut Tx, details: &ScoringRuleDetails) -> Result<()> {
    let wrong_sign = match details.kind {
        RuleKind::Fit | RuleKind::Behaviour => details.points < 0,
        RuleKind::Negative => details.points > 0,
    };
    if wrong_sign {
        return Err(Error::field("/points", FieldCode::OutOfRange));
    }
    check_condition(tx, &details.condition).await
}
