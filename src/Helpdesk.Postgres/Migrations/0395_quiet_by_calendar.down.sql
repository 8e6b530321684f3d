alter table notification_wish drop column quiet_calendar;
