drop table sealing_key;
drop table signing_key;
drop table mailed_link;
drop table known_device;
drop table sign_in_try;
drop table session;
