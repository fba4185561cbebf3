-- Headline figures of one area in one year, with change, plan and source.
-- in    $indicators (list of ids) | $area | $year
-- out   indicator | value | kind | status | standard | period_start | period_end | span | source | source_title |
--       address | published | note | before | before_end | before_status | points | percent | reason | plan | plan_status | plan_share
--       as in district_change; plan_share = 100 × value ÷ plan, counts only
-- rows  one per id asked for, in the order asked
-- null  value is null where the year has no figure; a year in progress gives its latest cumulated one
-- used by data.queries.figures
with asked as (select unnest($indicators) as indicator, generate_subscripts($indicators, 1) as position),
now as (
    select * from observation
    where list_contains($indicators, indicator) and area = $area and year = $year and kind <> 'plan' and span in ('day', 'year', 'ytd')
    qualify row_number() over (partition by indicator order by span = 'ytd', period_end desc, standard desc, kind = 'actual' desc) = 1
),
past as (
    select * from yearly where list_contains($indicators, indicator) and area = $area and year = $year - 1 and kind <> 'plan'
),
planned as (
    select * from yearly where list_contains($indicators, indicator) and area = $area and year = $year and kind = 'plan'
    qualify row_number() over (partition by indicator order by standard desc) = 1
)
select q.indicator, n.value, n.kind, coalesce(n.status, '') as status, coalesce(n.standard, '') as standard,
    n.period_start, n.period_end, n.span, n.source, coalesce(s.title, n.source) as source_title, s.address, n.published, n.note,
    p.value as before, p.period_end as before_end, coalesce(p.status, '') as before_status,
    case when i.is_rate then n.value - p.value end as points,
    case when not i.is_rate and n.span <> 'ytd' and p.value >= 20 then 100 * (n.value - p.value) / p.value end as percent,
    case when n.value is null then 'no_value' when p.value is not null then ''
         when exists (from past as x where x.indicator = q.indicator) then 'break' else 'no_before' end as reason,
    f.value as plan, coalesce(f.status, '') as plan_status,
    case when not i.is_rate then 100 * n.value / nullif(f.value, 0) end as plan_share
from asked as q
join indicator as i on i.indicator = q.indicator
left join now as n on n.indicator = q.indicator
left join past as p on p.indicator = q.indicator and p.standard = n.standard
left join planned as f on f.indicator = q.indicator
left join source as s on s.source = n.source
order by q.position
