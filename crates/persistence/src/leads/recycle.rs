//! When leads go back to their pool if nothing happens: the rule of `domain::ownership` as an expression, so that it is
//! computed whenever it is read and never stored (2.5.6). A test compares the two.

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

/// The last date on which the owner still has it.
pub const DUE_ON: &str = under_rule!(
    "case when due.followup is not null or due.conversion is not null then greatest(p.recycle_not_before,
         case p.recycle_mode when 'any' then least(due.followup, due.conversion)
         else greatest(due.followup, due.conversion) end) end"
);

/// Which of the reasons that is.
pub const REASON: &str = under_rule!(
    "case when due.followup is null and due.conversion is null then null
          when due.conversion is null then 'no_followup'
          when due.followup is null then 'not_converted'
          when case p.recycle_mode when 'any' then due.followup <= due.conversion
               else due.followup > due.conversion end then 'no_followup'
          else 'not_converted' end"
);
