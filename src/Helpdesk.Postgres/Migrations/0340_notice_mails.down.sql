drop index outgoing_mail_of;
delete from outgoing_mail where template = 'notices';
revoke update (mail_at) on notification_item from helpdesk_worker;
alter table notification_item drop column mail_id;
alter table notification_item drop column mail_at;
alter table membership drop column mail_hold;
alter table membership drop column mail_digest;
alter table membership drop column mails_off;
