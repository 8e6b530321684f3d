drop function erase_tenant;
