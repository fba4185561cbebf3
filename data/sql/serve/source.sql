-- The sources of an edition.
-- in    {id}: edition id
-- out   source | title | address | published | grade (official, press, weak, '') | note (for whoever works
--       with the sources)
create or replace table source as
select * replace (coalesce(grade, '') as grade, coalesce(note, '') as note)
from (
    from lake.source at (version => {id})
    union all by name
    select null::varchar as grade, null::varchar as note where false  -- editions of before these columns
);
