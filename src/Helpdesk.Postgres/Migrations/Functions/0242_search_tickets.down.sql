drop function search_tickets;
