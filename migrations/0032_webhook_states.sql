-- What changes of a webhook without anybody changing it: no version and no history tells of it.

create table webhook_states (
    tenant_id uuid not null default app.tenant(),
    webhook_id uuid not null,
    -- The secret follows from the server's own and this number; it is kept nowhere.
    secret_number int not null default 1,
    failing_since timestamptz,
    primary key (tenant_id, webhook_id),
    foreign key (tenant_id, webhook_id) references webhooks on delete cascade
);
call app.fence('webhook_states');
insert into webhook_states (tenant_id, webhook_id, secret_number, failing_since)
    select tenant_id, id, secret_number, failing_since from webhooks;
alter table webhooks drop column secret_number, drop column failing_since;

-- Of which years it was told that a calendar says nothing of them.
create table calendar_notices (
    tenant_id uuid not null default app.tenant(),
    calendar_id uuid not null,
    year int not null,
    primary key (tenant_id, calendar_id, year),
    foreign key (tenant_id, calendar_id) references calendars on delete cascade
);
call app.fence('calendar_notices');
