delete from draft where kind = 'edit';
alter table draft drop constraint draft_kind_check, add constraint draft_kind_check check (kind in ('answer', 'note', 'new_ticket'));
