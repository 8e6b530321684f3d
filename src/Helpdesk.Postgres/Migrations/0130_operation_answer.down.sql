alter table operation drop column answer;
