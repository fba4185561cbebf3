-- What share of a year's total had been reached at the end of each month: the pace of that year.
-- in    table observation
-- out   indicator | area | year | month | share (0–1 and above where the year was revised down)
-- rows  only years whose total is known and not 0, and of which at least one earlier month was reported:
--       a year known only as a whole is no history of its months; none of protected figures
create or replace table month_share as
select o.indicator, o.area, o.year, o.month, o.value / total.value as share
from observation as o
join observation as total
    on total.indicator = o.indicator and total.area = o.area and total.year = o.year
    and total.span = 'year' and total.kind = 'actual' and total.value <> 0
where o.span in ('ytd', 'year') and o.kind = 'actual' and o.value is not null
qualify count(*) over (partition by o.indicator, o.area, o.year) > 1
order by o.indicator, o.area, o.year, o.month
