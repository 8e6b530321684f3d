alter table session drop column by_passkey;
drop table passkey_answer;
drop table passkey;
