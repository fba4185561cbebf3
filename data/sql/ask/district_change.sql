-- Change of one indicator from the year before to this year, within one standard.
-- in    $indicator | $year
-- out   area | value | before | points | percent | state (value, protected, no_data) |
--       actual_status | before_status | approx | before_approx | status (of the change) | reason |
--       source_title | protected
--       points: value − before, rates only (percentage points); percent: counts only, base of 20 or more
--       reason: '' | no_value | protected | no_before | break (the year before was counted under another
--       standard)
-- rows  one per district, official order
-- used by data.queries.district_change
select a.area, n.value, n.before,
    case when i.in_points then point_change(n.value, n.before, i.decimals) end as points,
    case when not i.in_points then percent_change(n.value, n.before) end as percent,
    case when n.before is not null then 'value' when n.reason = 'protected' or n.protected
        then 'protected' else 'no_data' end as state,
    coalesce(n.status, '') as actual_status, coalesce(n.before_status, '') as before_status,
    coalesce(n.approx, '') as approx, coalesce(n.before_approx, '') as before_approx,
    worst_status([n.status, n.before_status]) as status,
    case when n.protected then 'protected' else coalesce(n.reason, 'no_value') end as reason,
    coalesce(n.source_title, '') as source_title,
    coalesce(n.protected, false) as protected
from area as a
join indicator as i on i.indicator = $indicator
left join yearly as n
    on n.indicator = $indicator and n.year = $year and n.kind <> 'plan' and n.last_standard
        and n.area = a.area
where a.kind = 'district'
order by a.position
