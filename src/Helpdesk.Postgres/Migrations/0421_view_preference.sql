-- How a person wants the pages to look and to work. It has no history: nobody else acts on it.
create table view_preference (
    tenant_id  uuid    not null,
    account_id uuid    not null,
    version    integer not null check (version > 0),
    chosen     jsonb   not null,
    primary key (tenant_id, account_id)
);
comment on table view_preference is 'By account, in the tenant where it is at home. Without a row all is as it is for everybody.';
call tenant_table('view_preference');
grant select, insert, update on view_preference to helpdesk_app;
