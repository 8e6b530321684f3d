drop table notification_item;
drop table notification;
