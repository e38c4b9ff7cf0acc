-- What belongs to a follow-up, and the photo of a visit.
alter table activities add column attachments jsonb not null default '[]'
    constraint activities_attachments check (jsonb_typeof(attachments) = 'array');
alter table visits drop column photo_url, add column photos jsonb not null default '[]'
    constraint visits_photos check (jsonb_typeof(photos) = 'array');

-- What no record ever held is forgotten.
alter table files add column held boolean not null default false;
create index files_free on files (tenant_id, created_at) where not held;
