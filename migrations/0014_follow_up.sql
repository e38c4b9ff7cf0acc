-- Plans, visits, calls, mails, calendars, reports and playbooks: what is to be done with whom, and what was.

-- What a record is about: a lead, a customer, or a contact and so its customer.
create procedure app.about(t regclass, required boolean) language plpgsql as $$
begin
    execute format('alter table %1$s
        add column subject text check (subject in (''lead'', ''customer'', ''contact'')),
        add column subject_id uuid,
        add column lead_id uuid,
        add column customer_id uuid,
        add column contact_id uuid,
        add foreign key (tenant_id, lead_id) references leads,
        add foreign key (tenant_id, customer_id) references customers,
        add foreign key (tenant_id, contact_id) references contacts,
        add constraint %1$s_subject check (case subject
            when ''lead'' then lead_id = subject_id and customer_id is null and contact_id is null
            when ''customer'' then customer_id = subject_id and lead_id is null
            when ''contact'' then contact_id = subject_id and customer_id is not null and lead_id is null
            else num_nonnulls(subject_id, lead_id, customer_id, contact_id) = 0 end)', t);
    if required then
        execute format('alter table %s alter subject set not null, alter subject_id set not null', t);
    end if;
    execute format('create index %1$s_lead on %1$s (tenant_id, lead_id, id) where lead_id is not null', t);
    execute format('create index %1$s_customer on %1$s (tenant_id, customer_id, id) where customer_id is not null', t);
    execute format('create index %1$s_contact on %1$s (tenant_id, contact_id, id) where contact_id is not null', t);
end $$;

-- Whose work it is; departments are those of the owner.
create procedure app.work_of(t regclass) language plpgsql as $$
begin
    execute format('alter table %1$s
        add column owner_id uuid not null,
        add column owner_department_id uuid,
        add foreign key (tenant_id, owner_id) references users,
        add foreign key (tenant_id, owner_department_id) references departments', t);
    execute format('create index %1$s_owner on %1$s (tenant_id, owner_id, id)', t);
    execute format('create index %1$s_department on %1$s (tenant_id, owner_department_id, id)
        where owner_department_id is not null', t);
    execute format('create index %1$s_bin on %1$s (tenant_id, deleted_at desc) where deleted_at is not null', t);
end $$;

create table playbooks (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    object text not null check (object in ('lead', 'customer')),
    -- What is not named fits everybody.
    level text check (level in ('A', 'B', 'C', 'D')),
    value_class text check (value_class in ('A', 'B', 'C')),
    lifecycle text check (lifecycle in ('acquisition', 'maintenance', 'retention', 'churned')),
    need_type text,
    grade text check (grade in ('A', 'B', 'C', 'D')),
    steps jsonb not null check (jsonb_typeof(steps) = 'array'),
    active boolean not null default true,
    primary key (tenant_id, id)
);
call app.adopt('playbooks');
create unique index playbooks_name on playbooks (tenant_id, name) where deleted_at is null;
create index playbooks_created on playbooks (tenant_id, created_at desc, id desc);

create table follow_up_plans (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    planned_at timestamptz not null,
    -- The organisation's business date of `planned_at`.
    planned_on date not null,
    method text not null,
    content text not null check (length(content) between 1 and 5000),
    remind_before_min int not null check (remind_before_min between 0 and 20160),
    remind_at timestamptz not null,
    reminded_at timestamptz,
    status text not null default 'planned' check (status in ('planned', 'in_progress', 'done', 'cancelled', 'missed')),
    cancel_reason text,
    done_at timestamptz,
    done_late boolean,
    activity_id uuid,
    recurrence text,
    -- The plans that one recurrence made.
    series_id uuid,
    source text not null default 'manual' check (source in ('manual', 'auto_contact', 'playbook', 'care', 'prediction',
        'alert', 'approval')),
    playbook_id uuid,
    -- What a playbook says beside what is to be done.
    closing_technique text,
    material text,
    primary key (tenant_id, id),
    foreign key (tenant_id, activity_id) references activities,
    foreign key (tenant_id, playbook_id) references playbooks,
    constraint follow_up_plans_done check ((status = 'done') = (done_at is not null))
);
call app.adopt('follow_up_plans');
call app.about('follow_up_plans', true);
call app.work_of('follow_up_plans');
create index follow_up_plans_planned on follow_up_plans (tenant_id, planned_at desc, id desc) where deleted_at is null;
create index follow_up_plans_open on follow_up_plans (tenant_id, owner_id, planned_at, id)
    where deleted_at is null and status in ('planned', 'in_progress', 'missed');
create index follow_up_plans_past on follow_up_plans (tenant_id, planned_on)
    where deleted_at is null and status = 'planned';
create index follow_up_plans_remind on follow_up_plans (tenant_id, remind_at)
    where deleted_at is null and status in ('planned', 'in_progress') and reminded_at is null;
create index follow_up_plans_series on follow_up_plans (tenant_id, series_id) where series_id is not null;
create index follow_up_plans_activity on follow_up_plans (tenant_id, activity_id) where activity_id is not null;
create index follow_up_plans_playbook on follow_up_plans (tenant_id, playbook_id) where playbook_id is not null;

alter table activities add column plan_id uuid;
alter table activities add foreign key (tenant_id, plan_id) references follow_up_plans;
create index activities_plan on activities (tenant_id, plan_id) where plan_id is not null;

create table comments (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    resource text not null,
    record_id uuid not null,
    content text not null check (length(content) between 1 and 1000),
    mention_ids uuid[] not null default '{}',
    primary key (tenant_id, id)
);
call app.adopt('comments');
create index comments_record on comments (tenant_id, record_id, id) where deleted_at is null;

create table visits (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    status text not null default 'planned' check (status in ('planned', 'checked_in', 'done')),
    plan_id uuid,
    check_in_at timestamptz,
    check_in_lat numeric(9, 6) check (check_in_lat between -90 and 90),
    check_in_lng numeric(9, 6) check (check_in_lng between -180 and 180),
    check_in_address text,
    photo_url text,
    check_out_at timestamptz,
    check_out_lat numeric(9, 6) check (check_out_lat between -90 and 90),
    check_out_lng numeric(9, 6) check (check_out_lng between -180 and 180),
    check_out_address text,
    minutes int check (minutes >= 0),
    -- From where the customer is; null where that is not known.
    distance_m int check (distance_m >= 0),
    flagged boolean not null default false,
    activity_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, plan_id) references follow_up_plans,
    foreign key (tenant_id, activity_id) references activities,
    constraint visits_times check (case status
        when 'planned' then check_in_at is null and check_out_at is null
        when 'checked_in' then check_in_at is not null and check_out_at is null
        else check_in_at is not null and check_out_at >= check_in_at end)
);
call app.adopt('visits');
call app.about('visits', true);
call app.work_of('visits');
create index visits_created on visits (tenant_id, created_at desc, id desc) where deleted_at is null;
create index visits_check_in on visits (tenant_id, check_in_at) where deleted_at is null;
create index visits_plan on visits (tenant_id, plan_id) where plan_id is not null;
create index visits_activity on visits (tenant_id, activity_id) where activity_id is not null;

create table calls (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    direction text not null check (direction in ('in', 'out')),
    number text not null check (length(number) between 1 and 200),
    number_norm text,
    started_at timestamptz not null,
    ring_s int not null default 0 check (ring_s >= 0),
    talk_s int not null default 0 check (talk_s >= 0),
    connected boolean not null,
    hangup text check (hangup in ('caller', 'callee', 'system')),
    recording_url text,
    provider_id text,
    -- Who they may have been, where several have the number.
    candidates jsonb not null default '[]',
    activity_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, activity_id) references activities
);
call app.adopt('calls');
call app.about('calls', false);
call app.work_of('calls');
create unique index calls_provider on calls (tenant_id, provider_id) where provider_id is not null;
create index calls_started on calls (tenant_id, started_at desc, id desc) where deleted_at is null;
create index calls_owner_started on calls (tenant_id, owner_id, started_at desc, id desc) where deleted_at is null;
create index calls_activity on calls (tenant_id, activity_id) where activity_id is not null;

create table emails (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    direction text not null check (direction in ('in', 'out')),
    message_id text not null,
    sender text not null,
    recipients text[] not null,
    copies text[] not null default '{}',
    topic text not null,
    snippet text,
    sent_at timestamptz not null,
    opened_count int not null default 0,
    -- Whom it is about, and the activities that it became.
    lead_ids uuid[] not null default '{}',
    customer_ids uuid[] not null default '{}',
    contact_ids uuid[] not null default '{}',
    activity_ids uuid[] not null default '{}',
    primary key (tenant_id, id)
);
call app.adopt('emails');
call app.work_of('emails');
create unique index emails_message on emails (tenant_id, message_id);
create index emails_sent on emails (tenant_id, sent_at desc, id desc) where deleted_at is null;
create index emails_of_customer on emails using gin (tenant_id, customer_ids);
create index emails_of_lead on emails using gin (tenant_id, lead_ids);

create table calendar_events (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    owner_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    start_at timestamptz not null,
    end_at timestamptz not null,
    all_day boolean not null default false,
    location text,
    content text,
    attendee_ids uuid[] not null default '{}',
    -- What each invited person said: {"<user>": "accepted"}.
    rsvp jsonb not null default '{}',
    reminders jsonb not null default '[]',
    shared boolean not null default false,
    source text not null default 'manual',
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references users,
    constraint calendar_events_ends_later check (end_at > start_at)
);
call app.adopt('calendar_events');
call app.about('calendar_events', false);
create index calendar_events_owner on calendar_events (tenant_id, owner_id, start_at, id) where deleted_at is null;
create index calendar_events_owned on calendar_events (tenant_id, owner_id);
create index calendar_events_start on calendar_events (tenant_id, start_at, id) where deleted_at is null;
create index calendar_events_attendees on calendar_events using gin (tenant_id, attendee_ids);
create index calendar_events_bin on calendar_events (tenant_id, deleted_at desc) where deleted_at is not null;

-- The secret under which a calendar program reads one person's calendar.
create table calendar_feeds (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    secret_hash bytea not null,
    created_at timestamptz not null default app.now(),
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references users
);
call app.fence('calendar_feeds');

create table work_reports (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    kind text not null check (kind in ('daily', 'weekly', 'monthly')),
    period_start date not null,
    period_end date not null,
    stats jsonb not null default '{}',
    done text,
    problems text,
    next_plan text,
    reviewer_ids uuid[] not null default '{}',
    cc_ids uuid[] not null default '{}',
    status text not null default 'draft' check (status in ('draft', 'submitted', 'reviewed')),
    submitted_at timestamptz,
    late boolean,
    reviewed_at timestamptz,
    reviewed_by uuid,
    score int check (score between 1 and 5),
    review_note text,
    primary key (tenant_id, id),
    foreign key (tenant_id, reviewed_by) references users,
    constraint work_reports_submitted check ((status = 'draft') = (submitted_at is null)
        and (status = 'reviewed') = (reviewed_at is not null))
);
call app.adopt('work_reports');
call app.work_of('work_reports');
create unique index work_reports_once on work_reports (tenant_id, owner_id, kind, period_start)
    where deleted_at is null;
create index work_reports_period on work_reports (tenant_id, period_start desc, id desc) where deleted_at is null;
create index work_reports_reviewed_by on work_reports (tenant_id, reviewed_by) where reviewed_by is not null;
create index work_reports_reviewers on work_reports using gin (tenant_id, reviewer_ids);
create index work_reports_copies on work_reports using gin (tenant_id, cc_ids);

create index work_reports_kind on work_reports (tenant_id, kind) where deleted_at is null;

-- Who was told that his report is missing.
create table work_report_notices (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    kind text not null,
    period_start date not null,
    primary key (tenant_id, user_id, kind, period_start),
    foreign key (tenant_id, user_id) references users
);
call app.fence('work_report_notices');

-- To-dos that somebody hid: they come back when their date changes.
create table todo_dismissals (
    tenant_id uuid not null default app.tenant(),
    user_id uuid not null,
    kind text not null,
    record_id uuid not null,
    date text not null,
    at timestamptz not null default app.now(),
    primary key (tenant_id, user_id, kind, record_id),
    foreign key (tenant_id, user_id) references users
);
call app.fence('todo_dismissals');
create index todo_dismissals_at on todo_dismissals (tenant_id, at);

-- Whose mail it is.
create index contacts_email on contacts (tenant_id, email) where deleted_at is null and email is not null;

-- Most of a customer's history says only that somebody spoke to it, which activities tell better: a time-line steps over
-- that.
create index history_told on history (tenant_id, record_id, id desc)
    where changes - '{last_activity_at,last_activity_on,last_activity_by,next_contact_at,next_contact_explicit}'::text[]
        <> '{}';

-- Whom his owner has not yet spoken to.
create index customers_untouched on customers (tenant_id, owner_id, owned_since, id)
    where deleted_at is null and owner_id is not null and last_activity_at is null;
