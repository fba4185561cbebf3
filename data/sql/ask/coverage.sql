-- What an edition holds of each indicator.
-- out   indicator | rows | first_year | last_year | districts | published | computed | reported |
--       illustrative (rows of each status)
-- rows  one per declared indicator, catalogue order; 0 rows where there is no figure; protected ones are
--       counted
-- used by data.queries.coverage
select i.indicator, count(o.indicator) as rows, min(o.year) as first_year, max(o.year) as last_year,
       count(distinct o.area) filter (a.kind = 'district') as districts,
       count(*) filter (o.status = 'published') as published,
       count(*) filter (o.status = 'computed') as computed,
       count(*) filter (o.status = 'reported') as reported,
       count(*) filter (o.status = 'illustrative') as illustrative
from indicator as i
left join observation as o on o.indicator = i.indicator and not o.derived
left join area as a on a.area = o.area
group by i.indicator, i.position
order by i.position
