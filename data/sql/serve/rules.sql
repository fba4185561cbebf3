-- Rules of the field that several questions share: each stands here only, as a macro of the edition's schema.
-- in    statuses: in braces, data.status.Status, the weakest first (declared_tables.rules_sql)
--       type: reach, not_exceed, reduce_points; before: the year before under the same standard
-- out   plan_missing   in the indicator's unit, never below 0: what is lacking to a plan that is to be
--                      reached; what is above a ceiling (not_exceed) or above the level to come down to
--                      (reduce_points)
--       plan_met       whether a plan is met, also exactly; a ceiling or a level is judged when its
--                      year is over
--       plan_share     % of plan. reach: actual ÷ plan; reduce_points: (before − actual) ÷ (before − plan);
--                      a ceiling that is kept is no share of anything
--       limit_used     % of a ceiling that is used up: how far a bar is drawn, nothing that is said
--       point_change   difference of two rates as they are shown: what stands on the screen adds up
--       percent_change % on the year before; not on a base below 20, where a few cases are many per cent
--       pace           % of plan expected by the end of a month: median share of the same month in earlier
--                      years where there are two or more, else month ÷ 12; pace_basis: history, linear
--       strength       of a status, 1 the weakest; status_of: back again
--       worst_status   what is computed from figures is worth no more than the weakest of them
--       about          the rounding word of what is computed: “about” where any figure under it is rounded
--       share_status   of a share of plan and of what is missing: also of the year before where the share is
--                      its fall's
--       unstable       a rate on a base below the small number
--       figure_state   value, protected, not_applicable (the area was not there), not_due, no_data
--       readable       a stored figure that can be placed and read: anything may have been stored once; a
--                      double tells single units below 10^15 only
--       publication    a publication date as 2018, 2018-01 or 2018-01-24; "" where it is none
-- null  where what it rests on is unknown
create or replace macro readable(value, kind, first, last) as coalesce(
    isfinite(value) and abs(value) < 1e15 and kind in ('actual', 'plan', 'estimate') and first <= last
    and year(first) >= 1945 and year(last) <= 2100, false);
create or replace macro publication(written) as case when try_cast(
    written || substr('0001-01-01', length(written) + 1) as date) is not null then written else '' end;
create or replace macro plan_missing(type, actual, plan) as
    case when actual is not null and plan is not null
         then greatest(case when type = 'reach' then plan - actual else actual - plan end, 0) end;
create or replace macro plan_met(type, actual, plan, goes_on) as
    case when type = 'reach' then actual >= plan when not goes_on then actual <= plan end;
create or replace macro plan_share(type, actual, plan, before) as
    case type when 'reach' then 100 * actual / nullif(plan, 0)
              when 'reduce_points' then case when before > plan
                  then 100 * (before - actual) / (before - plan) end end;
create or replace macro limit_used(type, actual, plan) as
    case when type = 'not_exceed' then 100 * actual / nullif(plan, 0) end;
create or replace macro point_change(value, before, decimals) as
    round(round(value, decimals::int) - round(before, decimals::int), decimals::int);
create or replace macro percent_change(value, before) as case when before >= 20
    then 100 * (value - before) / before end;
create or replace macro pace(years, share, month) as 100 * case when years >= 2 then share
    else month / 12 end;
create or replace macro pace_basis(years) as case when years >= 2 then 'history' else 'linear' end;
create or replace macro strength(status) as list_position({statuses}, status);
create or replace macro status_of(strength) as ({statuses})[strength];
create or replace macro worst_status(statuses) as
    coalesce(list_filter({statuses}, lambda status: list_contains(statuses, status))[1], '');
create or replace macro share_status(type, status, plan_status, before_status) as
    worst_status([status, plan_status, case when type = 'reduce_points' then before_status end]);
create or replace macro about(words) as
    case when len(list_filter(words, lambda word: word <> '')) > 0 then 'about' else '' end;
create or replace macro unstable(base, small) as coalesce(base < small, false);
create or replace macro figure_state(value, protected, asked, from_day, to_day, due_years, due_month,
    due_day, today) as
    case when value is not null then 'value'
         when protected then 'protected'
         when make_date(asked, 1, 1) > to_day or make_date(asked, 12, 31) < from_day then 'not_applicable'
         when make_date(asked + coalesce(due_years, 1)::int, coalesce(due_month, 1)::int, 1)
              + to_days(coalesce(due_day, 31)::int - 1) > today then 'not_due'
         else 'no_data' end;
