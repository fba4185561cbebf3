-- Which years of an indicator have figures.
-- in    $indicator
-- out   year | standard | districts (how many have a figure) | province (has one of its own or a sum) | illustrative (any is)
-- used by data.queries.years
select year, standard, count(distinct o.area) filter (a.kind = 'district') as districts,
       bool_or(a.kind = 'province') as province, bool_or(status = 'illustrative') as illustrative
from yearly as o join area as a on a.area = o.area
where indicator = $indicator and o.kind <> 'plan'
group by year, standard
order by year, standard
