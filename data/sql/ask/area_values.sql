-- One indicator in one year: every area of a kind, with its figure or the reason why there is none.
-- in    $indicator | $year | $kind (actual, estimates included, or plan) | $area_kind (district, province) | $today
-- out   area | value | state (value, protected, no_data, not_due, not_applicable) | status | kind | source | source_title |
--       period_start | period_end | standard | numerator | denominator | unstable | derived | note | protected
-- rows  one per area, official order
-- null  value is null where there is no figure: it is not zero
-- used by data.queries.district_values, province_value
with chosen as (
    select * from yearly
    where indicator = $indicator and year = $year and (kind = 'plan') = ($kind = 'plan') and last_standard
)
select a.area, c.value,
    case when c.value is not null then 'value'
         when c.protected then 'protected'
         when make_date($year, 1, 1) > a.valid_to or make_date($year, 12, 31) < a.valid_from then 'not_applicable'
         when make_date($year + coalesce(i.due_years, 1)::int, coalesce(i.due_month, 1)::int, 1)
              + to_days(coalesce(i.due_day, 31)::int - 1) > $today::date then 'not_due'
         else 'no_data' end as state,
    coalesce(c.status, '') as status, coalesce(c.kind, '') as kind, coalesce(c.source, '') as source,
    coalesce(c.source_title, '') as source_title, c.period_start, c.period_end, coalesce(c.standard, '') as standard,
    c.numerator, c.denominator, coalesce(c.denominator < i.small_number, false) as unstable,
    coalesce(c.derived, false) as derived, coalesce(c.note, '') as note,
    coalesce(c.protected, false) as protected
from area as a
join indicator as i on i.indicator = $indicator
left join chosen as c on c.area = a.area
where a.kind = $area_kind
order by a.position
