-- Takes from an edition's figures what the public is not shown; everything that is computed later starts from
--       here.
-- in    table observation; hidden: indicator | area | period_start | period_end | kind | standard, the
--       figures to protect
-- out   table observation: protected figures keep their row, without value, numerator, denominator and note
-- rows  as before; a note beside a protected figure (same indicator and year) may quote it and goes too
-- null  value is null where protected
create or replace table observation as
select o.* replace (
    case when h.area is null then o.value end as value,
    case when h.area is null then o.numerator end as numerator,
    case when h.area is null then o.denominator end as denominator,
    case when s.indicator is null then o.note end as note,
    h.area is not null as protected
)
from observation as o
left join hidden as h
    on h.indicator = o.indicator and h.area = o.area and h.period_start = o.period_start
        and h.period_end = o.period_end
    and h.kind = o.kind and h.standard = o.standard
left join (select distinct indicator, year(period_end) as year
    from hidden) as s on s.indicator = o.indicator and s.year = o.year
order by o.indicator, o.year, o.area, o.period_end
