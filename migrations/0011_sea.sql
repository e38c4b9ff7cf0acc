-- The public sea: when customers go back to it, who works on them beside their owners, and how they belong together.

-- ── Recycling ──────────────────────────────────────────────────────────────────────────────

-- The earliest due date after a change of the rules, so that a change does not empty everybody's list overnight.
alter table customer_pools add column recycle_not_before date;

-- What one night's run found that goes back, until it has gone: found once, done in parts, each for itself.
create table recycle_queue (
    tenant_id uuid not null default app.tenant(),
    object text not null check (object in ('lead', 'customer')),
    record_id uuid not null,
    on_date date not null,
    primary key (tenant_id, object, record_id)
);
call app.fence('recycle_queue');

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
