-- People whom the staff know by their address only: no login, no seat, invited by choice.
alter table membership drop constraint membership_status_check;
alter table membership add constraint membership_status_check check (status in ('active', 'suspended', 'invited', 'ended', 'contact'));
