drop table audit_link;
drop index event_deed;
drop index event_audit;
