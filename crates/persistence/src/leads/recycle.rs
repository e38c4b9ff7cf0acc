//! When leads go back to their pool if nothing happens: the rule of `domain::ownership` as an expression, so that it is
//! computed whenever it is read and never stored (2.5.6). A test compares the two.

use chrono::NaiveDate;
use guanxi_domain::{Error, Result, UserId, ownership::RecycleReason};
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;

/// The rule of the pool that a lead came from; the default pool's where that one is off.
macro_rules! under_rule {
    ($what:literal) => {
        concat!(
            "(select ",
            $what,
            " from lead_pools p, lateral (select
                 case when p.working_days_only
                      then app.plus_weekdays(greatest(t.owned_on, t.last_activity_on), p.no_followup_days)
                      else greatest(t.owned_on, t.last_activity_on) + p.no_followup_days end as followup,
                 case when p.working_days_only then app.plus_weekdays(t.owned_on, p.not_converted_days)
                      else t.owned_on + p.not_converted_days end as conversion) due
              where t.status in ('pending', 'following') and p.tenant_id = t.tenant_id
                and p.id = coalesce(
                    (select home.id from lead_pools home where home.tenant_id = t.tenant_id
                     and home.id = t.origin_pool_id and home.enabled and home.deleted_at is null),
                    (select home.id from lead_pools home where home.tenant_id = t.tenant_id
                     and home.is_default and home.deleted_at is null))
                and p.recycle_enabled
                and (t.level is null or t.level <> all (p.exempt_levels)) and not t.tags && p.exempt_tags
                and (p.exempt_role_ids = '{}' or not exists (
                     select 1 from users u where u.tenant_id = t.tenant_id and u.id = t.owner_id
                     and u.role_ids && p.exempt_role_ids)))"
        )
    };
}

macro_rules! due_on {
    () => {
        under_rule!(
            "case when due.followup is not null or due.conversion is not null then greatest(p.recycle_not_before,
         case p.recycle_mode when 'any' then least(due.followup, due.conversion)
         else greatest(due.followup, due.conversion) end) end"
        )
    };
}

/// The last date on which the owner still has it.
pub const DUE_ON: &str = due_on!();

macro_rules! reason {
    () => {
        under_rule!(
            "case when due.followup is null and due.conversion is null then null
          when due.conversion is null then 'no_followup'
          when due.followup is null then 'not_converted'
          when case p.recycle_mode when 'any' then due.followup <= due.conversion
               else due.followup > due.conversion end then 'no_followup'
          else 'not_converted' end"
        )
    };
}

/// Which of the reasons that is.
pub const REASON: &str = reason!();

const PAST: &str = concat!(
    "select t.id from leads t where t.tenant_id = $1 and t.status in ('pending', 'following') and t.deleted_at is null
       and t.owned_on < $2 and ",
    due_on!(),
    " < $2 order by t.id"
);

/// The leads whose due date is past.
pub async fn past(tx: &mut Tx, today: NaiveDate) -> Result<Vec<Uuid>> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar(PAST).bind(tenant).bind(today).fetch_all(tx.conn()).await?)
}

const IS_PAST: &str =
    concat!("select coalesce((select ", due_on!(), " < $2 from leads t where t.tenant_id = $1 and t.id = $3), false)");

/// Whether the due date of one lead is past.
pub async fn is_past(tx: &mut Tx, id: Uuid, today: NaiveDate) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar(IS_PAST).bind(tenant).bind(today).bind(id).fetch_one(tx.conn()).await?)
}

/// A lead that goes back soon.
#[derive(FromRow)]
pub struct Soon {
    pub id: Uuid,
    pub owner_id: UserId,
    pub due_on: NaiveDate,
    reason: String,
    remind_days: i32,
}

impl Soon {
    pub fn reason(&self) -> Result<RecycleReason> {
        self.reason.parse().map_err(Error::unexpected)
    }

    pub fn remind_days(&self) -> u32 {
        u32::try_from(self.remind_days).unwrap_or_default()
    }
}

const SOON: &str = concat!(
    "select * from (select t.id, t.owner_id, ",
    due_on!(),
    " as due_on, ",
    reason!(),
    " as reason, ",
    under_rule!("p.remind_days"),
    " as remind_days
     from leads t where t.tenant_id = $1 and t.status in ('pending', 'following') and t.deleted_at is null) soon
     where due_on >= $2 and due_on - remind_days <= $2 order by due_on, id"
);

/// The leads that go back within their pool's days of warning.
pub async fn soon(tx: &mut Tx, today: NaiveDate) -> Result<Vec<Soon>> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as(SOON).bind(tenant).bind(today).fetch_all(tx.conn()).await?)
}
