-- Other programs that are told of events.

create table webhooks (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    url text not null check (length(url) between 1 and 2000),
    events text[] not null,
    is_active boolean not null default true,
    allow_private boolean not null default false,
    -- Whoever made it: what he may see is told.
    owner_id uuid not null,
    -- The secret follows from the server's own and this number; it is kept nowhere.
    secret_number int not null default 1,
    failing_since timestamptz,
    dead_at timestamptz,
    status text not null generated always as (
        case when dead_at is not null then 'dead' when is_active then 'active' else 'paused' end) stored,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references users
);
call app.adopt('webhooks');
create index webhooks_owner on webhooks (tenant_id, owner_id);
create index webhooks_created on webhooks (tenant_id, created_at desc, id desc);
create index webhooks_bin on webhooks (tenant_id, deleted_at desc) where deleted_at is not null;

create table webhook_deliveries (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    webhook_id uuid not null,
    -- What receivers know it by: the same each time it is told.
    event_id uuid not null,
    event text not null,
    -- As it is signed and sent.
    payload text not null,
    status text not null default 'queued' check (status in ('queued', 'sent', 'dead')),
    tries int not null default 0,
    next_try_at timestamptz,
    response_status int,
    error text,
    sent_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null default app.now(),
    created_by uuid,
    updated_at timestamptz not null default app.now(),
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, webhook_id) references webhooks on delete cascade,
    constraint webhook_deliveries_waits check ((status = 'queued') = (next_try_at is not null))
);
call app.fence('webhook_deliveries');
create unique index webhook_deliveries_once on webhook_deliveries (tenant_id, webhook_id, event_id);
create index webhook_deliveries_due on webhook_deliveries (next_try_at) where status = 'queued';
create index webhook_deliveries_webhook on webhook_deliveries (tenant_id, webhook_id, created_at desc, id desc);
create index webhook_deliveries_created on webhook_deliveries (tenant_id, created_at desc, id desc);
grant select (tenant_id, status, next_try_at) on webhook_deliveries to guanxi_dispatcher;
create policy dispatcher on webhook_deliveries for select to guanxi_dispatcher using (true);
