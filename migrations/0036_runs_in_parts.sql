-- A run has parts, each a transaction of its own: where the next begins, so that a run that broke off is gone on with.
alter table job_runs add column step int not null default 0, add column after_id uuid;
create index job_runs_underway on job_runs (tenant_id, job) where status = 'running';

-- Webhooks that were given up before their switch was turned with it.
update webhooks set is_active = false where dead_at is not null and is_active;
