-- Figures that fit no single year: several years together, a quarter of no series, plans of a period.
-- in    $indicators (list of ids)
-- out   indicator | area | period_start | period_end | kind | value | status | source | source_title |
--       address | note | protected
-- null  value is null where protected
-- rows  one per figure of span “other”; the province first, then districts
-- used by data.queries.other_periods
select o.indicator, o.area, o.period_start, o.period_end, o.kind, o.value, o.status, o.approx, o.source,
       o.source_title, o.address, coalesce(o.note, '') as note, o.protected
from observation as o
join area as a on a.area = o.area
join indicator as i on i.indicator = o.indicator
where list_contains($indicators, o.indicator) and o.span = 'other'
order by i.position, a.position, o.period_end
