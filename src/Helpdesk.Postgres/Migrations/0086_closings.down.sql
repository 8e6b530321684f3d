create policy move_owner on ticket to helpdesk_owner using (true);
update ticket set state = state - 'closings' where state ? 'closings';
drop policy move_owner on ticket;
