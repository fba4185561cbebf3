-- Headline figures of one area in one year, with change, plan and source.
-- in    $area | $year | $i1 … $i8 (ids asked for; null where fewer: written out so that the sorted table is
--       searched, not scanned)
-- out   indicator | value | kind | status | standard | period_start | period_end | span | source |
--       source_title |
--       address | published | approx | note | before | before_end | before_status | before_approx | points |
--       percent | reason | plan |
--       plan_status | plan_approx | plan_share, missing, plan_met (serve/rules.sql) | share_status (of these)
--       | protected; points, percent, reason as in district_change
-- rows  one per id asked for, in the catalogue's order
-- null  value is null where the year has no figure; a year in progress gives its latest cumulated one
-- used by data.queries.figures
select i.indicator, h.value, h.kind, coalesce(h.status, '') as status, coalesce(h.standard, '') as standard,
    h.period_start, h.period_end, h.span, h.source, h.source_title, h.address, h.published, h.approx, h.note,
    h.before, h.before_end, coalesce(h.before_status, '') as before_status,
    coalesce(h.before_approx, '') as before_approx,
    case when i.in_points then point_change(h.value, h.before, i.decimals) end as points,
    case when not i.in_points then percent_change(h.value, h.before) end as percent,
    coalesce(h.reason, 'no_value') as reason, h.plan, coalesce(h.plan_status, '') as plan_status,
    coalesce(h.plan_approx, '') as plan_approx,
    plan_share(i.plan_type, h.value, h.plan, h.before) as plan_share,
    plan_missing(i.plan_type, h.value, h.plan) as missing,
    plan_met(i.plan_type, h.value, h.plan, h.span = 'ytd') as plan_met,
    share_status(i.plan_type, h.status, h.plan_status, h.before_status) as share_status,
    coalesce(h.protected, false) as protected
from indicator as i
left join (
    select * from headline where indicator in ($i1, $i2, $i3, $i4, $i5, $i6, $i7, $i8) and area = $area
        and year = $year
) as h on h.indicator = i.indicator
where i.indicator in ($i1, $i2, $i3, $i4, $i5, $i6, $i7, $i8)
order by i.position
