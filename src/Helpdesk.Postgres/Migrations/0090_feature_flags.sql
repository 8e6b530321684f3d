-- Feature flags. Sets stand in `aggregate`, and so do licences, whose features are entitlements. Every process keeps all of them in memory, compares
-- versions every second, and is nudged in between.
create index aggregate_flag_set on aggregate (tenant_id, version) where kind = 'flag_set';
create index aggregate_licence on aggregate (tenant_id, version) where kind = 'licence';
