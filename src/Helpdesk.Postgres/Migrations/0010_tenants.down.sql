drop table own_host;
drop table tenant;
