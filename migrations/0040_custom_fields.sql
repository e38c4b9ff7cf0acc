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
