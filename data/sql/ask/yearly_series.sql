-- One indicator over the years.
-- in    $indicator | $areas (list of codes)
-- out   area | year | period_end | standard | kind | value | status | source_title | derived | protected
-- null  value is null where protected
-- rows  one per area, standard, year and kind with a figure; a missing year has no row
-- used by data.queries.yearly_series
select o.area, o.year, o.period_end, o.standard, o.kind, o.value, o.status, o.approx,
       o.source_title, o.derived, o.protected
from yearly as o
where o.indicator = $indicator and list_contains($areas, o.area)
order by list_position($areas, o.area), o.standard, o.year, o.kind
