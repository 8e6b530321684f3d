alter table membership drop column time_zone, drop column requester_group, drop column external_id, drop column muted;
