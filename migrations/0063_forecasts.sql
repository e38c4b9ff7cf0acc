-- What people said would come in within a period, and what it rested on when they said it.

create table forecasts (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    period text not null check (period ~ '^[0-9]{4}-(Q[1-4]|[01][0-9])$'),
    from_on date not null,
    -- The first day that is no longer in it.
    until_on date not null,
    owner_id uuid not null,
    owner_department_id uuid,
    -- What the product reckoned then.
    figures jsonb not null,
    opportunity_ids uuid[] not null default '{}',
    -- What the owner says in its place.
    commit_amount numeric(20, 4) check (commit_amount >= 0),
    best_case_amount numeric(20, 4) check (best_case_amount >= 0),
    comment text check (length(comment) <= 1000),
    submitted_at timestamptz not null,
    -- What whoever leads him says in the place of both.
    override_commit numeric(20, 4) check (override_commit >= 0),
    override_best_case numeric(20, 4) check (override_best_case >= 0),
    override_note text check (length(override_note) <= 1000),
    overridden_by uuid,
    overridden_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references users,
    foreign key (tenant_id, owner_department_id) references departments
);
call app.adopt('forecasts');
create unique index forecasts_once on forecasts (tenant_id, owner_id, period) where deleted_at is null;
create index forecasts_owner on forecasts (tenant_id, owner_id, created_at desc, id desc);
create index forecasts_department on forecasts (tenant_id, owner_department_id, created_at desc, id desc);
create index forecasts_period on forecasts (tenant_id, period, id) where deleted_at is null;
create index forecasts_submitted on forecasts (tenant_id, submitted_at desc, id desc) where deleted_at is null;
