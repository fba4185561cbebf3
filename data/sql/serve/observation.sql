-- Everything an edition can answer with: stored figures, and what follows from them.
-- in    {id}: edition id; tables indicator, area, source of this edition
-- out   indicator | area | period_start | period_end | kind | standard | value | status | source | published
--       | approx ('' or the rounding word, data.rounding) |
--       note | year | month | span | numerator | denominator | derived | protected (false here;
--       serve/protect.sql) |
--       source_title | address | latest
--       latest: the figure that stands for its indicator, area and year (and for its plan): the last period
--       end, the last standard, an actual before an estimate; span other never is
--       span: day (a stock), year (a whole year), ytd (from 1 January), other
-- rows  stored ones that can be read (serve/unreadable.sql: the others);
--       sums of all districts where the province has no figure of its own;
--       rates from numerator ÷ denominator where no rate is stored (never an average of rates)
-- null  numerator and denominator are null where either is unknown
create or replace table observation as
with stored as (
    select * replace (coalesce(standard, '') as standard, coalesce(source, '') as source,
               publication(published) as published, coalesce(note, '') as note,
               coalesce(approx, '') as approx),
        year(period_end) as year, month(period_end) as month,
        case when period_start = period_end then 'day'
             when month(period_start) <> 1 or day(period_start) <> 1
                 or year(period_start) <> year(period_end) then 'other'
             when month(period_end) = 12 and day(period_end) = 31 then 'year' else 'ytd' end as span,
        coalesce(strength(status), 1) as strength
    from (
        from lake.observation at (version => {id})
        union all by name select null::varchar as approx where false  -- editions of before the column
    )
    where readable(value, kind, period_start, period_end)
        and indicator in (select indicator from indicator) and area in (select area from area)
),
summed as (
    select o.indicator, p.area, o.period_start, o.period_end, o.kind, o.standard, sum(o.value) as value,
           least(min(o.strength), strength('computed')) as strength, about(list(o.approx)) as approx,
           min(o.source) as source, o.year, o.month, o.span
    from stored as o
    join indicator as i on i.indicator = o.indicator and i.aggregate = 'sum'
    join area as a on a.area = o.area and a.kind = 'district'
    cross join (select area from area where kind = 'province') as p
    group by all
    having count(*) = (select count(*) from area where kind = 'district')
),
counts as (
    select indicator, area, period_start, period_end, kind, standard, value, strength, source, published,
    approx,
    note, year, month, span, false as derived
    from stored
    union all by name
    select s.*, true as derived from summed as s
    anti join stored as o using (indicator, area, period_start, period_end, kind, standard)
),
rates as (
    select i.indicator, n.area, n.period_start, n.period_end, n.kind, n.standard, n.year, n.month, n.span,
           i.factor * n.value / d.value as value, n.value as numerator, d.value as denominator,
           least(n.strength, d.strength, strength('computed')) as strength,
           about([n.approx, d.approx]) as approx,
           case when d.strength < n.strength then d.source else n.source end as source
    from indicator as i
    join counts as n on n.indicator = i.numerator
    join counts as d on d.indicator = i.denominator and d.area = n.area and d.period_end = n.period_end
        and d.period_start in (n.period_start, n.period_end)  -- of a flow: also the stock at its end
        and d.kind = n.kind and (d.standard = n.standard or d.standard = '')
    where i.aggregate = 'ratio' and d.value > 0
),
found as (
select c.indicator, c.area, c.period_start, c.period_end, c.kind, c.standard, c.value,
       status_of(c.strength) as status, c.source, c.published, c.approx, c.note,
       c.year, c.month, c.span, r.numerator, r.denominator, c.derived
from counts as c left join rates as r using (indicator, area, period_start, period_end, kind, standard)
union all by name
select r.indicator, r.area, r.period_start, r.period_end, r.kind, r.standard, r.value,
       status_of(r.strength) as status, r.source, r.approx, r.year, r.month, r.span,
       r.numerator, r.denominator, true as derived
from rates as r anti join counts as c using (indicator, area, period_start, period_end, kind, standard)
)
select f.*, false as protected, coalesce(s.title, f.source) as source_title,
    coalesce(s.address, '') as address,
       f.span <> 'other' and (f.kind <> 'plan' or f.span <> 'ytd') and row_number() over (
           partition by f.indicator, f.area, f.year, f.kind = 'plan', f.span = 'other'
           order by f.period_end desc, f.standard desc, f.kind = 'actual' desc
       ) = 1 as latest
from found as f left join source as s on s.source = f.source
order by indicator, year, area, period_end
