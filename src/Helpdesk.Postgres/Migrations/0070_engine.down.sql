drop table cluster_certificate;
drop table orleans_membership;
drop table orleans_membership_version;
drop table orleans_reminder;
drop table orleans_storage;
drop table orleansquery;
