drop table ticket_text;
