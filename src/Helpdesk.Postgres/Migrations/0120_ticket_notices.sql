-- People are told of more about a ticket than its promises: an item that names a ticket need not name a target.
alter table notification_item drop constraint notification_item_of_ticket;
alter table notification_item add constraint notification_item_of_ticket check (number is not null or target is null);
comment on column notification_item.target is 'Of a warning or breach; null: something else happened to the ticket, the kind says what.';
comment on column notification_item.due_at is 'The true moment of the warning or breach, or when it happened.';
