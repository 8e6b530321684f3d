-- Files that come in parts: what they will be, and the parts that are there.
create table upload_session (
    tenant_id  uuid        not null,
    id         uuid        not null,
    account    uuid        not null,
    file_name  text        not null,
    size       bigint      not null check (size > 0),
    checksum   text,
    received   bigint      not null check (received between 0 and size),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id)
);
comment on table upload_session is 'A file on its way, part by part. When it is whole it becomes an upload of the same id. Its room is taken.';
comment on column upload_session.checksum is 'SHA-256 that the whole must have; null: nobody said.';
create index upload_session_account on upload_session (tenant_id, account);
create index upload_session_expires on upload_session (expires_at);
call tenant_table('upload_session');
grant select, insert, update, delete on upload_session to helpdesk_app;
grant select, update, delete on upload_session to helpdesk_worker;

create table upload_part (
    tenant_id  uuid   not null,
    session_id uuid   not null,
    start      bigint not null,
    size       bigint not null check (size > 0),
    blob       text   not null,
    primary key (tenant_id, session_id, start)
);
comment on table upload_part is 'What came of a file on its way, from the beginning and without gaps.';
create index upload_part_blob on upload_part (blob);
call tenant_table('upload_part');
grant select, insert, delete on upload_part to helpdesk_app;
grant select, delete on upload_part to helpdesk_worker;
