drop view seat;
drop table people;
drop table membership;
drop table account;
