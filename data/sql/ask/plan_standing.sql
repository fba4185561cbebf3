-- Where plans stand as reported by the end of a month: several indicators, province and districts.
-- in    $indicators (list of ids) | $year | $month (1–12: later reports are not looked at)
-- out   indicator | area | level (province, district) | actual (latest figure of the year by then) | kind |
--       actual_status | approx | status (of what is computed from actual and plan) | protected | as_of |
--       month | span (ytd: the year goes on) | plan | plan_status | plan_approx | source_title | before (the
--       year before, same standard) |
--       plan_share | limit_used | missing | plan_met | pace (of a year that goes on) | pace_basis (all:
--       serve/rules.sql) | share_low, share_high (0–1: least and most of its year's total reached by the same
--       month in earlier years) | years (how many such years)
-- rows  one per indicator (in the order asked) × area: the province first, districts in official order; only
--       areas with a plan or a figure
-- null  actual is null without a report or where it is protected, plan where there is none
-- used by data.queries.plan_standing
with asked as (select unnest($indicators::varchar[]) as indicator,
    generate_subscripts($indicators::varchar[], 1) as place),
figure as (
    select * from observation
    where list_contains($indicators, indicator) and year = $year and kind <> 'plan' and span <> 'other'
        and month <= $month
    qualify row_number() over (partition by indicator, area order by period_end desc, standard desc,
        kind = 'actual' desc) = 1
),
target as (
    select * from observation where list_contains($indicators, indicator) and year = $year
        and kind = 'plan' and latest
),
earlier as (
    select indicator, area, month, median(share) as mid, min(share) as low, max(share) as high,
    count(*)::int as years
    from month_share where list_contains($indicators, indicator) and year < $year group by all
),
last_year as (
    select indicator, area, standard, value, status from yearly
    where list_contains($indicators, indicator) and year = $year - 1 and kind <> 'plan'
)
select k.indicator, a.area, a.kind as level, f.value as actual, coalesce(f.kind, '') as kind,
    coalesce(f.status, '') as actual_status, coalesce(f.approx, '') as approx,
    share_status(i.plan_type, f.status, t.status, y.status) as status,
    coalesce(f.protected, false) as protected, f.period_end as as_of, f.month, coalesce(f.span, '') as span,
    t.value as plan, coalesce(t.status, '') as plan_status, coalesce(t.approx, '') as plan_approx,
    coalesce(f.source_title, t.source_title, '') as source_title, y.value as before,
    plan_share(i.plan_type, f.value, t.value, y.value) as plan_share,
    limit_used(i.plan_type, f.value, t.value) as limit_used,
    plan_missing(i.plan_type, f.value, t.value) as missing,
    plan_met(i.plan_type, f.value, t.value, f.span = 'ytd') as plan_met,
    case when f.span = 'ytd' then pace(e.years, e.mid, f.month) end as pace,
    pace_basis(e.years) as pace_basis,
    e.low as share_low, e.high as share_high, coalesce(e.years, 0) as years
from asked as k
join indicator as i on i.indicator = k.indicator
cross join area as a
left join figure as f on f.indicator = k.indicator and f.area = a.area
left join target as t on t.indicator = k.indicator and t.area = a.area
left join earlier as e on e.indicator = k.indicator and e.area = a.area and e.month = f.month
left join last_year as y on y.indicator = k.indicator and y.area = a.area
    and y.standard = coalesce(f.standard, t.standard)
where f.value is not null or f.protected or t.value is not null
order by k.place, a.position
