drop table ticket_tag;
