-- One indicator in one year: every area of a kind, with its figure or the reason why there is none.
-- in    $indicator | $year | $kind (actual, estimates included, or plan) | $area_kind (district, province) |
--       $today
-- out   area | value | state (value, protected, no_data, not_due, not_applicable) | status | kind | source |
--       source_title |
--       approx | period_start | period_end | standard | numerator | denominator | unstable | derived | note |
--       protected
-- rows  one per area, official order
-- null  value is null where there is no figure: it is not zero
-- used by data.queries.district_values, province_value
with chosen as (
    select * from yearly
    where indicator = $indicator and year = $year and (kind = 'plan') = ($kind = 'plan') and last_standard
)
select a.area, c.value,
    figure_state(c.value, c.protected, $year, a.valid_from, a.valid_to, i.due_years, i.due_month, i.due_day,
        $today::date) as state,
    coalesce(c.status, '') as status, coalesce(c.approx, '') as approx, coalesce(c.kind, '') as kind,
    coalesce(c.source, '') as source,
    coalesce(c.source_title, '') as source_title, c.period_start, c.period_end,
    coalesce(c.standard, '') as standard,
    c.numerator, c.denominator, unstable(c.denominator, i.small_number) as unstable,
    coalesce(c.derived, false) as derived, coalesce(c.note, '') as note,
    coalesce(c.protected, false) as protected
from area as a
join indicator as i on i.indicator = $indicator
left join chosen as c on c.area = a.area
where a.kind = $area_kind
order by a.position
