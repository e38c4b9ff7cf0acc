-- What every table of a tenant relies on: the fence, versions, history, events, idempotency, jobs.

create extension if not exists btree_gin;

create schema app;

-- The server acts as guanxi_app, which owns nothing; the dispatcher alone sees events and jobs of all tenants.
do $$
begin
    create role guanxi_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    create role guanxi_dispatcher nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    execute format('grant guanxi_app, guanxi_dispatcher to %I', current_user);
exception when others then null; -- a superuser needs no grant
end $$;

-- Behind the fence an index answers only what is leakproof; without this each question to a list of words reads all
-- rows. Comparing texts tells nothing of their values. A database that is not ours alone may refuse: then search is
-- slow, and its owner can say it himself.
do $$
begin
    alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
    alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
exception when insufficient_privilege then
    raise notice 'arraycontains and arrayoverlap are not leakproof: search goes without its indexes';
end $$;

grant usage on schema public, app to guanxi_app, guanxi_dispatcher;
alter default privileges in schema public grant select, insert, update, delete on tables to guanxi_app;
alter default privileges in schema public grant usage on sequences to guanxi_app, guanxi_dispatcher;
alter default privileges in schema app grant execute on functions to guanxi_app, guanxi_dispatcher;

create function app.tenant() returns uuid stable parallel safe language sql
return nullif(current_setting('app.tenant', true), '')::uuid;

create function app.actor() returns uuid stable parallel safe language sql
return nullif(current_setting('app.actor', true), '')::uuid;

-- The transaction's time, which tests can move.
create function app.now() returns timestamptz stable parallel safe language sql
return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

create function app.request() returns uuid stable parallel safe language sql
return nullif(current_setting('app.request', true), '')::uuid;

create table history (
    tenant_id uuid not null default app.tenant(),
    id bigint generated always as identity,
    resource text not null,
    record_id uuid not null,
    version bigint not null,
    action text not null check (action in ('create', 'update', 'delete', 'restore', 'purge')),
    actor_id uuid default app.actor(),
    at timestamptz not null default app.now(),
    request_id uuid default app.request(),
    changes jsonb not null,
    primary key (tenant_id, id)
);
create index history_record on history (tenant_id, record_id, id desc);
create index history_at on history (tenant_id, at desc, id desc);

create table outbox (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    type text not null,
    resource text not null,
    record_id uuid not null,
    version bigint,
    actor_id uuid default app.actor(),
    occurred_at timestamptz not null default app.now(),
    payload jsonb not null,
    sequence bigint generated always as identity,
    primary key (tenant_id, id)
);
create index outbox_sequence on outbox (sequence);

create table idempotency_keys (
    tenant_id uuid not null default app.tenant(),
    actor_id uuid not null,
    key text not null check (length(key) <= 64),
    fingerprint bytea not null,
    status smallint,
    headers jsonb,
    body bytea,
    created_at timestamptz not null default now(),
    primary key (tenant_id, actor_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table jobs (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null,
    payload jsonb not null,
    status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
    attempts int not null default 0,
    run_at timestamptz not null default now(),
    error text,
    actor_id uuid default app.actor(),
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    primary key (tenant_id, id)
);
create index jobs_waiting on jobs (run_at) where status in ('waiting', 'running');

create table job_runs (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    job text not null,
    business_date date not null,
    dry_run boolean not null default false,
    status text not null check (status in ('running', 'done', 'failed')),
    started_at timestamptz not null default app.now(),
    finished_at timestamptz,
    result jsonb not null default '{}',
    primary key (tenant_id, id)
);
create index job_runs_recent on job_runs (tenant_id, started_at desc, id desc);

create function app.before_write() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.version := 1;
        new.created_at := app.now();
        new.created_by := app.actor();
    else
        new.version := old.version + 1;
        new.created_at := old.created_at;
        new.created_by := old.created_by;
    end if;
    new.updated_at := app.now();
    new.updated_by := app.actor();
    return new;
end $$;

-- What differs between two objects, key by key: [old, new].
create function app.differences(before jsonb, after jsonb) returns jsonb immutable parallel safe language sql
return (
    select coalesce(jsonb_object_agg(key, jsonb_build_array(before -> key, after -> key)), '{}')
    from jsonb_object_keys(before || after) key
    where (before -> key) is distinct from (after -> key)
);

-- Writes the trigger that keeps a table's history, without what is derived or says nothing: of a row that is made or
-- purged what it has, of one that changes the difference, {column: [old, new]}. That names the columns one by one, which
-- costs a tenth of what comparing whole rows as JSON does; so it is written anew for every table after each change of
-- the schema: see app.watch_all. What an organisation added to its records is told field by field, as columns are.
create procedure app.watch(t regclass) language plpgsql as $watch$
declare
    silent constant text[] := array['id', 'tenant_id', 'version', 'created_at', 'created_by', 'updated_at',
        'updated_by', 'search_text', 'name_key', 'phone_norm', 'mobile_norm', 'match_keys', 'password_hash', 'secret_hash'];
    watcher text := format('app.%I', 'watch_' || (select relname from pg_class where oid = t));
    differences text := '';
    attribute record;
begin
    for attribute in
        select attname as name from pg_attribute
        where attrelid = t and attnum > 0 and not attisdropped and attname <> all (silent)
        order by attnum
    loop
        if attribute.name = 'custom' then
            differences := differences || $part$
                if old.custom <> new.custom then
                    told := told || app.differences(old.custom, new.custom);
                end if;$part$;
            continue;
        end if;
        differences := differences || format($part$
                if old.%1$I is distinct from new.%1$I then
                    told := told || jsonb_build_object(%1$L, jsonb_build_array(old.%1$I, new.%1$I));
                end if;$part$, attribute.name);
    end loop;
    -- Statements without a query, one for each column: one expression over all of them takes PostgreSQL longer to
    -- prepare than to answer.
    execute format($function$
        create or replace function %1$s() returns trigger language plpgsql as $body$
        declare
            told jsonb := '{}';
            what text := case tg_op when 'INSERT' then 'create' when 'DELETE' then 'purge' else 'update' end;
        begin
            if tg_op = 'UPDATE' then%3$s
                if (old.deleted_at is null) <> (new.deleted_at is null) then
                    what := case when new.deleted_at is null then 'restore' else 'delete' end;
                end if;
                if told = '{}' and current_setting('app.tidies', true) = 'on' then
                    return null;
                end if;
            else
                told := jsonb_strip_nulls(to_jsonb(coalesce(new, old))) - %4$L::text[];
            end if;
            insert into history (resource, record_id, version, action, changes)
            values (%2$L, coalesce(new.id, old.id), coalesce(new.version, old.version), what, told);
            return null;
        end $body$ $function$,
        watcher, (select relname from pg_class where oid = t), differences, silent);
    execute format('create or replace trigger after_write after insert or update or delete on %s
        for each row execute function %s()', t, watcher);
end $watch$;

-- The schema that all tables are watched for.
create table app.watched (fingerprint text not null);

-- Brings the history of all tables up to their columns, once for each schema.
create procedure app.watch_all(schema_fingerprint text) language plpgsql as $$
declare
    t regclass;
begin
    perform pg_advisory_xact_lock(hashtext('app.watch_all'));
    if exists (select from app.watched where fingerprint = schema_fingerprint) then
        return;
    end if;
    for t in select tgrelid from pg_trigger where tgname = 'after_write' order by tgrelid loop
        call app.watch(t);
    end loop;
    delete from app.watched;
    insert into app.watched values (schema_fingerprint);
end $$;

-- Behind the fence a tenant sees and writes only its own rows, whatever the statement says.
create procedure app.fence(t regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant on %s using (tenant_id = (select app.tenant()))', t);
end $$;

-- Everything that a table of records has: the fence, the version, who and when, soft deletion and the history.
create procedure app.adopt(t regclass) language plpgsql as $$
begin
    call app.fence(t);
    execute format('alter table %s
        add column version bigint not null default 1,
        add column created_at timestamptz not null default app.now(),
        add column created_by uuid,
        add column updated_at timestamptz not null default app.now(),
        add column updated_by uuid,
        add column deleted_at timestamptz,
        add column deleted_by uuid', t);
    execute format('create trigger before_write before insert or update on %s
        for each row execute function app.before_write()', t);
    call app.watch(t);
end $$;

-- What the records of a table are found by lies beside it: a change of a record that leaves its words alone leaves their
-- index alone, too, which costs more than all others together.
create procedure app.searchable(t regclass) language plpgsql as $$
declare
    name text := (select relname from pg_class where oid = t);
begin
    execute format('alter table %s add column search_text text not null default ''''', t);
    execute format('create table %1$I (
        tenant_id uuid not null default app.tenant(),
        id uuid not null,
        tokens text[] not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, id) references %2$s on delete cascade)', name || '_tokens', t);
    execute format('create index %I on %I using gin (tenant_id, tokens) with (gin_pending_list_limit = 256)',
        name || '_search', name || '_tokens');
    call app.fence((name || '_tokens')::regclass);
end $$;

call app.fence('history');
call app.fence('outbox');
call app.fence('idempotency_keys');
call app.fence('jobs');
call app.fence('job_runs');

-- History is written by its trigger and never changed.
revoke update, delete on history from guanxi_app;

grant select, insert, update, delete on outbox, jobs, idempotency_keys to guanxi_dispatcher;
grant select, insert, update on job_runs to guanxi_dispatcher;
create policy dispatcher on outbox to guanxi_dispatcher using (true);
create policy dispatcher on jobs to guanxi_dispatcher using (true);
create policy dispatcher on job_runs to guanxi_dispatcher using (true);
create policy dispatcher on idempotency_keys to guanxi_dispatcher using (true);
