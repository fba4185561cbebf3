-- Change of one indicator from the year before to this year, within one standard.
-- in    $indicator | $year
-- out   area | value | before | points | percent | state | status | reason
--       points: value − before, rates only (percentage points); percent: counts only, base of 20 or more
--       reason: '' | no_value | no_before | break (the year before was counted under another standard)
-- rows  one per district, official order
-- used by data.queries.district_change
with now as (
    select * from yearly where indicator = $indicator and year = $year and kind <> 'plan'
    qualify row_number() over (partition by area order by standard desc) = 1
),
past as (select * from yearly where indicator = $indicator and year = $year - 1 and kind <> 'plan')
select a.area, n.value, p.value as before,
    case when i.is_rate then n.value - p.value end as points,
    case when not i.is_rate and p.value >= 20 then 100 * (n.value - p.value) / p.value end as percent,
    case when n.value is not null and p.value is not null then 'value' else 'no_data' end as state,
    case when 'illustrative' in (n.status, p.status) then 'illustrative'
         when 'reported' in (n.status, p.status) then 'reported' else coalesce(n.status, '') end as status,
    case when n.value is null then 'no_value' when p.value is not null then ''
         when exists (from past as q where q.area = a.area) then 'break' else 'no_before' end as reason
from area as a
join indicator as i on i.indicator = $indicator
left join now as n on n.area = a.area
left join past as p on p.area = a.area and p.standard = n.standard
where a.kind = 'district'
order by a.position
