-- What stands for an indicator in an area and a year: its latest figure, its plan, the year before.
-- in    tables observation, yearly
-- out   indicator | area | year | month | value | kind | status | standard | period_start | period_end | span
--       | source |
--       source_title | address | published | approx | note | protected | before | before_end | before_status
--       | before_approx | reason (as in yearly; no_value without a figure, protected where it is kept back) |
--       plan | plan_status | plan_approx
-- rows  one per indicator × area × year with a figure or a plan
-- null  value is null where there is only a plan or the figure is protected, plan where there is none
create or replace table headline as
with figure as (select * from observation where latest and kind <> 'plan'),
target as (select * from observation where latest and kind = 'plan')
select coalesce(n.indicator, f.indicator) as indicator, coalesce(n.area, f.area) as area,
    coalesce(n.year, f.year) as year,
    n.month, n.value, n.kind, n.status, n.standard, n.period_start, n.period_end, n.span, n.source,
    n.source_title, n.address,
    n.published, n.approx, n.note, coalesce(n.protected, false) as protected, y.before, y.before_end,
    y.before_status,
    y.before_approx,
    case when n.protected then 'protected' when n.value is null then 'no_value'
        else coalesce(y.reason, 'no_before') end as reason,
    f.value as plan, f.status as plan_status, f.approx as plan_approx
from figure as n
full join target as f on f.indicator = n.indicator and f.area = n.area and f.year = n.year
left join yearly as y
    on y.indicator = n.indicator and y.area = n.area and y.year = n.year and y.standard = n.standard
        and y.kind <> 'plan' and n.span <> 'ytd'
order by 1, 3, 2
