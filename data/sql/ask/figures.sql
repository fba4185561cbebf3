-- Headline figures of one area in one year, with change, plan and source.
-- in    $area | $year | $i1 … $i8 (ids asked for; null where fewer: written out so that the sorted table is searched, not scanned)
-- out   indicator | value | kind | status | standard | period_start | period_end | span | source | source_title |
--       address | published | note | before | before_end | before_status | points | percent | reason | plan | plan_status | plan_share | protected
--       as in district_change; plan_share = 100 × value ÷ plan, counts only
-- rows  one per id asked for, in the catalogue's order
-- null  value is null where the year has no figure; a year in progress gives its latest cumulated one
-- used by data.queries.figures
select i.indicator, h.value, h.kind, coalesce(h.status, '') as status, coalesce(h.standard, '') as standard,
    h.period_start, h.period_end, h.span, h.source, h.source_title, h.address, h.published, h.note,
    h.before, h.before_end, coalesce(h.before_status, '') as before_status,
    case when i.is_rate then h.value - h.before end as points,
    case when not i.is_rate and h.before >= 20 then 100 * (h.value - h.before) / h.before end as percent,
    coalesce(h.reason, 'no_value') as reason, h.plan, coalesce(h.plan_status, '') as plan_status,
    case when not i.is_rate then 100 * h.value / nullif(h.plan, 0) end as plan_share,
    coalesce(h.protected, false) as protected
from indicator as i
left join (
    select * from headline where indicator in ($i1, $i2, $i3, $i4, $i5, $i6, $i7, $i8) and area = $area and year = $year
) as h on h.indicator = i.indicator
where i.indicator in ($i1, $i2, $i3, $i4, $i5, $i6, $i7, $i8)
order by i.position
