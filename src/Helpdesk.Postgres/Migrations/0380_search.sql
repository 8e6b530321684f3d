-- What is found by words: tickets and people. Written by a consumer of the feed, and at any time written anew from the tickets and memberships.
create table search_document (
    tenant_id uuid     not null,
    id        uuid     not null,
    type      text     not null,
    rules     integer  not null,
    version   integer  not null,
    primary key (tenant_id, id)
);
comment on table search_document is 'What search_part was written from: an older version never replaces a newer one.';
comment on column search_document.rules is 'Of the words: what was written by older ones is written anew.';
call tenant_table('search_document');
grant select, insert, update, delete on search_document to helpdesk_worker;

create table search_part (
    tenant_id uuid     not null,
    document  uuid     not null,
    part      text     not null,
    source    text     not null,
    owner     uuid     not null,
    internal  boolean  not null,
    rules     integer  not null,
    digest    text     not null,
    words     tsvector not null,
    primary key (tenant_id, document, part, source)
);
comment on table search_part is 'One row a text, so that what was withdrawn goes by itself. Closed to helpdesk_app, which asks search_texts.';
comment on column search_part.source is 'Id of the comment or file, or the tag; empty where a document has one at most.';
comment on column search_part.owner is 'The customer who may find it, unless it is internal.';
comment on column search_part.digest is 'Of the text: an answer is given only while the text is still this one.';
-- The lexeme begins with its tenant, so one column does what (tenant_id, words) would with btree_gin: an extension that not every server has.
comment on column search_part.words is 'Each lexeme: 12 digits of the tenant, then w and a word, i and the ending of one, or s and a stem.';
create index search_part_words on search_part using gin (words);
call tenant_table('search_part');
grant select, insert, update, delete on search_part to helpdesk_worker;
create policy search_part_owner on search_part for select to helpdesk_owner using (true);

create table search_word (
    tenant_id uuid   not null,
    key       text   not null,
    word      text   not null,
    grams     text[] not null,
    primary key (tenant_id, key)
);
comment on table search_word is 'Words that stand in search_part, for those who mistype. Which of them somebody is told, search_words decides.';
comment on column search_word.grams is 'Three letters each, the tenant in front: what pg_trgm would do, an extension that not every server has.';
create index search_word_grams on search_word using gin (grams);
call tenant_table('search_word');
grant select, insert, update, delete on search_word to helpdesk_worker;
create policy search_word_owner on search_word for select to helpdesk_owner using (true);
