drop view seat;
