drop table mailed_link;
drop table known_device;
drop table sign_in_try;
drop table refresh_token;
drop table session;
