-- Of which keys their people were told that they end soon, by the time at which they end.
create table api_key_notices (
    tenant_id uuid not null default app.tenant(),
    key_id uuid not null,
    expires_at timestamptz not null,
    primary key (tenant_id, key_id, expires_at),
    foreign key (tenant_id, key_id) references api_keys on delete cascade
);
call app.fence('api_key_notices');
create index api_keys_expiry on api_keys (tenant_id, expires_at) where revoked_at is null and deleted_at is null;
