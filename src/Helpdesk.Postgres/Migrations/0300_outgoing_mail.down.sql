drop table outgoing_mail;
