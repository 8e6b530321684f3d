-- What somebody did, newest first; without work on tickets, which nobody asks for by person, and sign-ins, which stand at the person.
create index event_deed on event (tenant_id, actor, at desc, position desc)
    where actor is not null and kind not like 'ticket.%' and kind not like 'account.%';
