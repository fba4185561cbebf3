-- The shipped layer at an edition.
-- in    {id}: edition id (whole number)
-- out   the columns of observation
from lake.shipped at (version => {id})
union all by name select null::varchar as approx where false  -- editions of before the column
