-- Five activities for each customer, spread over the time since it came. Triggers sleep, and the indexes are made of the
-- whole afterwards.
do $$
declare
    dropped text[];
    line text;
begin
    set local session_replication_role = replica;
    select array_agg(pg_get_indexdef(i.indexrelid)) into dropped from pg_index i
    where i.indrelid = 'activities'::regclass and not i.indisunique;
    for line in select indexrelid::regclass::text from pg_index
        where indrelid = 'activities'::regclass and not indisunique
    loop
        execute format('drop index %s', line);
    end loop;
    insert into activities (tenant_id, id, subject, subject_id, customer_id, kind, direction, content, outcome,
        occurred_at, counts_as_contact, created_by, updated_by, created_at, updated_at)
    select c.tenant_id, gen_random_uuid(), 'customer', c.id, c.id, (array['call', 'visit', 'wechat'])[1 + nth % 3], 'out',
        '介绍了新品和价格，对方要内部讨论，约定下周再联系。', 'interested', at, true, by, by, at, at
    from customers c, generate_series(1, 5) nth,
        lateral (select coalesce(c.owner_id, c.last_owner_id, (select id from users u where u.tenant_id = c.tenant_id
                     order by u.id limit 1)) as by,
                 c.created_at + (coalesce(c.last_activity_at, now()) - c.created_at) * nth / 6.0 as at) said
    where c.deleted_at is null;
    foreach line in array dropped loop
        execute line;
    end loop;
end $$;
analyze activities
