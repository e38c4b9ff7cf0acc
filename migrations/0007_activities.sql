-- What was said and done: calls, visits, mails, notes.

create table activities (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    subject text not null check (subject in ('lead', 'customer', 'contact')),
    subject_id uuid not null,
    lead_id uuid,
    -- The customer it is about, or whose contact it is about.
    customer_id uuid,
    contact_id uuid,
    kind text not null check (kind in ('call', 'visit', 'email', 'meeting', 'wechat', 'sms', 'demo', 'note', 'request',
        'other')),
    direction text not null check (direction in ('in', 'out')),
    content text not null check (length(content) between 1 and 5000),
    outcome text check (outcome in ('reached', 'no_answer', 'refused', 'interested', 'agreed_next', 'other')),
    occurred_at timestamptz not null,
    duration_s int check (duration_s between 0 and 604800),
    participant_ids uuid[] not null default '{}',
    location text,
    next_contact_at timestamptz,
    counts_as_contact boolean not null,
    -- Written by the product itself; nobody changes it.
    system boolean not null default false,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references leads,
    foreign key (tenant_id, customer_id) references customers,
    foreign key (tenant_id, contact_id) references contacts,
    constraint activities_subject check (case subject
        when 'lead' then lead_id = subject_id and customer_id is null and contact_id is null
        when 'customer' then customer_id = subject_id and lead_id is null
        else contact_id = subject_id and customer_id is not null and lead_id is null end)
);
call app.adopt('activities');
create index activities_occurred on activities (tenant_id, occurred_at desc, id desc) where deleted_at is null;
create index activities_author on activities (tenant_id, created_by, occurred_at desc, id desc)
    where deleted_at is null;
create index activities_lead on activities (tenant_id, lead_id, occurred_at desc, id desc)
    where deleted_at is null and lead_id is not null;
create index activities_customer on activities (tenant_id, customer_id, occurred_at desc, id desc)
    where deleted_at is null and customer_id is not null;
create index activities_contact on activities (tenant_id, contact_id, occurred_at desc, id desc)
    where deleted_at is null and contact_id is not null;
create index activities_bin on activities (tenant_id, deleted_at desc) where deleted_at is not null;
