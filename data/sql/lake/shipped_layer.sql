-- The shipped layer at an edition.
-- in    {id}: edition id (whole number)
-- out   the columns of observation
from lake.shipped at (version => {id})
