-- How people see the records of a kind: sections, what is asked for and when, and the columns of the list (12.6).

create table layouts (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    resource text not null check (length(resource) between 1 and 60),
    name text not null check (length(name) between 1 and 200),
    -- Whose layout it is; none: everybody's.
    role_ids uuid[] not null default '{}',
    -- A filter over the record; null: every record.
    condition jsonb,
    sections jsonb not null default '[]' check (jsonb_typeof(sections) = 'array'),
    list_columns text[] not null default '{}',
    position int not null default 0,
    is_active boolean not null default true,
    primary key (tenant_id, id)
);
call app.adopt('layouts');
create index layouts_created on layouts (tenant_id, created_at desc, id desc);
create trigger rights_changed after insert or update or delete on layouts
    for each statement execute function app.rights_changed();
