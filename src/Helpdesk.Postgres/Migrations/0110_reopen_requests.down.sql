drop index ticket_reopen_requested;
alter table ticket drop column reopen_requested_at;
