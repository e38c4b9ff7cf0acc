-- When to speak to whom next: found by the date alone, however many records there are.

-- Whether somebody agreed on the date; else it follows the rules.
alter table leads add column next_contact_explicit boolean not null default false;

drop index leads_next_contact;
create index leads_next_contact on leads (tenant_id, owner_id, next_contact_at, id)
    where deleted_at is null and owner_id is not null;
create index leads_contact_date on leads (tenant_id, next_contact_at, id) where deleted_at is null;
drop index customers_next_contact;
create index customers_next_contact on customers (tenant_id, owner_id, next_contact_at, id)
    where deleted_at is null and owner_id is not null;
create index customers_contact_date on customers (tenant_id, next_contact_at, id) where deleted_at is null;
