-- The public sea: when customers go back to it, who works on them beside their owners, and how they belong together.

-- ── Recycling ──────────────────────────────────────────────────────────────────────────────

-- The earliest due date after a change of the rules, so that a change does not empty everybody's list overnight.
alter table customer_pools add column recycle_not_before date;

-- The rules of a pool, one line for each rule and level that it counts for: so that a due date is read by an index.
create table recycle_clocks (
    tenant_id uuid not null default app.tenant(),
    pool_id uuid not null,
    level text not null check (level in ('A', 'B', 'C', 'D')),
    -- Its place among the pool's rules.
    rule int not null,
    kind text not null,
    days int not null check (days > 0),
    include_dealt boolean not null,
    exempt_tags text[] not null,
    primary key (tenant_id, pool_id, level, rule),
    foreign key (tenant_id, pool_id) references customer_pools on delete cascade
);
call app.fence('recycle_clocks');

create function app.wind_clocks() returns trigger language plpgsql as $$
begin
    delete from recycle_clocks where tenant_id = new.tenant_id and pool_id = new.id;
    insert into recycle_clocks (tenant_id, pool_id, level, rule, kind, days, include_dealt, exempt_tags)
    select new.tenant_id, new.id, days.key, rules.place, rules.rule ->> 'kind', days.value::int,
        coalesce((rules.rule ->> 'include_dealt')::boolean, false),
        array(select jsonb_array_elements_text(coalesce(rules.rule -> 'exempt_tags', '[]')))
    from jsonb_array_elements(new.recycle_rules) with ordinality as rules (rule, place),
        jsonb_each_text(rules.rule -> 'days') as days
    where (rules.rule ->> 'enabled')::boolean and days.value is not null;
    return null;
end $$;
create trigger wind_clocks after insert or update of recycle_rules on customer_pools
    for each row execute function app.wind_clocks();

-- What owners were told, so that a second run on the same day does not tell it again.
create table customer_notices (
    tenant_id uuid not null default app.tenant(),
    customer_id uuid not null,
    kind text not null check (kind in ('recycle_window', 'recycle_last_day', 'lock_expiring')),
    -- The date that it is about: a new due date reminds anew.
    about date not null,
    primary key (tenant_id, customer_id, kind, about),
    foreign key (tenant_id, customer_id) references customers on delete cascade
);
call app.fence('customer_notices');

create index customers_locked on customers (tenant_id, owner_id, locked_until) where locked and deleted_at is null;

-- ── Teams ──────────────────────────────────────────────────────────────────────────────────

-- Who works on a customer beside its owner, and until when.
create table customer_team (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    customer_id uuid not null,
    user_id uuid not null,
    access text not null check (access in ('read', 'read_write')),
    role_label text,
    expires_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customers on delete cascade,
    foreign key (tenant_id, user_id) references users
);
call app.adopt('customer_team');
create unique index customer_team_member on customer_team (tenant_id, customer_id, user_id);
create index customer_team_user on customer_team (tenant_id, user_id, customer_id) include (access, expires_at);

-- ── Relations ──────────────────────────────────────────────────────────────────────────────

-- How customers deal with each other; whom one belongs to stands in customers.parent_id.
create table customer_relations (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    kind text not null check (kind in ('invoice_to', 'supplier_of', 'end_customer_of', 'dealer_of', 'partner_of',
        'competitor_of')),
    territory text,
    products text,
    valid_from date,
    valid_to date,
    remark text,
    primary key (tenant_id, id),
    foreign key (tenant_id, from_id) references customers on delete cascade,
    foreign key (tenant_id, to_id) references customers on delete cascade,
    constraint customer_relations_not_itself check (from_id <> to_id),
    constraint customer_relations_dates check (valid_from <= valid_to)
);
call app.adopt('customer_relations');
create unique index customer_relations_once on customer_relations (tenant_id, from_id, to_id, kind)
    where deleted_at is null;
create index customer_relations_from on customer_relations (tenant_id, from_id, created_at desc, id desc);
create index customer_relations_to on customer_relations (tenant_id, to_id, created_at desc, id desc);
create index customer_relations_created on customer_relations (tenant_id, created_at desc, id desc);
create index customer_relations_bin on customer_relations (tenant_id, deleted_at desc) where deleted_at is not null;
