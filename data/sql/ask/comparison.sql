-- Districts side by side: several indicators in one year, with the change on the year before and the share of
--       plan.
-- in    $indicators (list of ids) | $year | $today
-- out   indicator | area | level (province, district) | value | state (value, protected, no_data, not_due,
--       not_applicable) |
--       status | kind | standard | period_start | period_end | source_title | numerator | denominator |
--       unstable | derived |
--       approx | before | before_status | before_approx | points | percent | reason (as in district_change,
--       and protected) | plan |
--       plan_status | plan_approx | plan_share, missing, plan_met (serve/rules.sql) | share_status (of these)
--       | protected
-- rows  one per indicator asked for (in the order asked) × area (province first, districts in official order)
-- null  value is null where there is no figure: it is not zero
-- used by data.queries.comparison
with asked as (select unnest($indicators::varchar[]) as indicator,
    generate_subscripts($indicators::varchar[], 1) as place),
chosen as (
    select * from yearly
    where list_contains($indicators, indicator) and year = $year and kind <> 'plan' and last_standard
),
target as (select indicator, area, value, status, approx from yearly
    where list_contains($indicators, indicator)
    and year = $year and kind = 'plan' and last_standard)
select k.indicator, a.area, a.kind as level, c.value,
    figure_state(c.value, c.protected, $year, a.valid_from, a.valid_to, i.due_years, i.due_month, i.due_day,
        $today::date) as state,
    coalesce(c.status, '') as status, coalesce(c.approx, '') as approx, coalesce(c.kind, '') as kind,
    coalesce(c.standard, '') as standard,
    c.period_start, c.period_end, coalesce(c.source_title, '') as source_title, c.numerator, c.denominator,
    unstable(c.denominator, i.small_number) as unstable, coalesce(c.derived, false) as derived,
    c.before, coalesce(c.before_status, '') as before_status, coalesce(c.before_approx, '') as before_approx,
    case when i.in_points then point_change(c.value, c.before, i.decimals) end as points,
    case when not i.in_points then percent_change(c.value, c.before) end as percent,
    case when c.protected then 'protected' else coalesce(c.reason, 'no_value') end as reason,
    t.value as plan, coalesce(t.status, '') as plan_status, coalesce(t.approx, '') as plan_approx,
    plan_share(i.plan_type, c.value, t.value, c.before) as plan_share,
    plan_missing(i.plan_type, c.value, t.value) as missing,
    plan_met(i.plan_type, c.value, t.value, false) as plan_met,
    share_status(i.plan_type, c.status, t.status, c.before_status) as share_status,
    coalesce(c.protected, false) as protected
from asked as k
join indicator as i on i.indicator = k.indicator
cross join area as a
left join chosen as c on c.indicator = k.indicator and c.area = a.area
left join target as t on t.indicator = k.indicator and t.area = a.area
order by k.place, a.position
