drop function search_key;
