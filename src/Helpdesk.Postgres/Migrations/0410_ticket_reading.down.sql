drop table ticket_read;
alter table ticket drop column public_acted_before, drop column public_acted_by, drop column public_acted_version,
    drop column acted_before, drop column acted_by, drop column acted_version,
    drop column last_comment_from_staff, drop column last_comment_at;
