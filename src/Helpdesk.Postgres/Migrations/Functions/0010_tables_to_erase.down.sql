drop function tables_to_erase;
