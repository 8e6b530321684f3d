-- Tickets that somebody wants to be told nothing of: theirs alone, without a history.
create table ticket_mute (
    tenant_id  uuid not null,
    account_id uuid not null,
    ticket_id  uuid not null,
    primary key (tenant_id, account_id, ticket_id)
);
call tenant_table('ticket_mute');
grant select, insert, delete on ticket_mute to helpdesk_app;
-- Mails that wait ask once more before they leave.
grant select on ticket_mute to helpdesk_worker;
