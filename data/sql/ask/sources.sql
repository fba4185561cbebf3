-- Sources in use, with how many figures rest on each.
-- out   source | title | address | published | grade (official, press, weak; '' where not graded) | note |
--       rows
-- used by data.queries.sources
select o.source, any_value(o.source_title) as title, any_value(o.address) as address,
       coalesce(any_value(s.published), '') as published, any_value(coalesce(s.grade, '')) as grade,
       any_value(coalesce(s.note, '')) as note, count(*) as rows
from observation as o left join source as s on s.source = o.source
where not o.derived
group by o.source
order by o.source
