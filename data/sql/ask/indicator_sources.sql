-- Sources in use of every indicator, with how many of its figures rest on each.
-- out   indicator | source | title | address | rows; indicators in the order of their ids, the source of
--       most figures first; nothing is null
-- used by data.queries.indicator_sources
select o.indicator, o.source, any_value(o.source_title) as title,
       coalesce(any_value(o.address), '') as address, count(*) as rows
from observation as o
where not o.derived
group by o.indicator, o.source
order by o.indicator, rows desc, o.source
