//! The kinds of record that people hold, and their statements.

use guanxi_domain::{
    Code,
    ownership::{HeldObject, customers_that_count, leads_that_count},
    settings::{self, Settings},
};

use super::{CapacityLine, Handover, recycle::Recycling};
use crate::{customers, leads};

/// A kind of record that people hold: its words, and the statements over its tables.
pub struct Owned {
    pub kind: HeldObject,
    /// The noun: `lead`.
    pub object: &'static str,
    /// The table and resource: `leads`.
    pub records: &'static str,
    /// The code for a record that somebody else was quicker to claim.
    pub already_claimed: Code,
    /// How many one person may hold where no rule says so.
    pub capacity: fn(&Settings) -> Option<u32>,
    /// Which of them count, by a rule or else by the settings; `held` asks with these words.
    pub counted: fn(Option<&CapacityLine>, &Settings) -> Vec<String>,
    /// What its owner did who put it back: `returned`.
    let_go: &'static str,
    pub(super) sql: Statements,
    pub(super) recycling: Recycling,
}

impl Owned {
    /// The event of changing hands: `lead.claimed`.
    pub fn event(&self, kind: Handover) -> String {
        let word = match kind {
            Handover::Create => "created",
            Handover::Claim => "claimed",
            Handover::Assign | Handover::AutoAssign => "assigned",
            Handover::Transfer => "transferred",
            Handover::Return => self.let_go,
            Handover::Recycle => "recycled",
            Handover::Move => "moved",
            Handover::Invalid => "invalidated",
            Handover::Restore => "restored",
            Handover::Convert => "converted",
        };
        format!("{}.{word}", self.object)
    }
}

pub(super) struct Statements {
    pub(super) seats: &'static str,
    pub(super) pools: &'static str,
    pub(super) no_default: &'static str,
    pub(super) lies_in: &'static str,
    pub(super) limits: &'static str,
    pub(super) offered: &'static str,
    pub(super) held: &'static str,
    pub(super) give: &'static str,
    pub(super) take: &'static str,
    /// What goes with records that changed hands.
    pub(super) follow: &'static [&'static str],
}

/// Plans that nobody began go on with whoever was given the record: those of the one who had it until then. `$what` is
/// the table, `$column` names it in a plan.
macro_rules! plans_follow {
    ($what:literal, $column:literal) => {
        concat!(
            "update follow_up_plans p set owner_id = r.owner_id, owner_department_id = r.owner_department_id
             from ",
            $what,
            " r
             where p.tenant_id = $1 and p.",
            $column,
            " = any($2) and r.tenant_id = $1 and r.id = p.",
            $column,
            "
               and p.owner_id = r.last_owner_id and exists (
                   select from claim_log g where g.tenant_id = $1 and g.record_id = r.id and g.at = r.owned_since
                   and g.from_owner_id = r.last_owner_id and g.to_owner_id = r.owner_id)
               and p.status in ('planned', 'missed') and p.deleted_at is null"
        )
    };
}

/// How many of these records somebody holds out of a pool `p`, where that has a limit.
macro_rules! held_there {
    ($records:literal, $limit:literal, $counts:literal) => {
        concat!(
            "case when ",
            $limit,
            " is null then 0 else (
                 select count(*) from ",
            $records,
            " h where h.tenant_id = $1 and h.owner_id = $2 and h.origin_pool_id = p.id
                 and h.pooled_on is not null and h.deleted_at is null and ",
            $counts,
            ") end"
        )
    };
}

/// What differs: `free` and `owned` are the states of a record in a pool and of one that was just given to somebody; `counts`
/// says whether a record `h` counts against the cap, by the words in `$3`; `moves` whether members of a pool `p` may
/// put what lies there into another; `limit` how many one person may hold out of a pool `p`, and `counts_there` whether a
/// record `h` counts against that; `given` and `taken` what else is set of a record that somebody gets, or a pool.
macro_rules! owned {
    ($kind:expr, $object:literal, $records:literal, $pools:literal, capacity: $capacity:expr, counted: $counted:expr, free: $free:literal, owned: $owned:literal,
     counts: $counts:literal, moves: $moves:literal, limit: $limit:literal, counts_there: $counts_there:literal,
     given: $given:literal, taken: $taken:literal, code: $code:expr, let_go: $let_go:literal, follow: $follow:expr, recycling: $recycling:expr) => {
        Owned {
            kind: $kind,
            capacity: $capacity,
            counted: $counted,
            object: $object,
            records: $records,
            already_claimed: $code,
            let_go: $let_go,
            sql: Statements {
                seats: concat!(
                    "select p.id, $2 = any(p.admin_ids) as admin, p.visible_to_members as visible,
                         p.members_may_claim as members_claim, ", $moves, " as members_move, p.masked_fields
                     from ", $pools, " p
                     where p.tenant_id = $1 and p.deleted_at is null and p.enabled
                       and ($2 = any(p.admin_ids) or $2 = any(p.user_ids) or p.role_ids && $3 or p.department_ids && (
                                select coalesce(array_agg(above), '{}') from departments d, unnest(d.path) above
                                where d.tenant_id = $1 and d.id = any($4))
                            or (p.user_ids = '{}' and p.role_ids = '{}' and p.department_ids = '{}'))"
                ),
                pools: concat!(
                    "select id, enabled, is_default, user_ids, role_ids, department_ids, admin_ids from ", $pools,
                    " where tenant_id = $1 and deleted_at is null order by id"
                ),
                no_default: concat!(
                    "update ", $pools, " set is_default = false
                     where tenant_id = $1 and is_default and deleted_at is null"
                ),
                lies_in: concat!(
                    "select exists (select 1 from ", $records, "
                     where tenant_id = $1 and pool_id = $2 and deleted_at is null)"
                ),
                limits: concat!(
                    "select p.id, p.name, p.daily_limit, ", $limit, " as hold_limit, ", held_there!($records, $limit, $counts_there), " as held,
                         coalesce((select c.claims from claim_counters c where c.tenant_id = $1 and c.user_id = $2
                                   and c.pool_id = p.id and c.on_date = $4), 0) as claimed_today
                     from ", $pools, " p
                     where p.tenant_id = $1 and p.enabled and p.deleted_at is null order by p.is_default desc, p.name"
                ),
                offered: concat!(
                    "select r.id, r.owner_id, r.owner_department_id, r.pool_id, r.origin_pool_id,
                         r.status = '", $free, "' as is_free, r.pooled_on,
                         greatest((select max(g.on_date) from claim_log g where g.tenant_id = r.tenant_id
                                   and g.record_id = r.id and g.from_owner_id = $2),
                                  case when r.last_owner_id = $2 then r.last_owned_on end) as let_go_on,
                         coalesce(p.enabled, false) as pool_enabled, p.daily_limit,
                         coalesce(p.prev_owner_freeze_days, 0) as freeze_days,
                         coalesce(p.new_data_wait_days, 0) as wait_days,
                         coalesce(p.members_may_claim, false) as members_may_claim,
                         coalesce((select c.claims from claim_counters c where c.tenant_id = r.tenant_id
                                   and c.user_id = $2 and c.pool_id = r.pool_id and c.on_date = $5), 0) as claimed_today,
                         ", $limit, " as hold_limit, ", held_there!($records, $limit, $counts_there), " as held_there,
                         case when $6 then (
                              select count(*) from ", $records, " h where h.tenant_id = $1 and h.owner_id = $2
                              and h.deleted_at is null and ", $counts, ") else 0 end as held
                     from ", $records, " r
                     left join ", $pools, " p on p.tenant_id = r.tenant_id and p.id = r.pool_id
                         and p.deleted_at is null
                     where r.tenant_id = $1 and r.id = any($4) and r.deleted_at is null
                     order by r.id for update of r"
                ),
                held: concat!(
                    "select count(*) from ", $records, " h where h.tenant_id = $1 and h.owner_id = $2
                     and h.deleted_at is null and ", $counts
                ),
                give: concat!(
                    "with given as (
                         select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
                             as x (id, log_id, event_id, from_owner, from_pool)),
                     done as (
                         update ", $records, " r set owner_id = $7, owner_department_id = $8, owned_since = $9,
                             owned_on = $10, pool_id = null,
                             next_contact_at = case when r.next_contact_at > $9 then r.next_contact_at else $11 end,
                             next_contact_explicit = r.next_contact_explicit
                                 and r.next_contact_at is not null and r.next_contact_at > $9, ", $given, "
                             status = case when r.status = '", $free, "' then '", $owned, "' else r.status end,
                             claim_count = r.claim_count + ($12 = 'claim')::int,
                             last_owner_id = coalesce(r.owner_id, r.last_owner_id),
                             last_owned_until = case when r.owner_id is null then r.last_owned_until else $9 end,
                             last_owned_on = case when r.owner_id is null then r.last_owned_on else $10 end
                         from given x where r.tenant_id = $1 and r.id = x.id
                             and r.owner_id is not distinct from x.from_owner
                             and r.pool_id is not distinct from x.from_pool
                         returning r.id, x.log_id, x.event_id, x.from_owner, x.from_pool, r.version),
                     logged as (
                         insert into claim_log (id, object, record_id, kind, from_owner_id, to_owner_id, from_pool_id,
                             at, on_date, reason, note)
                         select log_id, '", $object, "', id, $12, from_owner, $7, from_pool, $9, $10, $13, $14
                         from done),
                     counted as (
                         insert into claim_counters as c (user_id, pool_id, on_date, claims)
                         select $7, from_pool, $10, count(*) from done where $12 = 'claim' group by from_pool
                         on conflict (tenant_id, user_id, pool_id, on_date)
                         do update set claims = c.claims + excluded.claims),
                     told as (
                         insert into outbox (id, type, resource, record_id, version, payload)
                         select event_id, $15, '", $records, "', id, version, jsonb_build_object('owner_id', $7,
                             'from_owner_id', from_owner, 'from_pool_id', from_pool, 'kind', $12)
                         from done)
                     select id from done"
                ),
                take: concat!(
                    "with taken as (
                         select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
                             as x (id, log_id, event_id, from_owner, from_pool, to_pool)),
                     done as (
                         update ", $records, " r set owner_id = null, owner_department_id = null, owned_since = null,
                             owned_on = null, pool_id = x.to_pool, origin_pool_id = x.to_pool, pooled_at = $8,
                             pooled_on = $9, pooled_by = $10, pooled_reason = $12, next_contact_at = null,
                             next_contact_explicit = false,
                             ", $taken, " status = '", $free, "', return_count = r.return_count + ($11 = 'return')::int,
                             last_owner_id = coalesce(r.owner_id, r.last_owner_id),
                             last_owned_until = case when r.owner_id is null then r.last_owned_until else $8 end,
                             last_owned_on = case when r.owner_id is null then r.last_owned_on else $9 end
                         from taken x where r.tenant_id = $1 and r.id = x.id
                             and r.owner_id is not distinct from x.from_owner
                             and r.pool_id is not distinct from x.from_pool
                         returning r.id, x.log_id, x.event_id, x.from_owner, x.from_pool, x.to_pool, r.version),
                     logged as (
                         insert into claim_log (id, object, record_id, kind, from_owner_id, from_pool_id, to_pool_id,
                             at, on_date, reason, note)
                         select log_id, '", $object, "', id, $11, from_owner, from_pool, to_pool, $8, $9, $12, $13
                         from done),
                     told as (
                         insert into outbox (id, type, resource, record_id, version, payload)
                         select event_id, $14, '", $records, "', id, version, jsonb_build_object('pool_id', to_pool,
                             'from_owner_id', from_owner, 'from_pool_id', from_pool, 'kind', $11, 'reason', $12)
                         from done)
                     select id from done"
                ),
                follow: $follow,
            },
            recycling: $recycling,
        }
    };
}

pub static LEAD: Owned = owned!(
    HeldObject::Lead, "lead", "leads", "lead_pools",
    capacity: |settings| settings.get(settings::LEAD_CAPACITY),
    counted: |rule, settings| leads_that_count(rule.and_then(|rule| rule.count_statuses.as_deref()), settings),
    free: "unassigned",
    owned: "pending",
    counts: "h.status = any($3)",
    moves: "false",
    limit: "null::int",
    counts_there: "h.status = any($3)",
    given: "",
    taken: "invalid_reason = null,",
    code: Code::LeadAlreadyClaimed,
    let_go: "returned",
    follow: &[plans_follow!("leads", "lead_id")],
    recycling: leads::recycle::RECYCLING
);

pub static CUSTOMER: Owned = owned!(
    HeldObject::Customer, "customer", "customers", "customer_pools",
    capacity: |settings| settings.get(settings::CUSTOMER_CAPACITY),
    counted: |rule, settings| customers_that_count(rule.and_then(|rule| rule.dealt_counts), settings),
    free: "pooled",
    owned: "owned",
    counts: "h.deal_status = any($3) and (not h.is_key_account or 'key_account' = any($3))",
    moves: "p.member_may_transfer",
    limit: "p.hold_limit",
    counts_there: "(p.dealt_counts or h.deal_status = 'none') and (not h.is_key_account or 'key_account' = any($3))",
    given: "locked = false, locked_until = null, locked_by = null, lock_reason = null,",
    taken: "locked = false, locked_until = null, locked_by = null, lock_reason = null,",
    code: Code::CustomerAlreadyClaimed,
    let_go: "released",
    follow: &[
        "update contacts t
         set owner_id = c.owner_id, owner_department_id = c.owner_department_id, pool_id = c.pool_id
         from customers c
         where t.tenant_id = $1 and t.customer_id = any($2) and c.tenant_id = $1 and c.id = t.customer_id
           and (t.owner_id, t.owner_department_id, t.pool_id)
               is distinct from (c.owner_id, c.owner_department_id, c.pool_id)",
        plans_follow!("customers", "customer_id"),
        // Its owner is not of the team; the others go where its pool says so.
        "delete from customer_team m using customers c, customer_pools p
         where m.tenant_id = $1 and m.customer_id = any($2) and c.tenant_id = $1 and c.id = m.customer_id
           and p.tenant_id = $1 and p.id = c.origin_pool_id and (p.clear_team or m.user_id = c.owner_id)",
    ],
    recycling: customers::recycle::RECYCLING
);

/// Every kind of record that people hold.
pub fn all() -> [&'static Owned; 2] {
    [&LEAD, &CUSTOMER]
}
