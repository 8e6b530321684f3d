alter table membership drop column address_key;
alter table ticket_tag drop column word_key;
drop function address_key;
drop function label_in_letters;
drop function word_key;
