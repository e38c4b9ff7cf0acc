-- How deals go: pipelines with their stages, competitors, and what money of elsewhere is worth.

create table pipelines (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    -- Whose pipeline it is; none: everybody's.
    department_ids uuid[] not null default '{}',
    -- What its deals are in where nothing is said; none: the organisation's own.
    currency text,
    allow_backward boolean not null default true,
    allow_skip boolean not null default true,
    allow_reopen boolean not null default false,
    is_default boolean not null default false,
    active boolean not null default true,
    primary key (tenant_id, id),
    constraint pipelines_default_is_active check (active or not is_default)
);
call app.adopt('pipelines');
create unique index pipelines_name on pipelines (tenant_id, name) where deleted_at is null;
create unique index pipelines_default on pipelines (tenant_id) where is_default and deleted_at is null;
create index pipelines_created on pipelines (tenant_id, created_at desc, id desc);
create trigger rights_changed after insert or update or delete on pipelines
    for each statement execute function app.rights_changed();

create table stages (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    pipeline_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    position int not null check (position between 0 and 9999),
    type text not null default 'open' check (type in ('open', 'won', 'lost', 'abandoned')),
    probability int not null,
    forecast_category text not null check (forecast_category in ('pipeline', 'best_case', 'commit', 'omitted', 'closed')),
    -- A deal that stays longer is stalled; none: never.
    max_days int check (max_days between 1 and 3650),
    -- When its customer is to be spoken to after a deal came here; none: nothing is said.
    contact_days int check (contact_days between 1 and 3650),
    required_fields text[] not null default '{}',
    required_tasks text[] not null default '{}',
    min_activities int not null default 0 check (min_activities between 0 and 1000),
    primary key (tenant_id, id),
    foreign key (tenant_id, pipeline_id) references pipelines,
    constraint stages_fit_their_type check (case type
        when 'open' then probability between 1 and 99 and forecast_category <> 'closed'
        when 'won' then probability = 100 and forecast_category = 'closed'
        else probability = 0 and forecast_category = 'omitted' end)
);
call app.adopt('stages');
create unique index stages_name on stages (tenant_id, pipeline_id, name) where deleted_at is null;
create unique index stages_one_of_each_end on stages (tenant_id, pipeline_id, type)
    where type <> 'open' and deleted_at is null;
create index stages_pipeline on stages (tenant_id, pipeline_id, position, id);
create index stages_position on stages (tenant_id, position, id) where deleted_at is null;
create trigger rights_changed after insert or update or delete on stages
    for each statement execute function app.rights_changed();

create table competitors (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    website text,
    products text check (length(products) <= 5000),
    strengths text check (length(strengths) <= 5000),
    weaknesses text check (length(weaknesses) <= 5000),
    primary key (tenant_id, id)
);
call app.adopt('competitors');
create unique index competitors_name on competitors (tenant_id, name) where deleted_at is null;
create index competitors_created on competitors (tenant_id, created_at desc, id desc);

create table exchange_rates (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    currency text not null,
    -- The first day on which it holds.
    effective_on date not null,
    -- What one unit is worth in the organisation's own currency.
    rate numeric(20, 8) not null check (rate > 0),
    primary key (tenant_id, id)
);
call app.adopt('exchange_rates');
create unique index exchange_rates_once on exchange_rates (tenant_id, currency, effective_on) where deleted_at is null;
create index exchange_rates_effective on exchange_rates (tenant_id, effective_on desc, id desc) where deleted_at is null;
