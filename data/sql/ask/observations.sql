-- Figures for the open data interface, one page of them.
-- in    $indicators, $areas (lists; empty = all) | $first, $last (dates, compared with period_end) | $kinds
--       (list; empty = all) | $limit | $offset
-- out   indicator | area | period_start | period_end | kind | standard | value | status | approx | source |
--       source_title | published | note | derived | protected
-- null  value is null where protected
-- used by data.queries.observations
select o.indicator, o.area, o.period_start, o.period_end, o.kind, o.standard, o.value, o.status, o.approx,
    o.source,
       o.source_title, coalesce(o.published, '') as published, coalesce(o.note, '') as note, o.derived,
       o.protected
from observation as o
where (len($indicators) = 0 or list_contains($indicators, o.indicator))
  and (len($areas) = 0 or list_contains($areas, o.area))
  and (len($kinds) = 0 or list_contains($kinds, o.kind))
  and o.period_end between $first and $last
order by o.indicator, o.year, o.area, o.period_end, o.kind, o.period_start, o.standard
limit $limit offset $offset
