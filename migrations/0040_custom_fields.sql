-- Fields that organisations add to their records. Values lie in `custom`, by the key of their field.

create table custom_fields (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    resource text not null check (length(resource) between 1 and 60),
    key text not null check (key ~ '^c_[a-z][a-z0-9_]*$' and length(key) <= 40),
    type text not null,
    label text not null check (length(label) between 1 and 60),
    label_en text check (length(label_en) between 1 and 60),
    help text check (length(help) <= 1000),
    required boolean not null default false,
    is_unique boolean not null default false,
    searchable boolean not null default false,
    sensitive boolean not null default false,
    default_value jsonb,
    min text check (length(min) <= 200),
    max text check (length(max) <= 200),
    pattern text check (length(pattern) <= 200),
    scale int check (scale between 0 and 6),
    dictionary text check (length(dictionary) <= 40),
    target text check (length(target) <= 60),
    formula text check (length(formula) <= 5000),
    numbering jsonb,
    position int not null default 0,
    primary key (tenant_id, id)
);
call app.adopt('custom_fields');
-- A key in the recycle bin is taken: its values are still there.
create unique index custom_fields_key on custom_fields (tenant_id, resource, key);
create index custom_fields_created on custom_fields (tenant_id, created_at desc, id desc);
create trigger rights_changed after insert or update or delete on custom_fields
    for each statement execute function app.rights_changed();

alter table leads add column custom jsonb not null default '{}';

-- What differs between two objects, key by key: [old, new].
create function app.differences(before jsonb, after jsonb) returns jsonb immutable parallel safe language sql
return (
    select coalesce(jsonb_object_agg(key, jsonb_build_array(before -> key, after -> key)), '{}')
    from jsonb_object_keys(before || after) key
    where (before -> key) is distinct from (after -> key)
);

-- As before, but what an organisation added is told field by field, as any other column is.
create or replace procedure app.watch(t regclass) language plpgsql as $watch$
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
