drop function search_lexemes;
