-- Opportunities: what customers may buy, and how far that has got.

create table opportunities (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    no text not null,
    name text not null check (length(name) between 1 and 200),
    customer_id uuid not null,
    contact_id uuid,
    pipeline_id uuid not null,
    stage_id uuid not null,
    status text not null default 'open' check (status in ('open', 'won', 'lost', 'abandoned')),
    owner_id uuid not null,
    owner_department_id uuid,

    amount numeric(20, 4) not null default 0 check (amount >= 0),
    amount_source text not null default 'manual' check (amount_source in ('manual', 'lines')),
    lines jsonb not null default '[]' check (jsonb_typeof(lines) = 'array'),
    currency text not null,
    -- What one unit of the currency was worth when it was chosen, and since when.
    fx_rate numeric(20, 8) not null check (fx_rate > 0),
    fx_rate_on date not null,
    amount_base numeric(20, 4) not null generated always as (round(amount * fx_rate, 2)) stored,
    won_amount numeric(20, 4) check (won_amount >= 0),
    won_amount_base numeric(20, 4) generated always as (round(won_amount * fx_rate, 2)) stored,

    -- Those of the stage, unless somebody said otherwise.
    probability int not null check (probability between 0 and 100),
    probability_override int check (probability_override between 1 and 99),
    forecast_category text not null check (forecast_category in ('pipeline', 'best_case', 'commit', 'omitted', 'closed')),
    forecast_override text check (forecast_override in ('pipeline', 'best_case', 'commit', 'omitted')),
    weighted_amount numeric(20, 4) not null 
        generated always as (round(round(amount * fx_rate, 2) * probability / 100, 2)) stored,

    expected_close_on date not null,
    actual_closed_on date,
    reason text,
    reason_note text,
    competitor_ids uuid[] not null default '{}',
    source text,
    lead_id uuid,
    need_type text,
    categories text[] not null default '{}',
    next_step text,
    done_tasks text[] not null default '{}',
    description text,
    tags text[] not null default '{}',
    custom jsonb not null default '{}',
    external_source text,
    external_id text,
    -- Why it is to exist beside the deal of a colleague.
    collision_reason text,

    stage_entered_at timestamptz not null,
    -- The same as a business date.
    stage_entered_on date not null,
    last_activity_at timestamptz,
    next_contact_at timestamptz,
    -- When something was last done about it, as a business date.
    active_on date not null,
    -- How long it may stay in its stage.
    max_days int,

    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customers,
    foreign key (tenant_id, contact_id) references contacts,
    foreign key (tenant_id, pipeline_id) references pipelines,
    foreign key (tenant_id, stage_id) references stages,
    foreign key (tenant_id, owner_id) references users,
    foreign key (tenant_id, owner_department_id) references departments,
    foreign key (tenant_id, lead_id) references leads,
    constraint opportunities_end check (case status
        when 'open' then actual_closed_on is null and won_amount is null and reason is null
            and probability between 1 and 99 and forecast_category <> 'closed'
        when 'won' then actual_closed_on is not null and won_amount is not null and reason is null and probability = 100
        else actual_closed_on is not null and won_amount is null and reason is not null and probability = 0 end)
);
call app.searchable('opportunities');
call app.adopt('opportunities');
create unique index opportunities_no on opportunities (tenant_id, no) where deleted_at is null;
create unique index opportunities_external on opportunities (tenant_id, external_source, external_id)
    where deleted_at is null and external_id is not null;
create index opportunities_created on opportunities (tenant_id, created_at desc, id desc) where deleted_at is null;
create index opportunities_owner on opportunities (tenant_id, owner_id, created_at desc, id desc)
    where deleted_at is null;
create index opportunities_department on opportunities (tenant_id, owner_department_id, created_at desc, id desc)
    where deleted_at is null;
create index opportunities_customer on opportunities (tenant_id, customer_id, created_at desc, id desc);
create index opportunities_contact on opportunities (tenant_id, contact_id) where contact_id is not null;
create index opportunities_lead on opportunities (tenant_id, lead_id) where lead_id is not null;
-- A column of the board, its newest first; and what stands in it, summed up without the rows themselves.
create index opportunities_stage on opportunities (tenant_id, stage_id, created_at desc, id desc)
    where deleted_at is null;
create index opportunities_open on opportunities (tenant_id, pipeline_id, stage_id, owner_id)
    include (owner_department_id, customer_id, amount_base, weighted_amount)
    where deleted_at is null and status = 'open';
create index opportunities_stage_of_owner on opportunities (tenant_id, owner_id, stage_id, created_at desc, id desc)
    where deleted_at is null and status = 'open';
create index opportunities_pipeline on opportunities (tenant_id, pipeline_id);
create index opportunities_closing on opportunities (tenant_id, expected_close_on, id)
    where deleted_at is null and status = 'open';
create index opportunities_closed on opportunities (tenant_id, actual_closed_on, id)
    where deleted_at is null and status <> 'open';
create index opportunities_bin on opportunities (tenant_id, deleted_at desc) where deleted_at is not null;

-- Where deals stood, from when to when; written once, and once more when they go on.
create table stage_history (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    opportunity_id uuid not null,
    pipeline_id uuid not null,
    from_stage_id uuid,
    to_stage_id uuid not null,
    -- What it was from then on.
    status text not null,
    entered_at timestamptz not null,
    left_at timestamptz,
    by uuid default app.actor(),
    amount numeric(20, 4) not null,
    currency text not null,
    probability int not null,
    expected_close_on date not null,
    note text,
    primary key (tenant_id, id),
    foreign key (tenant_id, opportunity_id) references opportunities on delete cascade
);
call app.fence('stage_history');
create index stage_history_opportunity on stage_history (tenant_id, opportunity_id, entered_at, id);
