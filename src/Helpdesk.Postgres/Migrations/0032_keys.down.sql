drop table signing_key;
drop table api_key;
