drop function search_texts;
