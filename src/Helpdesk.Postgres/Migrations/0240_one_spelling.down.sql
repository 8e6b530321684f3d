alter table ticket_tag drop column folded;
drop function fold_key;
