drop trigger write_ticket_text on event;
drop function write_ticket_text;
