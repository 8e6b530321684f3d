drop table mail_block;
