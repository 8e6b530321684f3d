-- Licences stand in `aggregate`. Every process compares their versions with those of the flag sets, since features of a licence are entitlements.
create index aggregate_licence on aggregate (tenant_id, version) where kind = 'licence';
