-- What is said, planned and done may be about an opportunity, and so about its customer.

create procedure app.about_opportunities(t regclass) language plpgsql as $$
declare
    name text := (select relname from pg_class where oid = t);
begin
    execute format('alter table %1$I
        add column opportunity_id uuid,
        add foreign key (tenant_id, opportunity_id) references opportunities,
        drop constraint %2$I,
        drop constraint %3$I,
        add constraint %2$I check (subject in (''lead'', ''customer'', ''contact'', ''opportunity'')),
        add constraint %3$I check (case subject
            when ''lead'' then lead_id = subject_id and num_nonnulls(customer_id, contact_id, opportunity_id) = 0
            when ''customer'' then customer_id = subject_id and num_nonnulls(lead_id, opportunity_id) = 0
            when ''contact'' then contact_id = subject_id and customer_id is not null
                and num_nonnulls(lead_id, opportunity_id) = 0
            when ''opportunity'' then opportunity_id = subject_id and customer_id is not null and lead_id is null
            else num_nonnulls(subject_id, lead_id, customer_id, contact_id, opportunity_id) = 0 end)',
        name, name || '_subject_check', name || '_subject');
    execute format('create index %1$I on %2$I (tenant_id, opportunity_id, id) where opportunity_id is not null',
        name || '_opportunity', name);
end $$;

call app.about_opportunities('activities');
call app.about_opportunities('follow_up_plans');
call app.about_opportunities('visits');
call app.about_opportunities('calls');
call app.about_opportunities('calendar_events');
