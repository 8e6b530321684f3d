drop table search_word;
drop table search_part;
drop table search_document;
