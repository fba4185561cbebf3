-- What differs between two editions.
-- in    {a}, {b}: edition ids (whole numbers)
-- out   change (added | removed | changed) | the key | value_a | value_b | source, published and note of both
-- null  a value is null where the edition does not hold the key
with a as (
    from lake.observation at (version => {a})
    union all by name select null::varchar as approx where false  -- editions of before the column
), b as (
    from lake.observation at (version => {b})
    union all by name select null::varchar as approx where false  -- editions of before the column
)
select case when a.value is null then 'added' when b.value is null then 'removed'
    else 'changed' end as change,
       indicator, area, period_start, period_end, kind, standard,
       a.value as value_a, b.value as value_b, a.source as source_a, b.source as source_b,
       a.published as published_a, b.published as published_b, a.note as note_a, b.note as note_b
from a full join b using (indicator, area, period_start, period_end, kind, standard)
where a.value is distinct from b.value or a.status is distinct from b.status or a.source is distinct
    from b.source or a.published is distinct from b.published or a.note is distinct from b.note or
    coalesce(a.approx, '') is distinct from coalesce(b.approx, '')
order by indicator, period_end, area, kind
