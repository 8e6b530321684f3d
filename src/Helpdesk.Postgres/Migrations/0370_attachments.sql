-- Files: those that wait to be attached, those of tickets, and how much room they take. Contents lie elsewhere, under names made here.
create table attachment_folder (
    tenant_id uuid not null primary key,
    name      text not null check (name ~ '^[0-9a-f]{32}$')
);
comment on table attachment_folder is 'Where the contents of a tenant''s files lie: a random name, so that none can be guessed.';
call tenant_table('attachment_folder');
grant select, insert on attachment_folder to helpdesk_app;

create table attachment_usage (
    tenant_id uuid   not null primary key,
    bytes     bigint not null check (bytes >= 0),
    files     bigint not null check (files >= 0)
);
comment on table attachment_usage is 'Of uploads and attachments that stand. Changed in the transaction that adds or removes one.';
call tenant_table('attachment_usage');
grant select, insert, update on attachment_usage to helpdesk_app;
grant select, update, delete on attachment_usage to helpdesk_worker;

create table upload (
    tenant_id     uuid        not null,
    id            uuid        not null,
    account       uuid        not null,
    file_name     text        not null,
    content_type  text        not null,
    size          bigint      not null check (size > 0),
    checksum      text        not null,
    blob          text        not null,
    scan          text        not null check (scan in ('pending', 'clean', 'infected', 'unchecked')),
    finding       text,
    scan_attempts integer     not null default 0,
    scan_at       timestamptz,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    primary key (tenant_id, id)
);
comment on table upload is 'Sent, and not attached yet. What attaches it moves it to the table attachment.';
comment on column upload.account is 'Who sent it; nobody else can attach it.';
comment on column upload.scan_at is 'When the scanner is asked; while somebody asks, when they have surely ended. null: not any more.';
create index upload_scan on upload (scan_at) where scan_at is not null;
create index upload_expires on upload (expires_at);
create index upload_blob on upload (blob);
call tenant_table('upload');
grant select, insert, update, delete on upload to helpdesk_app;
grant select, update, delete on upload to helpdesk_worker;

create table attachment (
    tenant_id     uuid        not null,
    id            uuid        not null,
    ticket_id     uuid        not null,
    comment_id    uuid,
    visibility    text        not null check (visibility in ('public', 'internal')),
    file_name     text        not null,
    content_type  text        not null,
    size          bigint      not null,
    checksum      text        not null,
    blob          text        not null,
    scan          text        not null check (scan in ('pending', 'clean', 'infected', 'unchecked')),
    finding       text,
    scan_attempts integer     not null default 0,
    scan_at       timestamptz,
    created_by    uuid,
    created_at    timestamptz not null,
    version       integer     not null,
    removed_at    timestamptz,
    primary key (tenant_id, id)
);
comment on table attachment is 'Files of tickets. The id is that of the upload that it was.';
comment on column attachment.version is 'Of the ticket, with which it came.';
comment on column attachment.removed_at is 'Taken away, or gone with its comment: the content is deleted soon after.';
create index attachment_ticket on attachment (tenant_id, ticket_id, created_at, id) where removed_at is null;
create index attachment_scan on attachment (scan_at) where scan_at is not null;
create index attachment_blob on attachment (blob) where removed_at is null;
call tenant_table('attachment');
grant select, insert, update on attachment to helpdesk_app;
grant select, update, delete on attachment to helpdesk_worker;
