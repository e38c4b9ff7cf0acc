-- Which days are worked, and when.

create table calendars (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    time_zone text not null,
    -- [{"day": 1, "from": "09:00", "to": "12:00"}], Monday is 1
    weekly jsonb not null check (jsonb_typeof(weekly) = 'array'),
    -- [{"date", "working", "name", "hours": [{"from", "to"}] or null}] by date
    exceptions jsonb not null default '[]' check (jsonb_typeof(exceptions) = 'array'),
    is_default boolean not null default false,
    primary key (tenant_id, id)
);
call app.adopt('calendars');
create unique index calendars_name on calendars (tenant_id, name) where deleted_at is null;
create index calendars_created on calendars (tenant_id, created_at desc, id desc);
-- What is known of a tenant by heart holds its working days.
create trigger rights_changed after insert or update or delete on calendars
    for each statement execute function app.rights_changed();
