-- How an organisation's messages leave the product, where it is not as the installation has it.

create table notification_channels (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    channel text not null check (channel in ('email', 'sms', 'wecom', 'dingtalk', 'feishu')),
    -- Who mails come from, by name; and who answers to them.
    sender text,
    reply_to text,
    -- How many may go out on a day.
    daily_limit int check (daily_limit >= 0),
    -- Where the group's robot is: its host, for people to see.
    host text,
    primary key (tenant_id, id)
);
call app.adopt('notification_channels');
create unique index notification_channels_once on notification_channels (tenant_id, channel) where deleted_at is null;
create index notification_channels_created on notification_channels (tenant_id, created_at desc, id desc);
create index notification_channels_bin on notification_channels (tenant_id, deleted_at desc)
    where deleted_at is not null;

-- The address of a robot holds its key: it is sealed, and no history tells of it.
create table notification_channel_addresses (
    tenant_id uuid not null default app.tenant(),
    channel_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, channel_id),
    foreign key (tenant_id, channel_id) references notification_channels on delete cascade
);
call app.fence('notification_channel_addresses');

create index notification_deliveries_sent on notification_deliveries (tenant_id, channel, sent_at)
    where status = 'sent';
