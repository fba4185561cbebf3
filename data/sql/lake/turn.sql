-- Every publication rewrites the one row of `turn`: of two at the same time one fails, under any catalogue.
delete from lake.turn;
insert into lake.turn values (true)
