drop function is_forgettable;
