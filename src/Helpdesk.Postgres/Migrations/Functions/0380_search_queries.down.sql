drop function search_queries;
