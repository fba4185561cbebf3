-- Adds where a publication's figures came from, under its time.
-- in    incoming_origins: the columns of lake.origin but time (registered frame)
insert into lake.origin by name
select * replace (period_start::date as period_start, period_end::date as period_end),
       now() at time zone 'UTC' as "time"
from incoming_origins
