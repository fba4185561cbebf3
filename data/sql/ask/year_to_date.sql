-- One area's cumulated figure by month against the year's plan and the pace of earlier years.
-- in    $indicator | $area | $year
-- out   month 1–12 | actual | plan | plan_share (%) | plan_status | approx | pace, pace_low, pace_high (per
--       cent of plan expected by that month) | pace_basis (history | linear) | history_years | status |
--       source_title | protected pace is the median of the same month's share in earlier years (2 or more),
--       low and high their range; linear (month ÷ 12) otherwise, low and high then null
-- rows  always twelve
-- null  actual is null in a month without a report or with a protected one
-- used by data.queries.year_to_date
with reported as (
    select * from observation
    where indicator = $indicator and area = $area and year = $year and kind <> 'plan'
        and span in ('ytd', 'year')
    qualify row_number() over (partition by month order by kind = 'actual' desc) = 1
),
planned as (select value, status from yearly where indicator = $indicator and area = $area
    and year = $year and kind = 'plan'),
pace as (
    select month, median(share) as mid, min(share) as low, max(share) as high, count(*) as years
    from month_share where indicator = $indicator and area = $area and year < $year group by month
)
select m.month::int as month, r.value as actual, p.value as plan,
    plan_share('reach', r.value, p.value, null) as plan_share, coalesce(p.status, '') as plan_status,
    pace(t.years, t.mid, m.month) as pace,
    case when t.years >= 2 then 100 * t.low end as pace_low, case when t.years >= 2
        then 100 * t.high end as pace_high,
    pace_basis(t.years) as pace_basis, coalesce(t.years, 0)::int as history_years,
    coalesce(r.status, '') as status, coalesce(r.approx, '') as approx,
    coalesce(r.source_title, '') as source_title,
    coalesce(r.protected, false) as protected
from range(1, 13) as m(month)
left join planned as p on true
left join reported as r on r.month = m.month
left join pace as t on t.month = m.month
order by m.month
