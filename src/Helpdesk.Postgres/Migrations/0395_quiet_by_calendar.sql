-- Quiet hours that follow the municipality's calendars.
alter table notification_wish add column quiet_calendar boolean not null default false;
comment on column notification_wish.quiet_calendar is 'Mails wait while none of the municipality''s calendars is open; the two times do not count then.';
