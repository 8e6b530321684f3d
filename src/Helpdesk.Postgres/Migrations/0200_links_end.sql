-- A link dies with its reason: nothing that was sent before this moment opens anything any more, at whichever tenant it was asked for.
alter table account add column links_valid_from timestamptz not null default '-infinity';
comment on column account.links_valid_from is 'Links mailed before are over: password or address changed, suspended or ended at home.';
