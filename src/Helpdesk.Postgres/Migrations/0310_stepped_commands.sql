comment on column operation.answer is
    'The membership as the operation left it, or the plan of a command that is made of steps; null: the answer is folded from the events.';
