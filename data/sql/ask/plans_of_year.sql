-- Which indicators have a plan, in which years.
-- out   indicator | year | areas (how many have a plan) | months (list of months with a report of that year)
-- rows  catalogue order, years rising
-- used by data.queries.plans
select i.indicator, p.year, count(distinct p.area)::int as areas,
    (select coalesce(list(distinct o.month order by o.month), []) from observation as o
     where o.indicator = i.indicator and o.year = p.year and o.kind <> 'plan' and o.span <> 'other') as months
from observation as p
join indicator as i on i.indicator = p.indicator
where p.kind = 'plan' and p.latest
group by i.indicator, i.position, p.year
order by i.position, p.year
