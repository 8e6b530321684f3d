drop function folded_words;
