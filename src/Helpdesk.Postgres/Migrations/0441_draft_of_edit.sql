-- Other words for the ticket itself, begun and not saved.
alter table draft drop constraint draft_kind_check, add constraint draft_kind_check check (kind in ('answer', 'note', 'edit', 'new_ticket'));
