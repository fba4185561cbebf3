-- One figure a year: the last count of the year for a stock, the whole year for a flow.
-- in    table observation
-- out   the columns of observation; estimates only where there is no actual (kind says so)
-- rows  at most one per indicator × area × year × standard for actual or estimate, one for plan
create or replace table yearly as
select * from observation
where span in ('day', 'year')
qualify row_number() over (
    partition by indicator, area, year, standard, kind = 'plan'
    order by kind = 'actual' desc, period_end desc
) = 1
order by indicator, year, area, kind
