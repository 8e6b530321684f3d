drop function search_words;
