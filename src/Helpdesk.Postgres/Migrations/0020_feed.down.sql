drop table feed_position;
drop table due;
drop table aggregate;
drop table operation;
drop table event;
