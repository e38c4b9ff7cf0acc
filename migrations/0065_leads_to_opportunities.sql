-- What a lead became.
alter table leads add foreign key (tenant_id, opportunity_id) references opportunities
    on delete set null (opportunity_id);
create index leads_opportunity on leads (tenant_id, opportunity_id) where opportunity_id is not null;
