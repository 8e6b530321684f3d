drop function search_vector;
