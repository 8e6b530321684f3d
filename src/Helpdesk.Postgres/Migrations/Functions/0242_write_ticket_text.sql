-- What is written on tickets is searched from the same moment on.
create or replace function write_ticket_text() returns trigger language plpgsql as
$$
declare
    text_of text;
begin
    if new.kind = 'ticket.comment_withdrawn' then
        delete from ticket_text where tenant_id = new.tenant_id and ticket_id = new.stream_id and source = new.data ->> 'comment';
    elsif new.kind = 'ticket.commented' then
        insert into ticket_text
        select new.tenant_id, new.stream_id, new.data ->> 'id', new.data ->> 'visibility' is distinct from 'public',
            search_vector(new.tenant_id, new.data ->> 'body', false)
        where new.data ->> 'id' is not null on conflict do nothing;
    elsif new.kind = 'ticket.opened' then
        insert into ticket_text
        select new.tenant_id, new.stream_id, part, false, search_vector(new.tenant_id, new.data ->> part, part = 'subject')
        from unnest(array['number', 'subject', 'description']) part on conflict do nothing;
    else
        text_of := case new.kind when 'ticket.subject_changed' then 'subject' else 'description' end;
        update ticket_text set words = search_vector(new.tenant_id, new.data ->> 'to', text_of = 'subject')
        where tenant_id = new.tenant_id and ticket_id = new.stream_id and source = text_of;
    end if;
    return null;
end
$$;

create or replace trigger write_ticket_text after insert on event for each row
    when (new.kind in ('ticket.opened', 'ticket.commented', 'ticket.comment_withdrawn', 'ticket.subject_changed', 'ticket.description_changed'))
    execute function write_ticket_text();

-- What was written before there was this trigger, once: when its text changes, what is there stays. It holds back whoever writes until all of it is
-- there, so that nothing is missed.
do $fill$
begin
    if exists (select from ticket_text) then
        return;
    end if;
    create policy event_fill on event for select to helpdesk_owner using (true);
    create policy ticket_fill on ticket for select to helpdesk_owner using (true);
    insert into ticket_text
    select tenant_id, id, part, false, search_vector(
        tenant_id, case part when 'number' then number when 'subject' then subject else description end, part = 'subject')
    from ticket, unnest(array['number', 'subject', 'description']) part on conflict do nothing;
    insert into ticket_text
    select said.tenant_id, said.stream_id, said.data ->> 'id', said.data ->> 'visibility' is distinct from 'public',
        search_vector(said.tenant_id, said.data ->> 'body', false)
    from event said where said.kind = 'ticket.commented' and said.data ->> 'id' is not null and not exists (
        select from event back
        where back.tenant_id = said.tenant_id and back.stream_id = said.stream_id and back.kind = 'ticket.comment_withdrawn'
          and back.data ->> 'comment' = said.data ->> 'id')
    on conflict do nothing;
    drop policy ticket_fill on ticket;
    drop policy event_fill on event;
end
$fill$;
