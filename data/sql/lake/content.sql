-- Whether two editions hold the same figures: equal numbers mean equal tables.
-- in    {id}: edition id (whole number)
-- out   rows | digest of all keys and values
select count(*) as rows,
    bit_xor(hash(indicator, area, period_start, period_end, kind, standard, value)) as digest
from lake.observation at (version => {id})
