-- Of which deals somebody was told, and about which date.
create table opportunity_notices (
    tenant_id uuid not null default app.tenant(),
    opportunity_id uuid not null,
    kind text not null,
    about date not null,
    primary key (tenant_id, opportunity_id, kind, about),
    foreign key (tenant_id, opportunity_id) references opportunities on delete cascade
);
call app.fence('opportunity_notices');
