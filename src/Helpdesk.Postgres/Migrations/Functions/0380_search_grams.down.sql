drop function search_grams;
