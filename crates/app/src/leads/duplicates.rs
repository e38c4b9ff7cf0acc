//! Whether a lead is one that the organisation has already (2.8).

use guanxi_domain::{
    Code, DepartmentId, Error, Result,
    access::{customer, lead},
    customers::customer::Identity,
    duplicates::{Facts, MatchLevel, MatchedOn, Object, Policy, compare_lead},
    leads::lead::LeadDetails,
    text::name_key,
};
use guanxi_persistence::{
    Facts as Rights, Record, Tx,
    customers::{customer::Customer, duplicates as customers},
    leads::{Lead, lead as store},
    table::reaches,
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A record that may be the same. Of one that the caller may not see only name, level and department are told.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DuplicateLead {
    pub id: Uuid,
    pub object: Object,
    pub level: MatchLevel,
    pub matched_on: MatchedOn,
    pub name: String,
    #[schema(required = true)]
    pub owner_name: Option<String>,
    #[schema(required = true)]
    pub owner_department_name: Option<String>,
    #[schema(required = true)]
    pub pool_id: Option<Uuid>,
    pub masked: bool,
    /// A new record like this is refused.
    pub blocking: bool,
}

/// All that may be the same, the surest first.
pub struct Found(pub Vec<DuplicateLead>);

impl Found {
    pub fn warnings(&self) -> Vec<Value> {
        self.0.iter().filter_map(|hit| serde_json::to_value(hit).ok()).collect()
    }
}

/// Looks for the same lead, under a lock: of two who write one phone at once, the second finds the first.
pub async fn find(tx: &mut Tx, except: Option<Uuid>, details: &LeadDetails) -> Result<Found> {
    let settings = guanxi_persistence::settings::load(tx).await?;
    let policy = Policy::of(&settings);
    let phones = details.phones();
    let emails: Vec<String> = details.email.iter().map(|email| email.as_str().to_owned()).collect();
    let key = details.company_name.as_deref().map(name_key).unwrap_or_default();
    if phones.is_empty() && emails.is_empty() && key.is_empty() {
        return Ok(Found(Vec::new()));
    }
    let ours = Facts {
        object: Object::Lead,
        is_person: false,
        name_key: &key,
        uscc: None,
        phones: &phones,
        emails: &emails,
        website: None,
    };
    let twins = store::twins(tx, except, &phones, emails.first().map(String::as_str), &key).await?;
    let mut hits = Vec::new();
    for twin in twins {
        let theirs_emails: Vec<String> = twin.email.clone().into_iter().collect();
        let theirs = Facts {
            object: Object::Lead,
            name_key: &twin.name_key,
            phones: &twin.phones,
            emails: &theirs_emails,
            ..ours
        };
        if let Some(found) = compare_lead(&ours, &theirs, &policy) {
            let rights = Rights {
                owner: twin.owner_id.map(Into::into),
                department: twin.owner_department_id.map(DepartmentId::from),
                pool: twin.pool_id,
                ..Rights::default()
            };
            let shown = reaches(Lead::TABLE, &rights, tx.actor(), lead::READ);
            hits.push(DuplicateLead {
                id: twin.id,
                object: Object::Lead,
                level: found.level,
                matched_on: found.matched_on,
                name: twin.name,
                owner_name: twin.owner_name.filter(|_| shown),
                owner_department_name: twin.department_name,
                pool_id: twin.pool_id.filter(|_| shown),
                masked: !shown,
                blocking: found.blocking,
            });
        }
    }
    for known in customers::customers(tx, &identity(&key, &phones, &emails), None).await? {
        let keys = |sort: &'static str| {
            known.match_keys.iter().filter_map(move |key| key.strip_prefix(sort)).map(str::to_owned).collect::<Vec<_>>()
        };
        let (their_phones, their_emails) = (keys("phone:"), keys("mail:"));
        let theirs = Facts {
            object: Object::Customer,
            name_key: &known.name_key,
            phones: &their_phones,
            emails: &their_emails,
            ..ours
        };
        let Some(found) = compare_lead(&ours, &theirs, &policy) else { continue };
        let rights = Rights {
            owner: known.owner_id,
            department: known.owner_department_id,
            pool: known.pool_id,
            ..Rights::default()
        };
        let shown = reaches(Customer::TABLE, &rights, tx.actor(), customer::READ);
        hits.push(DuplicateLead {
            id: known.id,
            object: Object::Customer,
            level: found.level,
            matched_on: found.matched_on,
            name: known.name,
            owner_name: known.owner_name.filter(|_| shown),
            owner_department_name: known.owner_department_name,
            pool_id: known.pool_id.filter(|_| shown),
            masked: !shown,
            blocking: found.blocking,
        });
    }
    hits.sort_by_key(|hit| (!hit.blocking, hit.level, hit.matched_on));
    Ok(Found(hits))
}

fn identity(key: &str, phones: &[String], emails: &[String]) -> Identity {
    Identity {
        is_person: false,
        name_key: key.to_owned(),
        uscc: None,
        phones: phones.to_vec(),
        emails: emails.to_vec(),
        website: None,
    }
}

/// Refuses what may not be written twice; tells of what else may be the same.
pub async fn refuse(tx: &mut Tx, except: Option<Uuid>, details: &LeadDetails) -> Result<Vec<Value>> {
    store::lock_phones(tx, &details.phones()).await?;
    let found = find(tx, except, details).await?;
    let blocking: Vec<&DuplicateLead> = found.0.iter().filter(|hit| hit.blocking).collect();
    let Some(first) = blocking.first() else { return Ok(found.warnings()) };
    let matched_on: &str = first.matched_on.into();
    let candidates = serde_json::to_value(&blocking).map_err(Error::unexpected)?;
    Err(Error::new(Code::DuplicateLead).with("matched_on", matched_on).with("candidates", candidates))
}
