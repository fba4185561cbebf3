-- Which years of an indicator have figures.
-- in    $indicator
-- out   year | standard | districts (how many have a figure of the whole year) | province (has one, of its
--       own or a sum) | illustrative (any is) | months (of a year that has cumulated figures only: until
--       which month; null)
-- used by data.queries.years
with whole as (
    select year, standard, count(distinct o.area) filter (a.kind = 'district') as districts,
           bool_or(a.kind = 'province') as province, bool_or(status = 'illustrative') as illustrative
    from yearly as o
    join area as a on a.area = o.area
    where indicator = $indicator and o.kind <> 'plan'
    group by year, standard
),
part as (
    select year, standard, bool_or(status = 'illustrative') as illustrative, max(month) as months
    from headline
    where indicator = $indicator and span = 'ytd'
    group by year, standard
)
select year, standard, districts, province, illustrative, null::int as months from whole
union all
select year, standard, 0, false, illustrative, months::int from part
where year not in (select year from whole)
order by year, standard
