-- Removes from the lake exactly the keys that `incoming` holds.
-- in    incoming: rows of the long table (registered frame)
delete from lake.observation as o using incoming as i
where o.indicator = i.indicator and o.area = i.area and o.period_start = i.period_start
  and o.period_end = i.period_end and o.kind = i.kind and o.standard = i.standard
