drop table tenant_logo;
