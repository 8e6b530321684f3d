-- Addresses that a mail server refused for good.
create table mail_block (
    tenant_id  uuid        not null,
    address    text        not null,
    id         uuid        not null,
    words      text        not null,
    blocked_at timestamptz not null,
    until      timestamptz not null,
    primary key (tenant_id, address),
    unique (tenant_id, id)
);
comment on table mail_block is 'What people are told is not mailed there until then, or until somebody clears it.';
comment on column mail_block.address is 'In small letters.';
comment on column mail_block.words is 'What the mail server said.';
create index mail_block_until on mail_block (until);

call tenant_table('mail_block');
grant select, insert, update, delete on mail_block to helpdesk_app;
grant select, delete on mail_block to helpdesk_worker;
