drop function is_erasable;
