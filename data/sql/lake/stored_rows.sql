-- The long table as stored in an edition; dates as ISO text, so that a file of it can be published again.
-- in    {id}: edition id (whole number)
select indicator, area, period_start::varchar as period_start, period_end::varchar as period_end, kind,
    standard,
       value, status, source, published, coalesce(approx, '') as approx, note
from (
    from lake.observation at (version => {id})
    union all by name select null::varchar as approx where false  -- editions of before the column
)
order by indicator, period_end, area, kind
