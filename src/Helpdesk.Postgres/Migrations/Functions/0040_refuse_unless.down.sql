drop function refuse_unless;
