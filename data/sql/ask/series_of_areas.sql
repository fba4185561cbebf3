-- All indicators over the years for some areas: the small trends of a profile.
-- in    $areas (list of codes) | $indicators (list of ids)
-- out   indicator | area | year | period_end | standard | kind | value | status
-- rows  one per figure of a year that is not a plan, rising
-- used by data.queries.series_of_areas
select indicator, area, year, period_end, standard, kind, value, status, approx
from yearly
where list_contains($indicators, indicator) and list_contains($areas, area) and kind <> 'plan'
    and value is not null
order by indicator, area, standard, year
