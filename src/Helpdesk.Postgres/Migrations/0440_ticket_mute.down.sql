drop table ticket_mute;
