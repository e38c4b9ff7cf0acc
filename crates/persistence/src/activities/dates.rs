//! When customers and leads were last spoken to and are due again, as their tables keep it.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{Result, UserId, activities::rhythm::Party, ownership::HeldObject};
use uuid::Uuid;

use crate::Tx;

/// A customer or a lead, locked, as far as its dates depend on it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Waiting {
    /// Who has a date to keep: nobody where it lies in a pool or is done with.
    pub owner_id: Option<UserId>,
    pub owned_on: Option<NaiveDate>,
    level: Option<String>,
    is_key_account: bool,
    lifecycle: Option<String>,
    relationship: Option<String>,
    pub last_activity_at: Option<DateTime<Utc>>,
    pub next_contact_explicit: bool,
}

impl Waiting {
    pub fn party(&self) -> Party {
        Party::stored(self.level.as_deref(), self.is_key_account, self.lifecycle.as_deref(), self.relationship.clone())
    }
}

pub async fn lock(tx: &mut Tx, object: HeldObject, id: Uuid) -> Result<Option<Waiting>> {
    let sql = match object {
        HeldObject::Customer => {
            "select case when lifecycle <> 'churned' then owner_id end as owner_id, owned_on, level, is_key_account,
                 lifecycle, relationship, last_activity_at, next_contact_explicit
             from customers where tenant_id = $1 and id = $2 for no key update"
        }
        HeldObject::Lead => {
            "select case when status in ('pending', 'following') then owner_id end as owner_id, owned_on, level,
                 false as is_key_account, null as lifecycle, null as relationship, last_activity_at,
                 next_contact_explicit
             from leads where tenant_id = $1 and id = $2 for no key update"
        }
    };
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

/// When somebody was last spoken to, by whom, and what date was agreed on last.
#[derive(Debug, Clone, Default, sqlx::FromRow)]
pub struct Latest {
    pub last_at: Option<DateTime<Utc>>,
    pub last_by: Option<UserId>,
    pub agreed_next: Option<DateTime<Utc>>,
}

macro_rules! latest {
    ($about:literal) => {
        concat!(
            "select last.occurred_at as last_at, last.created_by as last_by, plan.next_contact_at as agreed_next
             from (select 1) one
             left join lateral (
                 select occurred_at, created_by from activities
                 where tenant_id = $1 and ",
            $about,
            " = $2 and deleted_at is null and counts_as_contact
                 order by occurred_at desc, id desc limit 1) last on true
             left join lateral (
                 select next_contact_at from activities
                 where tenant_id = $1 and ",
            $about,
            " = $2 and deleted_at is null
                   and (counts_as_contact or next_contact_at is not null)
                 order by occurred_at desc, id desc limit 1) plan on true"
        )
    };
}

pub async fn latest(tx: &mut Tx, object: HeldObject, id: Uuid) -> Result<Latest> {
    let sql = match object {
        HeldObject::Customer => latest!("customer_id"),
        HeldObject::Lead => latest!("lead_id"),
    };
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_one(tx.conn()).await?)
}

/// What is written of a customer or a lead when somebody spoke to it.
#[derive(Debug, Clone)]
pub struct Dates {
    pub latest: Latest,
    /// The business date of the latest contact.
    pub on: Option<NaiveDate>,
    pub next: Option<DateTime<Utc>>,
    /// Whether somebody agreed on `next`.
    pub explicit: bool,
}

/// Writes these dates; a lead that was spoken to is being followed up.
pub async fn write(tx: &mut Tx, object: HeldObject, id: Uuid, dates: &Dates) -> Result<()> {
    let sql = match object {
        HeldObject::Customer => sqlx::query(
            "update customers set last_activity_at = $3, next_contact_at = $4, next_contact_explicit = $5
                         where tenant_id = $1 and id = $2 and (last_activity_at, next_contact_at, next_contact_explicit)
                             is distinct from ($3, $4, $5)",
        ),
        HeldObject::Lead => sqlx::query(
            "update leads set last_activity_at = $3, next_contact_at = $4, next_contact_explicit = $5,
                             last_activity_on = $6, last_activity_by = $7,
                             status = case when status = 'pending' and $3 is not null then 'following' else status end
                         where tenant_id = $1 and id = $2",
        ),
    };
    let sql = sql.bind(tx.tenant()).bind(id).bind(dates.latest.last_at).bind(dates.next).bind(dates.explicit);
    let sql = match object {
        HeldObject::Customer => sql,
        HeldObject::Lead => sql.bind(dates.on).bind(dates.latest.last_by),
    };
    sql.execute(tx.conn()).await?;
    Ok(())
}

/// Writes when somebody is due again whom nobody agreed on a date with.
pub async fn due(tx: &mut Tx, object: HeldObject, id: Uuid, next: Option<DateTime<Utc>>) -> Result<()> {
    let sql = match object {
        HeldObject::Customer => "update customers set next_contact_at = $3 where tenant_id = $1 and id = $2",
        HeldObject::Lead => "update leads set next_contact_at = $3 where tenant_id = $1 and id = $2",
    };
    sqlx::query(sql).bind(tx.tenant()).bind(id).bind(next).execute(tx.conn()).await?;
    Ok(())
}

/// Writes when an opportunity was last spoken about and is due again: on the date that was agreed on last, else as its
/// stage says.
pub async fn follow_opportunity(tx: &mut Tx, id: Uuid) -> Result<()> {
    let zone = tx.actor().zone.name();
    let sql = "with last as (
                   select max(occurred_at) as at from activities
                   where tenant_id = $1 and opportunity_id = $2 and deleted_at is null and counts_as_contact),
               plan as (
                   select next_contact_at from activities
                   where tenant_id = $1 and opportunity_id = $2 and deleted_at is null
                     and (counts_as_contact or next_contact_at is not null)
                   order by occurred_at desc, id desc limit 1)
               update opportunities o
               set last_activity_at = last.at,
                   active_on = greatest((o.created_at at time zone $3)::date, (last.at at time zone $3)::date),
                   next_contact_at = case when o.status = 'open' then coalesce(
                       (select next_contact_at from plan),
                       ((greatest((last.at at time zone $3)::date, o.stage_entered_on) + s.contact_days) + time '18:00')
                           at time zone $3) end
               from last, stages s
               where o.tenant_id = $1 and o.id = $2 and s.tenant_id = $1 and s.id = o.stage_id";
    sqlx::query(sql).bind(tx.tenant()).bind(id).bind(zone).execute(tx.conn()).await?;
    Ok(())
}
