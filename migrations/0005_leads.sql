-- Leads, their pools, and the rules by which they are shared out and rated.

create table lead_pools (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    auto_assign_rule_id uuid,
    recycle_enabled boolean not null default true,
    -- Null: this reason does not count.
    no_followup_days int default 15 check (no_followup_days between 1 and 3650),
    not_converted_days int default 60 check (not_converted_days between 1 and 3650),
    recycle_mode text not null default 'any' check (recycle_mode in ('any', 'all')),
    remind_days int not null default 3 check (remind_days between 0 and 60),
    working_days_only boolean not null default false,
    -- Who and what is never taken back.
    exempt_levels text[] not null default '{}',
    exempt_tags text[] not null default '{}',
    exempt_role_ids uuid[] not null default '{}',
    -- The earliest due date after a change of the rule, so that a change does not empty everybody's list overnight.
    recycle_not_before date,
    primary key (tenant_id, id)
);
call app.adopt('lead_pools');
call app.pool('lead_pools', 20, 7);
create index lead_pools_created on lead_pools (tenant_id, created_at desc, id desc);

create table leads (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    no text not null,
    company_name text,
    contact_name text,
    name text not null generated always as (coalesce(company_name, contact_name)) stored,
    name_key text not null default '',
    title text,
    phone text,
    phone_norm text,
    mobile text,
    mobile_norm text,
    email text,
    wechat text,
    region text,
    address text,
    industry text,
    level text check (level in ('A', 'B', 'C', 'D')),
    source text,
    intended_product_ids uuid[] not null default '{}',
    requirement text,
    budget numeric(20, 4) check (budget >= 0),
    currency char(3),
    expected_date date,
    tags text[] not null default '{}',
    external_source text,
    external_id text,
    status text not null check (status in ('unassigned', 'pending', 'following', 'invalid', 'converted')),
    last_activity_at timestamptz,
    last_activity_on date,
    last_activity_by uuid,
    next_contact_at timestamptz,
    score int not null default 0 check (score between 0 and 100),
    grade text not null default 'D' check (grade in ('A', 'B', 'C', 'D')),
    invalid_reason text,
    converted_at timestamptz,
    converted_by uuid,
    customer_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    primary key (tenant_id, id)
);
call app.searchable('leads');
call app.adopt('leads');
call app.own('leads', 'lead_pools');
alter table leads
    add constraint leads_named check (company_name is not null or contact_name is not null),
    add constraint leads_state check (case status
        when 'unassigned' then pool_id is not null
        when 'invalid' then true
        else owner_id is not null end
        and (status = 'converted') = (customer_id is not null)
        and (status = 'converted') = (converted_at is not null)
        and (status = 'invalid') = (invalid_reason is not null));
create unique index leads_no on leads (tenant_id, no);
create unique index leads_external on leads (tenant_id, external_source, external_id)
    where deleted_at is null and external_id is not null;
create index leads_created on leads (tenant_id, created_at desc, id desc) where deleted_at is null;
create index leads_status on leads (tenant_id, status, created_at desc, id desc) where deleted_at is null;
create index leads_held on leads (tenant_id, owner_id, status) where deleted_at is null and owner_id is not null;
create index leads_phone on leads (tenant_id, phone_norm) where phone_norm is not null and deleted_at is null;
create index leads_mobile on leads (tenant_id, mobile_norm) where mobile_norm is not null and deleted_at is null;
create index leads_email on leads (tenant_id, email) where email is not null and deleted_at is null;
create index leads_name_key on leads (tenant_id, name_key) where name_key <> '' and deleted_at is null;
create index leads_next_contact on leads (tenant_id, owner_id, next_contact_at)
    where deleted_at is null and next_contact_at is not null;
create index leads_creator on leads (tenant_id, created_by, created_at desc, id desc) where deleted_at is null;
create index leads_customer on leads (tenant_id, customer_id) where customer_id is not null;
create index leads_contact on leads (tenant_id, contact_id) where contact_id is not null;

create table assignment_rules (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    -- The pool whose new leads it is asked about; null: of every pool that names no rule of its own.
    pool_id uuid,
    priority int not null default 0,
    active boolean not null default true,
    -- A filter over the lead; null: every lead.
    condition jsonb,
    method text not null check (method in ('fixed', 'round_robin', 'weighted', 'least_loaded')),
    user_ids uuid[] not null default '{}',
    -- How often each of `user_ids` is served, in their order; for `weighted`.
    weights jsonb not null default '[]',
    -- The pool that leads are put into instead of being given to somebody; for `fixed`.
    target_pool_id uuid,
    skip_full boolean not null default true,
    skip_on_leave boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id, pool_id) references lead_pools,
    foreign key (tenant_id, target_pool_id) references lead_pools
);
call app.adopt('assignment_rules');
create unique index assignment_rules_name on assignment_rules (tenant_id, name) where deleted_at is null;
create index assignment_rules_order on assignment_rules (tenant_id, priority, id) where deleted_at is null;
create index assignment_rules_created on assignment_rules (tenant_id, created_at desc, id desc);
create index assignment_rules_pool on assignment_rules (tenant_id, pool_id) where pool_id is not null;
create index assignment_rules_target on assignment_rules (tenant_id, target_pool_id) where target_pool_id is not null;
alter table lead_pools add foreign key (tenant_id, auto_assign_rule_id) references assignment_rules;
create index lead_pools_rule on lead_pools (tenant_id, auto_assign_rule_id) where auto_assign_rule_id is not null;

-- Whose turn it is; kept out of the rule, so that sharing out is no change of the rule.
create table assignment_turns (
    tenant_id uuid not null default app.tenant(),
    rule_id uuid not null,
    state jsonb not null default '{}',
    primary key (tenant_id, rule_id),
    foreign key (tenant_id, rule_id) references assignment_rules
);
call app.fence('assignment_turns');

create table scoring_rules (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('fit', 'negative')),
    -- A filter over the lead.
    condition jsonb not null,
    points int not null check (points between -100 and 100),
    max_points int not null default 100 check (max_points between 0 and 100),
    active boolean not null default true,
    primary key (tenant_id, id)
);
call app.adopt('scoring_rules');
create unique index scoring_rules_name on scoring_rules (tenant_id, name) where deleted_at is null;
create index scoring_rules_created on scoring_rules (tenant_id, created_at desc, id desc);

-- What owners and admins were told, so that a second run on the same day does not tell it again.
create table lead_notices (
    tenant_id uuid not null default app.tenant(),
    lead_id uuid not null,
    kind text not null check (kind in ('recycle_window', 'recycle_last_day', 'unassigned', 'untouched')),
    -- The date that it is about: a new due date reminds anew.
    about date not null,
    primary key (tenant_id, lead_id, kind, about),
    foreign key (tenant_id, lead_id) references leads on delete cascade
);
call app.fence('lead_notices');

-- The n-th day from Monday to Friday after a date.
create function app.plus_weekdays(day date, n int) returns date immutable parallel safe language sql
return day - greatest(extract(isodow from day)::int - 5, 0) + n
    + 2 * ((n + least(extract(isodow from day)::int, 5) - 1) / 5);
