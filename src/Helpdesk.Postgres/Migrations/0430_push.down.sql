alter table membership drop column pushes_off;
revoke update (push_at) on notification_item from helpdesk_worker;
alter table notification_item drop column push_at;
drop table push_delivery;
drop table push_subscription;
drop table push_key;
