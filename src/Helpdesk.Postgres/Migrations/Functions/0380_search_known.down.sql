drop function search_known;
