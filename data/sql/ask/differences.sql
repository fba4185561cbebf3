-- Where the sum of districts and the province's own figure differ: both are kept, the difference is shown.
-- out   indicator | period_end | kind | province | districts | difference (province − districts)
--       counts: sum of all districts; rates: 100 × Σ numerator ÷ Σ denominator, rounded as the figure is
--       published
-- rows  one per indicator and period where both are known and differ; none where a district's figure is
--       protected: the sum would give it back
-- used by data.queries.differences
with whole as (select o.* from observation as o join area as a on a.area = o.area
    where a.kind = 'province' and not o.derived),
parts as (
    select o.indicator, o.period_start, o.period_end, o.kind, o.standard, count(*) as n,
    sum(o.value) as total,
           sum(o.numerator) as numerator, sum(o.denominator) as denominator, count(o.denominator) as rates
    from observation as o join area as a on a.area = o.area and a.kind = 'district'
    group by all
    having count(o.value) = n and n = (select count(*) from area where kind = 'district')
)
select w.indicator, w.period_end, w.kind, w.value as province,
       case when i.aggregate = 'sum' then p.total
           else i.factor * p.numerator / p.denominator end as districts,
       w.value - districts as difference
from whole as w
join parts as p using (indicator, period_start, period_end, kind, standard)
join indicator as i on i.indicator = w.indicator
where (i.aggregate = 'sum' or (i.aggregate = 'ratio' and p.rates = p.n))
  and round(districts, i.decimals::int) <> round(w.value, i.decimals::int)
order by i.position, w.period_end
