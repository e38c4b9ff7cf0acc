-- What an organisation sets up for itself: settings, words, numbers, saved views; and what jobs and live updates need.

create table settings (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    key text not null check (length(key) <= 100),
    value jsonb not null,
    primary key (tenant_id, id)
);
call app.adopt('settings');
create unique index settings_key on settings (tenant_id, key);
create trigger rights_changed after insert or update or delete on settings
    for each statement execute function app.rights_changed();

create table dictionaries (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    code text not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name text not null check (length(name) between 1 and 200),
    name_en text not null check (length(name_en) between 1 and 200),
    -- The product decides by its codes: its words are renamed, not added.
    fixed boolean not null default false,
    system boolean not null default false,
    -- [{"code", "zh", "en", "color", "active", "default", "parent", "system"}] in the order they are shown
    items jsonb not null default '[]' check (jsonb_typeof(items) = 'array'),
    primary key (tenant_id, id)
);
call app.adopt('dictionaries');
create unique index dictionaries_code on dictionaries (tenant_id, code) where deleted_at is null;

create table numbering_rules (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    object text not null check (length(object) between 1 and 40),
    segments jsonb not null,
    separator text not null,
    reset text not null check (reset in ('daily', 'monthly', 'yearly', 'never')),
    primary key (tenant_id, id)
);
call app.adopt('numbering_rules');
create unique index numbering_rules_object on numbering_rules (tenant_id, object) where deleted_at is null;

create table number_counters (
    tenant_id uuid not null default app.tenant(),
    object text not null,
    period text not null,
    drawn bigint not null,
    -- The business date of the last number: a rule that counts otherwise begins behind what was drawn in its period.
    last_on date not null,
    primary key (tenant_id, object, period)
);
call app.fence('number_counters');
create index number_counters_last on number_counters (tenant_id, object, last_on);

create table views (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    resource text not null check (length(resource) between 1 and 60),
    name text not null check (length(name) between 1 and 200),
    owner_id uuid not null,
    shared boolean not null default false,
    columns jsonb not null default '[]',
    filter jsonb,
    sort text,
    pinned boolean not null default false,
    is_default boolean not null default false,
    position int not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references users
);
call app.adopt('views');
create index views_owner on views (tenant_id, owner_id, resource);
create index views_shared on views (tenant_id, resource) where shared;
create index views_created on views (tenant_id, created_at desc, id desc);

-- Events in the order of their transactions: whoever reads up to the oldest transaction that still runs misses none.
alter table outbox add column transaction xid8 not null default pg_current_xact_id();
drop index outbox_sequence;
create index outbox_order on outbox (transaction, sequence);
create index outbox_tenant on outbox (tenant_id, transaction, sequence);

alter table job_runs add column error text, add column actor_id uuid default app.actor();
create index job_runs_day on job_runs (tenant_id, job, business_date) where not dry_run;
