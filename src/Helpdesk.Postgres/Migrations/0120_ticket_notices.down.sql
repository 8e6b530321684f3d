-- What the program before cannot read goes.
create policy notification_item_drop on notification_item to helpdesk_owner using (true);
create policy notification_drop on notification to helpdesk_owner using (true);
delete from notification where exists (
    select from notification_item item
    where item.tenant_id = notification.tenant_id and item.notification_id = notification.id and item.number is not null and item.target is null);
delete from notification_item where number is not null and target is null;
drop policy notification_item_drop on notification_item;
drop policy notification_drop on notification;

alter table notification_item drop constraint notification_item_of_ticket;
alter table notification_item add constraint notification_item_of_ticket check ((number is null) = (target is null));
