drop function refuse_unless;
drop table people;
drop table membership;
drop table account;
