-- How far the plan of a year is fulfilled: province and districts.
-- in    $indicator | $year
-- out   area | actual (latest cumulated figure of the year) | plan | plan_share (100 × actual ÷ plan) |
--       missing (plan − actual, never below 0) | pace (per cent of plan expected by then) |
--       pace_basis (history: median share of the same month, 2 earlier years or more; linear: month ÷ 12) |
--       as_of | state (value, cannot_judge) | reason ('' | no_plan | no_report) | status | source_title (of the actual figure)
-- rows  one per area: the province first, then districts in official order
-- used by data.queries.plan_progress
with done as (
    select * from observation
    where indicator = $indicator and year = $year and kind <> 'plan' and span in ('ytd', 'year', 'day')
    qualify row_number() over (partition by area order by period_end desc, kind = 'actual' desc) = 1
),
planned as (select * from yearly where indicator = $indicator and year = $year and kind = 'plan'),
pace as (
    select area, month, median(share) as share, count(*) as years
    from month_share where indicator = $indicator and year < $year group by area, month
)
select a.area, d.value as actual, p.value as plan, 100 * d.value / nullif(p.value, 0) as plan_share,
    greatest(p.value - d.value, 0) as missing,
    100 * case when t.years >= 2 then t.share else d.month / 12 end as pace,
    case when t.years >= 2 then 'history' else 'linear' end as pace_basis,
    d.period_end as as_of,
    case when d.value is null or p.value is null then 'cannot_judge' else 'value' end as state,
    case when p.value is null then 'no_plan' when d.value is null then 'no_report' else '' end as reason,
    case when 'illustrative' in (d.status, p.status) then 'illustrative'
         when 'reported' in (d.status, p.status) then 'reported' else coalesce(d.status, p.status, '') end as status,
    coalesce(s.title, d.source, '') as source_title
from area as a
left join done as d on d.area = a.area
left join planned as p on p.area = a.area
left join source as s on s.source = d.source
left join pace as t on t.area = a.area and t.month = d.month
order by a.position
