-- One figure a year: the last count of the year for a stock, the whole year for a flow; with the year before.
-- in    table observation
-- out   the columns of observation (estimates only where there is no actual; kind says so), and
--       last_standard: no later standard has a figure for that year
--       before | before_end | before_status | before_approx: the year before, under the same standard
--       reason: '' | protected (either end is kept back) | no_before | break (the year before was counted
--       under another standard);
--       plans: no_before
-- rows  at most one per indicator × area × year × standard for actual or estimate, one for plan
-- null  before and before_end are null unless reason is ''
create or replace table yearly as
with counted as (
    select * from observation
    where span in ('day', 'year')
    qualify row_number() over (
        partition by indicator, area, year, standard, kind = 'plan'
        order by kind = 'actual' desc, period_end desc
    ) = 1
),
any_standard as (select distinct indicator, area, year from counted where kind <> 'plan')
select c.*,
    c.standard = max(c.standard) over (partition by c.indicator, c.area, c.year,
    c.kind = 'plan') as last_standard,
    case when not c.protected then p.value end as before,
    case when p.value is not null and not c.protected then p.period_end end as before_end,
    case when p.value is not null and not c.protected then p.status else '' end as before_status,
    case when p.value is not null and not c.protected then p.approx else '' end as before_approx,
    case when p.area is not null and (c.protected or p.protected) then 'protected'
        when p.value is not null then '' when a.year is not null and c.kind <> 'plan' then 'break'
        else 'no_before' end as reason
from counted as c
left join counted as p
    on p.indicator = c.indicator and p.area = c.area and p.standard = c.standard and p.year = c.year - 1
    and p.kind <> 'plan' and c.kind <> 'plan'
left join any_standard as a on a.indicator = c.indicator and a.area = c.area and a.year = c.year - 1
order by c.indicator, c.year, c.area, c.kind
