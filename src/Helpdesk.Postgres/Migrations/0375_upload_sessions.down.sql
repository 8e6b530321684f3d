update attachment_usage u set bytes = u.bytes - s.bytes, files = u.files - s.files
from (select tenant_id, sum(size)::bigint as bytes, count(*) as files from upload_session group by tenant_id) s where u.tenant_id = s.tenant_id;
drop table upload_part, upload_session;
