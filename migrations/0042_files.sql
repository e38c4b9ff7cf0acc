-- Files that records hold. A record keeps their names; their bytes lie here.

create table files (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 255),
    media_type text not null check (length(media_type) between 1 and 100),
    size int not null check (size >= 0),
    bytes bytea not null,
    created_at timestamptz not null default app.now(),
    created_by uuid default app.actor(),
    primary key (tenant_id, id)
);
call app.fence('files');
alter table files alter column bytes set storage external;
