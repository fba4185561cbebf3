-- In which years districts can be compared: every indicator, every year with figures of two districts or
--       more.
-- out   indicator | year | districts (how many have a figure)
-- rows  catalogue order, years rising; plans are not counted
-- used by data.queries.district_years
select i.indicator, y.year, count(distinct y.area)::int as districts
from yearly as y
join indicator as i on i.indicator = y.indicator
join area as a on a.area = y.area and a.kind = 'district'
where y.kind <> 'plan' and y.value is not null
group by i.indicator, i.position, y.year
having count(distinct y.area) >= 2
order by i.position, y.year
