drop index notification_item_waits;
alter table notification_item drop column mail_wait;

-- What the program before does not know becomes what it called it.
create policy outgoing_mail_back on outgoing_mail to helpdesk_owner using (true);
update outgoing_mail set state = 'failed' where state = 'dropped';
drop policy outgoing_mail_back on outgoing_mail;
alter table outgoing_mail drop constraint outgoing_mail_state_check;
alter table outgoing_mail add constraint outgoing_mail_state_check check (state in ('queued', 'sent', 'written', 'delayed', 'failed'));
alter table outgoing_mail drop column reason;
