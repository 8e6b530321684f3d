alter table account drop column links_valid_from;
