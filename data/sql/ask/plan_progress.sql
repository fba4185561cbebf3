-- How far the plan of a year is fulfilled: province and districts.
-- in    $indicator | $year
-- out   area | actual (latest cumulated figure of the year) | plan | plan_share | limit_used | missing |
--       plan_met (serve/rules.sql) | pace (per cent of plan expected by then) | pace_basis (history: median
--       share of the same month, 2 earlier years or more; linear: month ÷ 12) |
--       as_of | state (value, cannot_judge) | reason ('' | no_plan | protected | no_report) |
--       actual_status | plan_status | approx | plan_approx | status (of the share) | source_title (of the
--       actual figure) | protected
-- rows  one per area: the province first, then districts in official order
-- used by data.queries.plan_progress
with pace as (
    select area, month, median(share) as share, count(*) as years
    from month_share where indicator = $indicator and year < $year group by area, month
)
select a.area, h.value as actual, h.plan, plan_share(i.plan_type, h.value, h.plan, h.before) as plan_share,
    limit_used(i.plan_type, h.value, h.plan) as limit_used,
    plan_missing(i.plan_type, h.value, h.plan) as missing,
    plan_met(i.plan_type, h.value, h.plan, h.span = 'ytd') as plan_met,
    case when i.plan_type = 'reach' then pace(t.years, t.share, h.month) end as pace,
    pace_basis(t.years) as pace_basis,
    h.period_end as as_of,
    case when h.value is null or h.plan is null then 'cannot_judge' else 'value' end as state,
    case when h.plan is null then 'no_plan' when h.protected then 'protected' when h.value is null
        then 'no_report' else '' end as reason,
    coalesce(h.status, '') as actual_status, coalesce(h.plan_status, '') as plan_status,
    coalesce(h.approx, '') as approx, coalesce(h.plan_approx, '') as plan_approx,
    share_status(i.plan_type, h.status, h.plan_status, h.before_status) as status,
    coalesce(h.source_title, '') as source_title,
    coalesce(h.protected, false) as protected
from area as a
join indicator as i on i.indicator = $indicator
left join headline as h on h.indicator = $indicator and h.year = $year and h.area = a.area
left join pace as t on t.area = a.area and t.month = h.month
order by a.position
