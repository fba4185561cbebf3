-- Districts side by side: several indicators in one year, with the change on the year before and the share of plan.
-- in    $indicators (list of ids) | $year | $today
-- out   indicator | area | level (province, district) | value | state (value, protected, no_data, not_due, not_applicable) |
--       status | kind | standard | period_start | period_end | source_title | numerator | denominator | unstable | derived |
--       before | before_status | points | percent | reason (as in district_change, and protected) | plan_share (100 × value ÷ plan, counts only) | plan_status | protected
-- rows  one per indicator asked for (in the order asked) × area (province first, districts in official order)
-- null  value is null where there is no figure: it is not zero
-- used by data.queries.comparison
with asked as (select unnest($indicators::varchar[]) as indicator, generate_subscripts($indicators::varchar[], 1) as place),
chosen as (
    select * from yearly
    where list_contains($indicators, indicator) and year = $year and kind <> 'plan' and last_standard
),
target as (select indicator, area, value, status from yearly where list_contains($indicators, indicator) and year = $year and kind = 'plan' and last_standard)
select k.indicator, a.area, a.kind as level, c.value,
    case when c.value is not null then 'value'
         when c.protected then 'protected'
         when make_date($year, 1, 1) > a.valid_to or make_date($year, 12, 31) < a.valid_from then 'not_applicable'
         when make_date($year + coalesce(i.due_years, 1)::int, coalesce(i.due_month, 1)::int, 1)
              + to_days(coalesce(i.due_day, 31)::int - 1) > $today::date then 'not_due'
         else 'no_data' end as state,
    coalesce(c.status, '') as status, coalesce(c.kind, '') as kind, coalesce(c.standard, '') as standard,
    c.period_start, c.period_end, coalesce(c.source_title, '') as source_title, c.numerator, c.denominator,
    coalesce(c.denominator < i.small_number, false) as unstable, coalesce(c.derived, false) as derived,
    c.before, coalesce(c.before_status, '') as before_status,
    case when i.is_rate then c.value - c.before end as points,
    case when not i.is_rate and c.before >= 20 then 100 * (c.value - c.before) / c.before end as percent,
    case when c.protected then 'protected' else coalesce(c.reason, 'no_value') end as reason,
    case when not i.is_rate then 100 * c.value / nullif(t.value, 0) end as plan_share, coalesce(t.status, '') as plan_status,
    coalesce(c.protected, false) as protected
from asked as k
join indicator as i on i.indicator = k.indicator
cross join area as a
left join chosen as c on c.indicator = k.indicator and c.area = a.area
left join target as t on t.indicator = k.indicator and t.area = a.area
order by k.place, a.position
