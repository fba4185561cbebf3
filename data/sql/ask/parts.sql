-- The parts of a total over the years (e.g. jobs in the province, elsewhere, abroad).
-- in    $indicator (the total) | $area
-- out   part | year | value | status | source_title | protected
-- null  value is null where protected
-- rows  one per part and year with a figure; parts in the catalogue's order
-- used by data.queries.parts
select o.indicator as part, o.year, o.value, o.status, o.approx, o.source_title, o.protected
from yearly as o
join indicator as i on i.indicator = o.indicator
where i.part_of = $indicator and o.area = $area and o.kind <> 'plan'
order by i.position, o.year
