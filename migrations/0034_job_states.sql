-- How the jobs by the clock of each organisation stand: what is due is found without reading the book of all runs.
create table job_states (
    tenant_id uuid not null default app.tenant(),
    job text not null,
    done_at timestamptz,
    failed_at timestamptz,
    -- In a row, each within a day of the one before.
    failures int not null default 0,
    primary key (tenant_id, job)
);
call app.fence('job_states');
grant select on job_states to guanxi_dispatcher;
create policy dispatcher on job_states for select to guanxi_dispatcher using (true);
insert into job_states (tenant_id, job, done_at)
    select tenant_id, job, max(started_at) from job_runs where status = 'done' and not dry_run group by tenant_id, job;
