-- What is known about customers beyond their fields, and who wants to be told of what.

create table customer_knowledge (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    customer_id uuid not null,
    kind text not null check (kind in ('preference', 'channel', 'behaviour', 'decision_process', 'competitor', 'risk',
        'other')),
    text text not null check (length(text) between 1 and 5000),
    -- The record that it was learned from.
    source_resource text,
    source_id uuid,
    confidence text not null default 'mid' check (confidence in ('low', 'mid', 'high')),
    valid_until date,
    visibility text not null default 'customer' check (visibility in ('customer', 'organisation')),
    status text not null default 'draft' check (status in ('draft', 'published')),
    published_at timestamptz,
    published_by uuid,
    -- Everybody in the organisation reads it, whether or not he sees the customer.
    shared boolean not null generated always as (status = 'published' and visibility = 'organisation') stored,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customers on delete cascade,
    constraint customer_knowledge_source check ((source_resource is null) = (source_id is null)),
    constraint customer_knowledge_published check ((status = 'published') = (published_at is not null))
);
call app.adopt('customer_knowledge');
create index customer_knowledge_customer on customer_knowledge (tenant_id, customer_id, created_at desc, id desc);
create index customer_knowledge_created on customer_knowledge (tenant_id, created_at desc, id desc)
    where deleted_at is null;
create index customer_knowledge_author on customer_knowledge (tenant_id, created_by, created_at desc, id desc)
    where deleted_at is null;
create index customer_knowledge_shared on customer_knowledge (tenant_id, created_at desc, id desc)
    where shared and deleted_at is null;
create index customer_knowledge_bin on customer_knowledge (tenant_id, deleted_at desc) where deleted_at is not null;

create table knowledge_subscriptions (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    -- Who is told.
    user_ids uuid[] not null default '{}',
    role_ids uuid[] not null default '{}',
    department_ids uuid[] not null default '{}',
    -- Of what; naming none, of all.
    kinds text[] not null default '{}',
    levels text[] not null default '{}',
    industries text[] not null default '{}',
    primary key (tenant_id, id),
    constraint knowledge_subscriptions_somebody check (cardinality(user_ids || role_ids || department_ids) > 0)
);
call app.adopt('knowledge_subscriptions');
create index knowledge_subscriptions_created on knowledge_subscriptions (tenant_id, created_at desc, id desc)
    where deleted_at is null;
create index knowledge_subscriptions_bin on knowledge_subscriptions (tenant_id, deleted_at desc)
    where deleted_at is not null;
