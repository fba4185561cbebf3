-- The published figures of an edition: the shipped layer of lakes of an earlier version.
-- in    {id}: edition id (whole number) of a build
-- out   the columns of observation
from lake.observation at (version => {id}) where status = 'published'
union all by name select null::varchar as approx where false  -- editions of before the column
