-- What the operation left behind, where events cannot tell: they name nobody, and a membership has a name and an address. Kept as long as the operation.
alter table operation add column answer jsonb;
comment on column operation.answer is 'The membership as the operation left it; null: the answer is folded from the events.';
