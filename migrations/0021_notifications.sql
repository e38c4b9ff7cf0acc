-- Who is told of what, what he was told, and how it got to him.

-- An organisation's own rules for an event stand in place of the product's.
create table notification_rules (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    event text not null check (length(event) between 3 and 100),
    -- [{"kind": "owner"}, {"kind": "users", "ids": […]}]
    recipients jsonb not null check (jsonb_typeof(recipients) = 'array'),
    channels text[] not null default '{}',
    urgent boolean not null default false,
    is_active boolean not null default true,
    primary key (tenant_id, id)
);
call app.adopt('notification_rules');
create index notification_rules_event on notification_rules (tenant_id, event) where deleted_at is null;
create index notification_rules_created on notification_rules (tenant_id, created_at desc, id desc);
create index notification_rules_bin on notification_rules (tenant_id, deleted_at desc) where deleted_at is not null;

create table notification_templates (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    event text not null check (length(event) between 3 and 100),
    channel text not null,
    locale text not null,
    subject text not null check (length(subject) between 1 and 200),
    body text not null check (length(body) between 1 and 5000),
    primary key (tenant_id, id)
);
call app.adopt('notification_templates');
create unique index notification_templates_once on notification_templates (tenant_id, event, channel, locale)
    where deleted_at is null;
create index notification_templates_created on notification_templates (tenant_id, created_at desc, id desc);
create index notification_templates_bin on notification_templates (tenant_id, deleted_at desc)
    where deleted_at is not null;

-- What one person was told. It is its own history.
create table notifications (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    recipient_id uuid not null,
    event text not null,
    title text not null,
    body text not null,
    resource text not null,
    record_id uuid not null,
    urgent boolean not null default false,
    read_at timestamptz,
    -- Told once: event, record and business date; where each time counts, the event's own id.
    dedupe_key text not null,
    version bigint not null default 1,
    created_at timestamptz not null default app.now(),
    created_by uuid,
    updated_at timestamptz not null default app.now(),
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, recipient_id) references users
);
call app.fence('notifications');
create unique index notifications_once on notifications (tenant_id, recipient_id, dedupe_key);
create index notifications_mine on notifications (tenant_id, recipient_id, created_at desc, id desc);
create index notifications_unread on notifications (tenant_id, recipient_id, created_at desc, id desc)
    where read_at is null;
create index notifications_created on notifications (tenant_id, created_at desc, id desc);

-- How a message goes out by another channel than the product itself.
create table notification_deliveries (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    notification_id uuid,
    event text not null,
    recipient_id uuid not null,
    channel text not null,
    address text,
    subject text not null,
    body text not null,
    urgent boolean not null default false,
    status text not null default 'queued' check (status in ('queued', 'sent', 'simulated', 'failed')),
    tries int not null default 0,
    -- When it is tried next; while somebody tries, when he is given up for dead.
    next_try_at timestamptz,
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
    foreign key (tenant_id, recipient_id) references users,
    foreign key (tenant_id, notification_id) references notifications on delete cascade,
    constraint notification_deliveries_waits check ((status = 'queued') = (next_try_at is not null))
);
call app.fence('notification_deliveries');
create unique index notification_deliveries_once on notification_deliveries (tenant_id, notification_id, channel);
create index notification_deliveries_due on notification_deliveries (next_try_at) where status = 'queued';
create index notification_deliveries_status on notification_deliveries (tenant_id, status, created_at desc, id desc);
create index notification_deliveries_recipient on notification_deliveries (tenant_id, recipient_id);
create index notification_deliveries_created on notification_deliveries (tenant_id, created_at desc, id desc);
grant select (tenant_id, status, next_try_at) on notification_deliveries to guanxi_dispatcher;
create policy dispatcher on notification_deliveries for select to guanxi_dispatcher using (true);

-- What somebody wants to hear by which channel, and when not to be disturbed.
create table notification_preferences (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    -- {"from": "21:00", "to": "08:00"}
    quiet_hours jsonb,
    -- {"lead.assigned": {"email": true}}
    choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references users
);
call app.fence('notification_preferences');

-- Up to where in the stream of its events everybody of an organisation was told.
create table dispatch_places (
    tenant_id uuid not null default app.tenant(),
    transaction xid8 not null,
    sequence bigint not null,
    primary key (tenant_id)
);
call app.fence('dispatch_places');
grant select on dispatch_places to guanxi_dispatcher;
create policy dispatcher on dispatch_places for select to guanxi_dispatcher using (true);
