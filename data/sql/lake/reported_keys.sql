-- Keys of the figures that an office has published itself, in the order of data.checks.KEY.
select indicator, area, period_start, period_end, kind, standard from lake.observation
    where status = 'reported'
