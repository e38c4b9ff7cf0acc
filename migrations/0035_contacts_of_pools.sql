-- A list of contacts is walked pool by pool in the order of creation.
drop index contacts_pool;
create index contacts_pool on contacts (tenant_id, pool_id, created_at desc, id desc)
    where deleted_at is null and pool_id is not null;
