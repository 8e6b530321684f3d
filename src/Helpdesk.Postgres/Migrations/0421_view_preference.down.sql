drop table view_preference;
