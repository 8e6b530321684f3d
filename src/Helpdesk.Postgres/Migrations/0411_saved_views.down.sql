drop table view_order;
drop table saved_view;
