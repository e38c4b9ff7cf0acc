-- What is kept for a while is forgotten without reading what stays; history and the audit log by the database alone.

create index outbox_age on outbox using brin (tenant_id, occurred_at);
create index jobs_ended on jobs (tenant_id, finished_at) where status in ('done', 'failed');
-- A job by the clock asks when it was last done.
create index job_runs_latest on job_runs (tenant_id, job, started_at desc) where not dry_run;
drop index job_runs_day;

-- The server may add to these logs and nothing else; half a year is the least that anybody can set.
create function app.forget_history(before timestamptz, most bigint) returns bigint
    language sql security definer set search_path = public, pg_temp as $$
    with gone as (
        delete from history where tenant_id = app.tenant() and id in (
            select id from history where tenant_id = app.tenant()
            and at < least(before, app.now() - interval '180 days') order by at limit most)
        returning 1)
    select count(*) from gone
$$;
create function app.forget_audit_log(before timestamptz, most bigint) returns bigint
    language sql security definer set search_path = public, pg_temp as $$
    with gone as (
        delete from audit_log where tenant_id = app.tenant() and id in (
            select id from audit_log where tenant_id = app.tenant()
            and at < least(before, app.now() - interval '180 days') order by at limit most)
        returning 1)
    select count(*) from gone
$$;
revoke execute on function app.forget_history(timestamptz, bigint), app.forget_audit_log(timestamptz, bigint)
    from public;
