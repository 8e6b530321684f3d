-- How often credentials of a municipality were tried elsewhere within a day: the audit log takes no more of it than can be read.
create index event_foreign_use on event (tenant_id, at) where kind = 'account.foreign_use';
