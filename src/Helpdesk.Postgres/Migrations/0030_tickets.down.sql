drop table ticket_tag;
drop table ticket_number;
drop table ticket;
