-- Imports and exports. Sheets are kept here while they are needed, so that any server can go on with them.

create table imports (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    resource text not null check (length(resource) between 1 and 60),
    filename text not null check (length(filename) between 1 and 255),
    status text not null default 'uploaded' check (status in ('uploaded', 'mapped', 'checked', 'running', 'done',
        'partly_failed', 'cancelled', 'undone')),
    -- What goes on in the background.
    working text check (working in ('check', 'run', 'undo')),
    -- The headers of the sheet, and the field that each is given to.
    columns jsonb not null,
    mapping jsonb not null default '{}',
    options jsonb not null default '{}',
    total int not null,
    chunks int not null,
    -- Everything before this chunk is done and committed.
    next_chunk int not null default 0 check (next_chunk between 0 and chunks),
    created int not null default 0,
    updated int not null default 0,
    skipped int not null default 0,
    failed int not null default 0,
    -- How many of the created records were taken back.
    undone int not null default 0,
    error text,
    created_by uuid not null default app.actor(),
    created_at timestamptz not null default app.now(),
    started_at timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, id),
    check (created + updated + skipped + failed <= total)
);
call app.fence('imports');
create index imports_recent on imports (tenant_id, created_at desc, id desc);
create index imports_creator on imports (tenant_id, created_by, created_at desc, id desc);

-- A few hundred rows of a sheet and what became of them, written together with the records that they became.
create table import_chunks (
    tenant_id uuid not null default app.tenant(),
    import_id uuid not null,
    number int not null,
    -- [[number of the row, [cells]]]
    rows jsonb not null,
    -- [{"outcome", "id"?, "errors"?}], one for each row
    outcomes jsonb,
    failed int not null default 0,
    primary key (tenant_id, import_id, number),
    foreign key (tenant_id, import_id) references imports on delete cascade
);
call app.fence('import_chunks');

create table exports (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    resource text not null check (length(resource) between 1 and 60),
    format text not null check (format in ('xlsx', 'csv')),
    status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'cancelled',
        'expired')),
    -- {"filter", "q", "sort", "fields"}
    query jsonb not null,
    -- How many rows were counted against the day's limit, and how many are written.
    total bigint not null,
    rows bigint not null default 0,
    -- Where the next part begins: the cursor of the list, and how many parts there are.
    after text,
    parts int not null default 0,
    size bigint not null default 0,
    error text,
    created_by uuid not null default app.actor(),
    created_at timestamptz not null default app.now(),
    on_date date not null,
    finished_at timestamptz,
    expires_at timestamptz not null,
    primary key (tenant_id, id)
);
call app.fence('exports');
create index exports_creator on exports (tenant_id, created_by, created_at desc, id desc);
create index exports_day on exports (tenant_id, created_by, on_date);
create index exports_expiry on exports (tenant_id, expires_at) where status = 'done';

create table export_parts (
    tenant_id uuid not null default app.tenant(),
    export_id uuid not null,
    number int not null,
    bytes bytea not null,
    primary key (tenant_id, export_id, number),
    foreign key (tenant_id, export_id) references exports on delete cascade
);
call app.fence('export_parts');
