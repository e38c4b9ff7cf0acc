-- One to-do may stand there with several dates at once: a day's report and a week's.
alter table todo_dismissals drop constraint todo_dismissals_pkey,
    add primary key (tenant_id, user_id, kind, record_id, date);
