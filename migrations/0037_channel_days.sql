-- How many messages went out by a channel on the day that it was last used: what is sent need not be counted.
create table notification_channel_days (
    tenant_id uuid not null default app.tenant(),
    channel text not null,
    on_date date not null,
    gone int not null,
    primary key (tenant_id, channel)
);
call app.fence('notification_channel_days');
drop index notification_deliveries_sent;

-- What somebody made is his in a pool: that part of a list is walked in the order of creation, too.
create index customers_creator on customers (tenant_id, created_by, created_at desc, id desc) where deleted_at is null;
create index contacts_creator on contacts (tenant_id, created_by, created_at desc, id desc) where deleted_at is null;

-- Nobody's department has what nobody has.
alter table contacts add constraint contacts_department
    check ((owner_id is null) = (owner_department_id is null));
