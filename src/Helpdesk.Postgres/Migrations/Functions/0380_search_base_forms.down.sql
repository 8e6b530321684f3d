drop function search_base_forms;
