drop table ticket_number;
drop table ticket;
