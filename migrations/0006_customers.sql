-- Customers, their contacts, and the pools of the public sea.

create table customer_pools (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    member_may_transfer boolean not null default false,
    -- What one person may hold out of this pool, and whether customers who bought count.
    hold_limit int check (hold_limit between 0 and 1000000),
    dealt_counts boolean not null default false,
    -- Whether the team goes when the owner changes.
    clear_team boolean not null default false,
    remind_days int not null default 7 check (remind_days between 0 and 60),
    recycle_rules jsonb not null default '[]' check (jsonb_typeof(recycle_rules) = 'array'),
    primary key (tenant_id, id)
);
call app.adopt('customer_pools');
call app.pool('customer_pools', 10, 15);
create index customer_pools_created on customer_pools (tenant_id, created_at desc, id desc);

create table customers (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    no text not null,
    name text not null check (length(name) between 1 and 200),
    name_key text not null,
    short_name text,
    aliases text[] not null default '{}',
    kind text not null default 'company' check (kind in ('company', 'person')),
    category text not null default 'external' check (category in ('external', 'internal', 'partner')),
    role text not null default 'end_customer' check (role in ('end_customer', 'distributor', 'dealer', 'wholesaler',
        'agent', 'supplier', 'government', 'cooperator', 'member', 'other')),
    stage text not null default 'potential' check (stage in ('potential', 'intent', 'prospective', 'signed', 'member')),
    nature text check (nature in ('state', 'private', 'foreign', 'joint', 'government', 'institution', 'individual',
        'other')),
    uscc text,
    industry text,
    scale text,
    region text,
    address text,
    lat numeric(9, 6) check (lat between -90 and 90),
    lng numeric(9, 6) check (lng between -180 and 180),
    phone text,
    phones text[] not null default '{}',
    email text,
    website text,
    wechat text,
    source text,
    requirement text,
    level text check (level in ('A', 'B', 'C', 'D')),
    level_source text not null default 'manual' check (level_source in ('auto', 'manual')),
    level_until date,
    value_class text check (value_class in ('A', 'B', 'C')),
    rfm jsonb,
    need_types text[] not null default '{}',
    relationship text check (relationship in ('acquaintance', 'satisfied', 'loyal', 'strategic', 'strained')),
    is_key_account boolean not null default false,
    credit_limit numeric(20, 4) check (credit_limit >= 0),
    payment_terms_days int not null default 30 check (payment_terms_days between 0 and 3650),
    satisfaction_avg numeric(4, 2),
    parent_id uuid,
    tags text[] not null default '{}',
    custom jsonb not null default '{}',
    remark text,
    external_source text,
    external_id text,

    status text not null check (status in ('pooled', 'owned', 'merged')),
    locked boolean not null default false,
    locked_until date,
    locked_by uuid,
    lock_reason text,
    deal_status text not null default 'none' check (deal_status in ('none', 'dealt')),
    first_deal_at timestamptz,
    last_deal_at timestamptz,
    last_activity_at timestamptz,
    next_contact_at timestamptz,
    next_contact_explicit boolean not null default false,
    lifecycle text not null default 'acquisition' check (lifecycle in ('acquisition', 'maintenance', 'retention',
        'churned')),
    churn_level text check (churn_level in ('low', 'medium', 'high')),
    churn_score numeric(5, 2),
    merged_into uuid,
    -- The lead that it was made from.
    lead_id uuid,
    -- Why it was created though it looked like another one.
    duplicate_reason text,

    -- Normal forms of phones, website and mail, for recognising the same customer written differently.
    match_keys text[] not null default '{}',

    primary key (tenant_id, id),
    foreign key (tenant_id, parent_id) references customers,
    foreign key (tenant_id, merged_into) references customers,
    constraint customers_not_its_parent check (parent_id <> id)
);
call app.searchable('customers');
call app.adopt('customers');
call app.own('customers', 'customer_pools');
alter table customers add constraint customers_status_holder check (case status
    when 'pooled' then pool_id is not null and not locked and merged_into is null
    when 'owned' then owner_id is not null and merged_into is null
    else merged_into is not null end);
create unique index customers_no on customers (tenant_id, no) where deleted_at is null;
create unique index customers_uscc on customers (tenant_id, uscc) where deleted_at is null and status <> 'merged';
create unique index customers_external on customers (tenant_id, external_source, external_id)
    where deleted_at is null and external_id is not null;
create index customers_name_key on customers (tenant_id, name_key) where deleted_at is null;
create index customers_created on customers (tenant_id, created_at desc, id desc) where deleted_at is null;
create index customers_next_contact on customers (tenant_id, owner_id, next_contact_at)
    where deleted_at is null and next_contact_at is not null;
create index customers_parent on customers (tenant_id, parent_id) where parent_id is not null;
create index customers_merged on customers (tenant_id, merged_into) where merged_into is not null;
create index customers_lead on customers (tenant_id, lead_id) where lead_id is not null;
create index customers_bin on customers (tenant_id, deleted_at desc) where deleted_at is not null;
-- Asked at each creation: a list of what is pending would have to be read each time.
create index customers_match on customers using gin (tenant_id, match_keys) with (fastupdate = off);

create table contacts (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    customer_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    gender text check (gender in ('male', 'female', 'unknown')),
    title text,
    department text,
    role_in_deal text check (role_in_deal in ('decision_maker', 'influencer', 'user', 'champion', 'blocker', 'finance',
        'purchasing')),
    mobile text,
    mobile_norm text,
    phone text,
    email text,
    wechat text,
    address text,
    -- 1990-05-01, or --05-01 where the year is not known; a lunar date where the calendar says so.
    birthday text check (birthday ~ '^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$'),
    birthday_calendar text not null default 'solar' check (birthday_calendar in ('solar', 'lunar')),
    preferences jsonb not null default '{}',
    social jsonb not null default '{}',
    reports_to_id uuid,
    is_primary boolean not null default false,
    do_not_contact text[] not null default '{}',
    consent boolean,
    status text not null default 'active' check (status in ('active', 'left')),
    tags text[] not null default '{}',
    custom jsonb not null default '{}',
    remark text,
    external_source text,
    external_id text,

    -- Those of its customer, always.
    owner_id uuid,
    owner_department_id uuid,
    pool_id uuid,

    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customers,
    foreign key (tenant_id, reports_to_id) references contacts,
    foreign key (tenant_id, owner_id) references users,
    foreign key (tenant_id, owner_department_id) references departments,
    foreign key (tenant_id, pool_id) references customer_pools,
    constraint contacts_held check (num_nonnulls(owner_id, pool_id) = 1),
    constraint contacts_not_own_superior check (reports_to_id <> id)
);
call app.searchable('contacts');
call app.adopt('contacts');
create unique index contacts_primary on contacts (tenant_id, customer_id) where is_primary and deleted_at is null;
create unique index contacts_external on contacts (tenant_id, external_source, external_id)
    where deleted_at is null and external_id is not null;
create index contacts_customer on contacts (tenant_id, customer_id, created_at desc, id desc);
create index contacts_mobile on contacts (tenant_id, mobile_norm) where deleted_at is null and mobile_norm is not null;
create index contacts_created on contacts (tenant_id, created_at desc, id desc) where deleted_at is null;
create index contacts_owner on contacts (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index contacts_department on contacts (tenant_id, owner_department_id, created_at desc, id desc)
    where deleted_at is null;
create index contacts_pool on contacts (tenant_id, pool_id) where deleted_at is null and pool_id is not null;
create index contacts_reports_to on contacts (tenant_id, reports_to_id) where reports_to_id is not null;
create index contacts_bin on contacts (tenant_id, deleted_at desc) where deleted_at is not null;

-- What a lead became, and where a customer came from.
alter table leads
    add foreign key (tenant_id, customer_id) references customers,
    add foreign key (tenant_id, contact_id) references contacts;
alter table customers add foreign key (tenant_id, lead_id) references leads;
