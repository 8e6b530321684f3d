drop trigger event_stays on event;
drop function keep_history;
