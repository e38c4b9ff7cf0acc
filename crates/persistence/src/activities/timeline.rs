//! What happened to a lead or a customer, from all places where it is kept, newest first. One statement for both: each
//! source gives its newest, the newest of these are the page.

use chrono::{DateTime, Utc};
use guanxi_domain::{Error, Result};
use serde_json::{Value, json};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Tx, cursor};

/// Whose story is told.
#[derive(Debug, Clone, Default)]
pub struct Story {
    pub customers: Vec<Uuid>,
    pub leads: Vec<Uuid>,
    pub contacts: Vec<Uuid>,
}

/// What of it is asked for and may be told.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    pub activities: bool,
    /// Changes of owner and pool.
    pub owners: bool,
    /// The keys of customers, leads and contacts whose changes are told.
    pub customer_fields: Vec<String>,
    pub lead_fields: Vec<String>,
    pub contact_fields: Vec<String>,
    /// What was done to the leads and customers themselves.
    pub actions: Vec<String>,
    pub limit: i64,
}

/// Something that happened.
#[derive(Debug, sqlx::FromRow)]
pub struct Happened {
    pub at: DateTime<Utc>,
    /// Tells two things of one moment apart.
    pub key: String,
    /// Where it is kept: `activity`, `owner`, `change`.
    pub source: String,
    pub resource: String,
    pub record_id: Uuid,
    pub record_name: Option<String>,
    pub action: String,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub data: Json<Value>,
}

/// The leads that became a customer.
pub async fn leads_of(tx: &mut Tx, customer: Uuid) -> Result<Vec<Uuid>> {
    let sql = "select id from leads where tenant_id = $1 and customer_id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).fetch_all(tx.conn()).await?)
}

/// The contacts of a customer, those in the recycle bin too.
pub async fn contacts_of(tx: &mut Tx, customer: Uuid) -> Result<Vec<Uuid>> {
    let sql = "select id from contacts where tenant_id = $1 and customer_id = $2 order by created_at desc limit 500";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).fetch_all(tx.conn()).await?)
}

/// One page of the story, and where the next one begins.
pub async fn page(
    tx: &mut Tx,
    story: &Story,
    telling: &Telling,
    after: Option<&str>,
) -> Result<(Vec<Happened>, Option<String>)> {
    let list = format!("{} timeline {:?}", tx.tenant(), (&story.customers, &story.leads));
    let (at, key) = match after {
        None => (DateTime::<Utc>::MAX_UTC, String::new()),
        Some(text) => {
            let values = cursor::open(tx.db().secret(), &list, text)?;
            match &values[..] {
                [Value::String(at), Value::String(key)] => {
                    (at.parse().map_err(|_| Error::malformed("cursor"))?, key.clone())
                }
                _ => return Err(Error::malformed("cursor")),
            }
        }
    };
    // What PostgreSQL knows as the end of time.
    let at = at.min(DateTime::from_timestamp(253_402_300_799, 0).unwrap_or(at));
    let sql = "
        with happened as (
            (select a.occurred_at as at, 'a' || a.id::text as key, 'activity' as source, 'activities' as resource,
                 a.id as record_id, null::text as record_name, a.kind as action, a.created_by as actor_id,
                 jsonb_build_object('subject', a.subject, 'subject_id', a.subject_id, 'contact_id', a.contact_id,
                     'direction', a.direction, 'content', a.content, 'outcome', a.outcome, 'duration_s', a.duration_s,
                     'location', a.location, 'attachments', a.attachments,
                     'next_contact_at', a.next_contact_at,
                     'counts_as_contact', a.counts_as_contact, 'version', a.version) as data
             from unnest($2::uuid[]) story (id), lateral (
                 select * from activities where tenant_id = $1 and customer_id = story.id and deleted_at is null
                     and occurred_at <= $5 and (occurred_at, 'a' || id::text) < ($5, $6) and $7
                 order by occurred_at desc, id desc limit $8) a)
            union all
            (select a.occurred_at, 'a' || a.id::text, 'activity', 'activities', a.id, null, a.kind, a.created_by,
                 jsonb_build_object('subject', a.subject, 'subject_id', a.subject_id, 'contact_id', a.contact_id,
                     'direction', a.direction, 'content', a.content, 'outcome', a.outcome, 'duration_s', a.duration_s,
                     'location', a.location, 'attachments', a.attachments,
                     'next_contact_at', a.next_contact_at,
                     'counts_as_contact', a.counts_as_contact, 'version', a.version)
             from unnest($3::uuid[]) story (id), lateral (
                 select * from activities where tenant_id = $1 and lead_id = story.id and deleted_at is null
                     and occurred_at <= $5 and (occurred_at, 'a' || id::text) < ($5, $6) and $7
                 order by occurred_at desc, id desc limit $8) a)
            union all
            (select g.at, 'g' || g.id::text, 'owner', g.object || 's', g.record_id, null, g.kind, g.by,
                 jsonb_build_object('from_owner_id', g.from_owner_id, 'to_owner_id', g.to_owner_id,
                     'from_owner_name', (select name from users where tenant_id = $1 and id = g.from_owner_id),
                     'to_owner_name', (select name from users where tenant_id = $1 and id = g.to_owner_id),
                     'from_pool_id', g.from_pool_id, 'to_pool_id', g.to_pool_id,
                     'from_pool_name', coalesce(
                         (select name from customer_pools where tenant_id = $1 and id = g.from_pool_id),
                         (select name from lead_pools where tenant_id = $1 and id = g.from_pool_id)),
                     'to_pool_name', coalesce(
                         (select name from customer_pools where tenant_id = $1 and id = g.to_pool_id),
                         (select name from lead_pools where tenant_id = $1 and id = g.to_pool_id)),
                     'reason', g.reason, 'note', g.note)
             from unnest($2::uuid[] || $3::uuid[]) story (id), lateral (
                 select * from claim_log where tenant_id = $1 and record_id = story.id
                     and at <= $5 and (at, 'g' || id::text) < ($5, $6) and $9
                 order by at desc, id desc limit $8) g)
            union all
            (select h.at, 'h' || lpad(h.id::text, 20, '0'), 'change', h.resource, h.record_id, null, h.action,
                 h.actor_id, h.changes
             from (select id, $10::text[] as fields, $13::text[] as actions from unnest($2::uuid[]) id
                   union all select id, $11::text[], $13::text[] from unnest($3::uuid[]) id
                   union all select id, $12::text[], '{create,update,delete,restore}' from unnest($4::uuid[]) id
                  ) story, lateral (
                 select * from history where tenant_id = $1 and record_id = story.id
                     and changes - '{last_activity_at,last_activity_on,last_activity_by,next_contact_at,next_contact_explicit}'
                         ::text[] <> '{}'
                     and at <= $5 and (at, 'h' || lpad(id::text, 20, '0')) < ($5, $6)
                     and story.fields <> '{}' and action = any(story.actions) and (action <> 'update' or changes ?| story.fields)
                 order by id desc limit $8) h))
        select w.at, w.key, w.source, w.resource, w.record_id, w.action, w.actor_id, w.data, u.name as actor_name,
            coalesce(w.record_name,
                case when w.resource = 'contacts'
                    then (select c.name from contacts c where c.tenant_id = $1 and c.id = w.record_id) end,
                case when w.source = 'activity'
                    then (select c.name from contacts c where c.tenant_id = $1
                          and c.id = (w.data ->> 'contact_id')::uuid) end) as record_name
        from (select * from happened order by at desc, key desc limit $8) w
        left join users u on u.tenant_id = $1 and u.id = w.actor_id
        order by w.at desc, w.key desc";
    let mut found: Vec<Happened> = sqlx::query_as(sql)
        .bind(tx.tenant())
        .bind(&story.customers)
        .bind(&story.leads)
        .bind(&story.contacts)
        .bind(at)
        .bind(if after.is_none() { "~".to_owned() } else { key })
        .bind(telling.activities)
        .bind(telling.limit + 1)
        .bind(telling.owners)
        .bind(&telling.customer_fields)
        .bind(&telling.lead_fields)
        .bind(&telling.contact_fields)
        .bind(&telling.actions)
        .fetch_all(tx.conn())
        .await?;
    let limit = usize::try_from(telling.limit).unwrap_or_default();
    let more = found.len() > limit;
    found.truncate(limit);
    let next = match found.last() {
        Some(last) if more => Some(cursor::seal(tx.db().secret(), &list, &[json!(last.at), json!(last.key)])?),
        _ => None,
    };
    Ok((found, next))
}
