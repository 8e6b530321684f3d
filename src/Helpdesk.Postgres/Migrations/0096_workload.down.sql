drop index ticket_workload;
