-- Where an office's figures came from, as an edition knows it, the latest last.
-- in    {id}: edition id (whole number)
-- out   the columns of lake.origin
from lake.origin at (version => {id}) order by time, indicator, area
