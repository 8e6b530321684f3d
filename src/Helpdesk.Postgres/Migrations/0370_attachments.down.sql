drop table attachment, upload, attachment_usage, attachment_folder;
