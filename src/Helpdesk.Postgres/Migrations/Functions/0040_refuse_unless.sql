-- Stops a batch whose premise no longer holds, and with it the whole transaction.
create or replace function refuse_unless(holds boolean, code text) returns void language plpgsql volatile as $$
begin
    if holds is not true then
        raise exception 'The premise of this change no longer holds.' using errcode = code;
    end if;
end
$$;
comment on function refuse_unless is 'HD409: somebody else was there first. HD410: the link is used up or over.';

grant execute on function refuse_unless to helpdesk_app;
