drop table notification_wish;
