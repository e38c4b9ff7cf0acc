-- What of one's leads was never touched is asked for in the order in which one got it.
drop index leads_held;
create index leads_held on leads (tenant_id, owner_id, status, owned_since, id)
    where deleted_at is null and owner_id is not null;
