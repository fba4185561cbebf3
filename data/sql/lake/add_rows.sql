-- Adds `incoming` to the lake, sorted so that a question reads few row groups.
insert into lake.observation by name
select indicator, area, period_start::date as period_start, period_end::date as period_end, kind, standard,
       value, status, source, published, note, approx
from incoming order by indicator, period_end, area
