-- Past years by month, to see how often a projection would have been right.
-- in    $indicator | $year (only years before it: what was known then) | $month
-- out   area | year | share (0–1: part of the year's total reached by that month)
-- rows  years whose total and whose figure of that month are known
-- used by data.queries.plan_history
select area, year, share from month_share where indicator = $indicator and year < $year
    and month = $month order by area, year
