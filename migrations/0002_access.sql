-- Tenants, departments, people, roles, sessions and keys.

create table tenants (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,31}$'),
    name text not null,
    timezone text not null default 'Asia/Shanghai',
    locale text not null default 'zh-CN',
    base_currency char(3) not null default 'CNY',
    active boolean not null default true,
    created_at timestamptz not null default now()
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant on tenants using (id = (select app.tenant()));
create policy dispatcher on tenants to guanxi_dispatcher using (true);
grant select on tenants to guanxi_dispatcher;
do $$
begin
    execute format('create policy owner on tenants to %I using (true)', current_user);
end $$;

-- The one question that is asked before a tenant is known.
create function app.tenant_by_code(wanted text) returns table (id uuid, timezone text, active boolean)
language sql stable security definer set search_path = public, app as $$
    select id, timezone, active from tenants where code = wanted
$$;

create table departments (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    parent_id uuid,
    manager_id uuid,
    -- The ids from the root to this department, itself included.
    path uuid[] not null,
    position int not null default 0,
    active boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent_id) references departments,
    check (cardinality(path) between 1 and 10 and path[cardinality(path)] = id)
);
call app.adopt('departments');
create index departments_parent on departments (tenant_id, parent_id);
create index departments_manager on departments (tenant_id, manager_id);
create index departments_created on departments (tenant_id, created_at desc, id desc);
create unique index departments_name on departments (tenant_id, parent_id, name)
    where deleted_at is null and parent_id is not null;

create table users (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    no text,
    login text not null check (length(login) between 1 and 64),
    name text not null check (length(name) between 1 and 100),
    mobile text,
    email text,
    department_id uuid not null,
    extra_department_ids uuid[] not null default '{}',
    superior_id uuid,
    role_ids uuid[] not null default '{}',
    status text not null default 'active' check (status in ('invited', 'active', 'on_leave', 'disabled', 'left')),
    locale text not null default 'zh-CN',
    timezone text,
    password_hash text,
    must_change_password boolean not null default false,
    primary key (tenant_id, id),
    foreign key (tenant_id, department_id) references departments,
    foreign key (tenant_id, superior_id) references users
);
call app.searchable('users');
call app.adopt('users');
create unique index users_login on users (tenant_id, login) where deleted_at is null;
create index users_department on users (tenant_id, department_id);
create index users_superior on users (tenant_id, superior_id);
create index users_created on users (tenant_id, created_at desc, id desc);
alter table departments add foreign key (tenant_id, manager_id) references users;

-- What changes at each sign-in stays out of the person's history and version.
create table sign_ins (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    last_login_at timestamptz,
    -- Hashes of the last passwords, newest first.
    old_passwords text[] not null default '{}',
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references users
);
call app.fence('sign_ins');

-- Wrong passwords, by what was typed: a login that nobody has locks like any other, so that nothing is told by it.
create table failed_sign_ins (
    tenant_id uuid not null default app.tenant(),
    login text not null check (length(login) <= 64),
    failures int not null,
    last_at timestamptz not null,
    locked_until timestamptz,
    primary key (tenant_id, login)
);
call app.fence('failed_sign_ins');
create index failed_sign_ins_age on failed_sign_ins (tenant_id, last_at);

create table roles (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    code text not null check (code ~ '^[a-z0-9_]{2,40}$'),
    name text not null check (length(name) between 1 and 100),
    description text,
    system boolean not null default false,
    -- [{"permission", "scope", "departments"?}] and [{"object", "field", "access", "mask"}]
    grants jsonb not null default '[]',
    fields jsonb not null default '[]',
    primary key (tenant_id, id)
);
call app.adopt('roles');
create unique index roles_code on roles (tenant_id, code) where deleted_at is null;

-- Counts what changes rights, so that a server knows without reading them all that those it holds still stand.
create table access_epochs (
    tenant_id uuid not null default app.tenant(),
    epoch bigint not null default 1,
    primary key (tenant_id)
);
call app.fence('access_epochs');

create function app.rights_changed() returns trigger language plpgsql as $$
begin
    insert into access_epochs as e (tenant_id) values (app.tenant())
    on conflict (tenant_id) do update set epoch = e.epoch + 1;
    return null;
end $$;

create trigger rights_changed after insert or update or delete on departments
    for each statement execute function app.rights_changed();
create trigger rights_changed after insert or update or delete on users
    for each statement execute function app.rights_changed();
create trigger rights_changed after insert or update or delete on roles
    for each statement execute function app.rights_changed();
create trigger rights_changed after update on tenants
    for each statement execute function app.rights_changed();

create table sessions (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    user_id uuid not null,
    -- The hash of the refresh token that is good now; whoever shows an older one stole it.
    token_hash bytea not null,
    user_agent text,
    ip text,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references users
);
call app.fence('sessions');
create index sessions_user on sessions (tenant_id, user_id, created_at desc);

create table api_keys (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    user_id uuid not null,
    secret_hash bytea not null,
    hint text not null,
    -- The permissions that the key is cut down to.
    scopes text[] not null,
    ip_allow text[] not null default '{}',
    expires_at timestamptz,
    rate_per_minute int not null default 600 check (rate_per_minute between 1 and 100000),
    revoked_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references users
);
call app.adopt('api_keys');
create index api_keys_user on api_keys (tenant_id, user_id);
create trigger rights_changed after insert or update or delete on api_keys
    for each statement execute function app.rights_changed();

-- Log-ins, exports, denied attempts: what no row's history tells.
create table audit_log (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    at timestamptz not null default app.now(),
    actor_id uuid default app.actor(),
    actor_kind text not null default 'user' check (actor_kind in ('user', 'api_key', 'system', 'anonymous')),
    action text not null,
    resource text,
    record_id uuid,
    result text not null check (result in ('done', 'denied', 'failed')),
    ip text,
    user_agent text,
    request_id uuid default app.request(),
    details jsonb not null default '{}',
    primary key (tenant_id, id)
);
call app.fence('audit_log');
create index audit_log_at on audit_log (tenant_id, at desc, id desc);
create index audit_log_record on audit_log (tenant_id, record_id, at desc);
revoke update, delete on audit_log from guanxi_app;
