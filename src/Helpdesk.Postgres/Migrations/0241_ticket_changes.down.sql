drop index ticket_public_changed;
alter table ticket drop column merged_into;
