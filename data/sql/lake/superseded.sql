-- Figures of the shipped tables that an office has replaced by others.
-- in    {id}: edition id (whole number); shipped_layer: the shipped tables' rows (registered frame)
-- out   indicator | area | period_start | period_end (ISO text) | kind | value | source
select s.indicator, s.area, s.period_start::date::varchar as period_start,
    s.period_end::date::varchar as period_end, s.kind, s.value, s.source
from shipped_layer as s
join (from lake.observation at (version => {id})) as o
  on o.indicator = s.indicator and o.area = s.area and o.period_start = s.period_start
  and o.period_end = s.period_end and o.kind = s.kind and o.standard = s.standard
where o.value <> s.value
order by s.indicator, s.area, s.period_end
