-- Stored figures that cannot be shown: no number, no day, or of an indicator or area that is not known.
-- in    {id}: edition id; tables indicator, area of this edition
-- out   indicator | area | period_start | period_end | kind | value | source (text; '' where there is none)
select coalesce(indicator, '') as indicator, coalesce(area, '') as area,
    coalesce(strftime(period_start, '%Y-%m-%d'), '') as period_start,
    coalesce(strftime(period_end, '%Y-%m-%d'), '') as period_end, coalesce(kind, '') as kind,
    coalesce(value::varchar, '') as value, coalesce(source, '') as source
from lake.observation at (version => {id})
where not readable(value, kind, period_start, period_end)
    or indicator is null or indicator not in (select indicator from indicator)
    or area is null or area not in (select area from area)
order by all
