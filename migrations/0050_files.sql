-- Files that belong to records: what was sent with a follow-up, the photo of a visit.

create table files (
    tenant_id uuid not null default app.tenant(),
    id uuid not null,
    name text not null check (length(name) between 1 and 255),
    media_type text not null,
    size int not null check (size between 1 and 20971520),
    content bytea not null,
    -- What it belongs to; until then it is only seen by whoever sent it.
    resource text,
    record_id uuid,
    created_by uuid not null default app.actor(),
    created_at timestamptz not null default app.now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, created_by) references users,
    constraint files_place check ((resource is null) = (record_id is null))
);
-- Photos and documents are packed already.
alter table files alter content set storage external;
call app.fence('files');
create index files_record on files (tenant_id, record_id) where record_id is not null;
create index files_free on files (tenant_id, created_at) where record_id is null;
create index files_creator on files (tenant_id, created_by);

alter table activities add column attachment_ids uuid[] not null default '{}'
    constraint activities_attachments check (cardinality(attachment_ids) <= 20);

alter table visits drop column photo_url, add column photo_id uuid, add foreign key (tenant_id, photo_id) references files;
create index visits_photo on visits (tenant_id, photo_id) where photo_id is not null;
