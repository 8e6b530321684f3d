alter table ticket_tag drop column word;
drop function fold_word;
