-- What admins and owners must be told besides tickets: seats, licences, flags, operators inside. A consumer of the feed owes it.
alter table notification_item
    alter column number drop not null,
    alter column target drop not null,
    add column about jsonb,
    add constraint notification_item_about check ((about is null) <> (number is null)),
    add constraint notification_item_of_ticket check ((number is null) = (target is null));
comment on column notification_item.about is 'Instead of a ticket and its target: the event that is told of, {"kind", "data"}.';
grant insert on notification_item to helpdesk_worker;
