-- Figures that an office has published itself: not illustrative, and not as the shipped tables have them.
-- in    {id}: edition id (whole number); shipped_layer: the shipped tables' rows (registered frame)
-- out   the columns of observation
select o.* replace (coalesce(o.approx, '') as approx)
from (
    from lake.observation at (version => {id})
    union all by name select null::varchar as approx where false  -- editions of before the column
) as o
where status <> 'illustrative' and not exists (
    from shipped_layer as s
    where o.indicator = s.indicator and o.area = s.area and o.period_start = s.period_start
      and o.period_end = s.period_end and o.kind = s.kind and o.standard = s.standard
      and o.value = s.value and o.status = s.status and o.source = s.source
      and o.published = s.published and o.note = s.note
      and coalesce(o.approx, '') = coalesce(s.approx, '')
)
