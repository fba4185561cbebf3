-- What differs between two editions.
-- in    {a}, {b}: edition ids (whole numbers)
-- out   change (added | removed | changed) | the key | value_a | value_b | source_a | source_b
-- null  a value is null where the edition does not hold the key
with a as (from lake.observation at (version => {a})), b as (from lake.observation at (version => {b}))
select case when a.value is null then 'added' when b.value is null then 'removed'
    else 'changed' end as change,
       indicator, area, period_start, period_end, kind, standard,
       a.value as value_a, b.value as value_b, a.source as source_a, b.source as source_b
from a full join b using (indicator, area, period_start, period_end, kind, standard)
where a.value is distinct from b.value or a.status is distinct from b.status or a.source is distinct
    from b.source
order by indicator, period_end, area, kind
