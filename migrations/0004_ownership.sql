-- Who holds what, who took it from where, and how many more he may: the same for leads and customers.

-- Append only: daily limits, freezes and reports are counted from it.
create table claim_log (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    object text not null check (object in ('lead', 'customer')),
    record_id uuid not null,
    kind text not null check (kind in ('create', 'claim', 'assign', 'auto_assign', 'transfer', 'return', 'recycle',
        'move', 'invalid', 'restore', 'convert')),
    -- Who had it and who has it; a record without an owner lies in a pool.
    from_owner_id uuid,
    to_owner_id uuid,
    from_pool_id uuid,
    to_pool_id uuid,
    by uuid default app.actor(),
    at timestamptz not null default app.now(),
    -- The organisation's business date of `at`.
    on_date date not null,
    reason text,
    note text,
    primary key (tenant_id, id)
);
call app.fence('claim_log');
revoke update, delete on claim_log from guanxi_app;
create index claim_log_record on claim_log (tenant_id, record_id, at desc, id desc);
create index claim_log_let_go on claim_log (tenant_id, record_id, from_owner_id, on_date desc)
    where from_owner_id is not null;
create index claim_log_received on claim_log (tenant_id, to_owner_id, on_date) where to_owner_id is not null;
create index claim_log_at on claim_log (tenant_id, at desc, id desc);

-- Whoever gives a person one more record locks his row first, so that two at once cannot both find the last place.
create table capacities (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    object text not null check (object in ('lead', 'customer')),
    primary key (tenant_id, user_id, object),
    foreign key (tenant_id, user_id) references users
);
call app.fence('capacities');

-- Claims of one person in one pool on one date: what the log says, under a lock.
create table claim_counters (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    pool_id uuid not null,
    on_date date not null,
    claims int not null check (claims >= 0),
    primary key (tenant_id, user_id, pool_id, on_date)
);
call app.fence('claim_counters');
create index claim_counters_age on claim_counters (tenant_id, on_date);

create table capacity_rules (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    object text not null check (object in ('lead', 'customer')),
    -- Whom it is for; naming nobody, the whole organisation.
    user_ids uuid[] not null default '{}',
    role_ids uuid[] not null default '{}',
    department_ids uuid[] not null default '{}',
    -- Null: any number.
    max_owned int check (max_owned between 0 and 1000000),
    -- The states of leads that count; null: as the settings say.
    count_statuses text[],
    -- Whether customers who bought count; null: as the settings say.
    dealt_counts boolean,
    -- Where two rules are equally close to a person, the lower number counts.
    priority int not null default 0,
    primary key (tenant_id, id)
);
call app.adopt('capacity_rules');
create index capacity_rules_object on capacity_rules (tenant_id, object) where deleted_at is null;
create index capacity_rules_created on capacity_rules (tenant_id, created_at desc, id desc);

-- What every pool has: who belongs to it, what they see of it, and what it asks of those who take from it.
create procedure app.pool(t regclass, daily_limit int, freeze_days int) language plpgsql as $$
begin
    execute format('alter table %1$s
        add column name text not null check (length(name) between 1 and 200),
        add column description text,
        add column enabled boolean not null default true,
        add column is_default boolean not null default false,
        add column user_ids uuid[] not null default ''{}'',
        add column role_ids uuid[] not null default ''{}'',
        add column department_ids uuid[] not null default ''{}'',
        add column admin_ids uuid[] not null default ''{}'',
        add column visible_to_members boolean not null default true,
        add column masked_fields text[] not null default ''{}'',
        add column members_may_claim boolean not null default true,
        add column daily_limit int default %2$s check (daily_limit between 0 and 10000),
        add column prev_owner_freeze_days int not null default %3$s check (prev_owner_freeze_days between 0 and 365),
        add column new_data_wait_days int not null default 0 check (new_data_wait_days between 0 and 365),
        add check (enabled or not is_default)', t, daily_limit, freeze_days);
    execute format('create unique index %1$s_name on %1$s (tenant_id, name) where deleted_at is null', t);
    execute format('create unique index %1$s_default on %1$s (tenant_id) where is_default and deleted_at is null', t);
    -- Who belongs to a pool sees what lies in it.
    execute format('create trigger rights_changed after insert or update or delete on %1$s
        for each statement execute function app.rights_changed()', t);
end $$;

-- What every record has that one person owns or that lies in a pool. Dates are those of the organisation.
create procedure app.own(t regclass, pools regclass) language plpgsql as $$
begin
    execute format('alter table %1$s
        add column owner_id uuid,
        add column owner_department_id uuid,
        add column owned_since timestamptz,
        add column owned_on date,
        add column pool_id uuid,
        add column pooled_at timestamptz,
        add column pooled_on date,
        add column pooled_by text check (pooled_by in (''rep'', ''manager'', ''system'', ''creation'')),
        add column pooled_reason text,
        -- The pool it lies in or came from; its rules count, and it goes back there.
        add column origin_pool_id uuid not null,
        add column last_owner_id uuid,
        add column last_owned_until timestamptz,
        add column last_owned_on date,
        add column claim_count int not null default 0,
        add column return_count int not null default 0,
        add foreign key (tenant_id, owner_id) references users,
        add foreign key (tenant_id, owner_department_id) references departments,
        add foreign key (tenant_id, pool_id) references %2$s,
        add foreign key (tenant_id, origin_pool_id) references %2$s,
        add constraint %1$s_holder check ((owner_id is null) <> (pool_id is null)
            and (owner_id is null) = (owned_since is null) and (owner_id is null) = (owned_on is null)
            and (owner_id is null) = (owner_department_id is null)
            and (pool_id is null or (pool_id = origin_pool_id and pooled_at is not null and pooled_on is not null)))',
        t, pools);
    execute format('create index %1$s_owner on %1$s (tenant_id, owner_id, created_at desc, id desc)
        where deleted_at is null and owner_id is not null', t);
    execute format('create index %1$s_department on %1$s (tenant_id, owner_department_id, created_at desc, id desc)
        where deleted_at is null and owner_department_id is not null', t);
    execute format('create index %1$s_pool on %1$s (tenant_id, pool_id, created_at desc, id desc)
        where deleted_at is null and pool_id is not null', t);
    execute format('create index %1$s_origin on %1$s (tenant_id, origin_pool_id) where deleted_at is null', t);
end $$;
