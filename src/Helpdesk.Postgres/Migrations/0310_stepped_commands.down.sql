comment on column operation.answer is 'The membership as the operation left it; null: the answer is folded from the events.';
