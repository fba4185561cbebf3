"""Plans judged, for the screen Kế hoạch – Thực hiện: rows, bars, sentences."""

import math
from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.queries import plan_history, plan_standing, plans
from pages.content.about import about
from pages.content.plan import PlanBars
from pages.content.view import View
from pages.statistics.plan_standing import BUCKETS, GROUPS, Progress, Standing, hit_rate, judge
from pages.text import sentences
from pages.text.mark import NO_MARK, the_mark, worded
from pages.text.plans import plan_clause, plan_missing

NAMED = 3  # districts named in a sentence; more are counted


@lru_cache(maxsize=32)
def planned(edition: int, audience: str) -> pd.DataFrame:
    """What `queries.plans` says; kept by audience, for months differ where reports are protected."""
    return plans(edition)


def months(view: View, year: int) -> list[int]:
    """The months by whose ends figures of the year's plans were reported; December where none was."""
    known = planned(view.edition, view.audience)
    return sorted({int(m) for listed in known.loc[known["year"] == year, "months"] for m in listed}) or [12]


def of_province(view: View, year: int, month: int | None = None) -> pd.DataFrame:
    """The province's plans of a year as `standings` judges them: what counts as a plan on every surface.

    Args:
        month: by whose end they stand; the last with a report where it is not given.
    """
    known = planned(view.edition, view.audience)
    indicators = tuple(known.loc[known["year"] == year, "indicator"])
    rows = standings(view, indicators, year, month or months(view, year)[-1])
    return rows[(rows["level"] == "province") & rows["plan"].notna()]


@lru_cache(maxsize=400)
def standings(view: View, indicators: tuple[str, ...], year: int, month: int) -> pd.DataFrame:
    """The rows of `queries.plan_standing` judged, at risk first, then by what is missing (% of plan: no unit
    is common).

    Further columns, as in `statistics.plan_standing`: group | bucket | reason | low, high (% of plan) |
    weekly | low_plan; state as in `plan_progress`.
    """
    rows = plan_standing(view.edition, list(indicators), year, month)
    judged = [_judged(row, view.catalogue.indicators[row["indicator"]]) for row in rows.to_dict("records")]
    for column in ("group", "reason", "low", "high", "weekly", "low_plan"):
        rows[column] = [getattr(standing, column) for standing in judged]
    rows["bucket"] = rows["group"].map(BUCKETS)
    rows["state"] = rows["group"].eq("unknown").map({True: "cannot_judge", False: "value"})
    order = rows.assign(
        _group=rows["group"].map(GROUPS.index),
        _gap=-(100 * rows["missing"] / rows["plan"]).fillna(0),
        _missing=-rows["missing"].fillna(0),
    )
    same = rows["indicator"].nunique() == 1
    return rows.loc[
        order.sort_values(["_group", "_missing" if same else "_gap"], kind="stable").index
    ].reset_index(drop=True)


@lru_cache(maxsize=300)
def district_bars(
    view: View, indicator_id: str, year: int, month: int, selected: tuple[str, ...], group: str
) -> PlanBars | None:
    """The province on top, then districts of a group (all where empty); None without a plan."""
    say, indicator = view.say("ke_hoach"), view.catalogue.indicators[indicator_id]
    rows = standings(view, (indicator_id,), year, month)
    if rows["plan"].isna().all():
        return None
    whole = rows["level"] == "province"
    shown = pd.concat([rows[whole], rows[~whole & ((rows["group"] == group) if group else True)]])
    heading = about(
        view,
        shown,
        year=year,
        indicators=(indicator_id,),
        title=say(
            "districts_title",
            name=indicator.name(view.language),
            year=year,
            when=when(view, rows, year, month),
        ),
        subtitle=say("districts_subtitle", unit=view.catalogue.unit(indicator, view.language)),
        finding=finding(view, indicator_id, year, month),
    )
    unknown = shown["reason"].isin(["no_plan", "no_report", "protected"])
    drawn = shown.assign(reason=shown["reason"].where(unknown, ""))
    names, province = view.places_of(year), view.areas.province
    return PlanBars(
        heading, shown, view.catalogue, view.language, indicator, drawn, names, province, selected
    )


def finding(view: View, indicator_id: str, year: int, month: int) -> str:
    """The indicator's standing in words.

    The province, how many districts in each group, who lacks most, whose plan was low.
    """
    say, indicator = view.say("ke_hoach"), view.catalogue.indicators[indicator_id]
    rows = standings(view, (indicator_id,), year, month)
    common = {"name": indicator.name(view.language), "year": year, "when": when(view, rows, year, month)}
    parts, districts = [], rows[rows["level"] == "district"]
    if not (rows["level"] == "province").any():
        parts.append(say("finding_whole_none", **common, state=say["reason_no_plan"]))
    for row in rows[rows["level"] == "province"].to_dict("records"):
        state = reason(view, row)
        if row["group"] == "unknown" and absent(row["plan_share"]):
            parts.append(say("finding_whole_none", **common, state=state))
            continue
        value = sentences.amount(row["actual"], indicator, view.catalogue, view.language)
        value = worded(value, row, "actual", view.language)
        result = plan_clause(row, indicator, view.catalogue, view.language)
        key = "finding_whole" if indicator.plan_type == "reach" else "finding_whole_level"
        parts.append(say(key, **common, value=value, result=result, state=state))
    parts += _districts_finding(view, indicator, districts, year)
    return " ".join(parts)


def _districts_finding(view: View, indicator: Indicator, districts: pd.DataFrame, year: int) -> list[str]:
    """How many districts are in each group that has some, who lacks most, whose plan was low."""
    say, names, parts = view.say("ke_hoach"), view.names(year), []
    counts = {g: int((districts["group"] == g).sum()) for g in GROUPS}
    found = {g: count for g, count in counts.items() if count}
    if len(found) == 1 and len(districts) > 1:
        (group,) = found
        met = "kept" if indicator.plan_type == "not_exceed" else "met"
        over = group == "will_reach" and districts["plan_met"].eq(True).all()
        parts.append(say(f"finding_all_{met if over else group}", count=len(districts)))
    elif found:
        listed = "; ".join(say(f"finding_{g}", count=count) for g, count in found.items())
        parts.append(say("finding_groups", groups=listed))
    lacking = districts[(districts["missing"] > 0) & districts["plan_met"].notna()]
    if len(lacking):
        most = lacking.sort_values("missing", ascending=False, kind="stable").to_dict("records")[0]
        missing = plan_missing(most, indicator, view.catalogue, view.language)
        key = "finding_missing" if indicator.plan_type == "reach" else "finding_over"
        parts.append(say(key, area=names[most["area"]], missing=missing))
    low = [names[area] for area in districts.loc[districts["low_plan"], "area"]]
    if len(low) > NAMED:
        parts.append(say("finding_low_plans", count=len(low)))
    elif low:
        parts.append(say("finding_low_plan", names=", ".join(low)))
    return parts


def reason(view: View, row: Mapping) -> str:
    """Why a plan stands in its group; a ceiling is kept or overrun, neither reached nor missed."""
    say, plan_type = view.say("ke_hoach"), view.catalogue.indicators[row["indicator"]].plan_type
    return say.get(f"reason_{row['reason']}_{plan_type}") or say[f"reason_{row['reason']}"]


def when(view: View, rows: pd.DataFrame, year: int, month: int) -> str:
    """As of when: the whole year where every figure is final, else the month asked for."""
    say = view.say("ke_hoach")
    known = rows.loc[rows["actual"].notna(), "span"]
    return (
        say("end_of_year", year=year)
        if month == 12 and not known.eq("ytd").any()
        else say("end_of_month", month=month)
    )


@lru_cache(maxsize=300)
def method(view: View, indicator_id: str, year: int, month: int) -> tuple[str, ...]:
    """How this plan is judged: its type and formula, the pace in force, the projection and how often such
    ones held.
    """
    say, rows = view.say("ke_hoach"), standings(view, (indicator_id,), year, month)
    plan_type = view.catalogue.indicators[indicator_id].plan_type
    lines = [say("formula", type=say[f"type_{plan_type}"], formula=say[f"formula_{plan_type}"])]
    going_on = rows[rows["pace"].notna()]
    for basis in sorted(going_on["pace_basis"].unique()):
        lines.append(say[f"pace_{basis}"])
    projected = rows[rows["low"].notna()]
    if projected.empty:
        return *lines, say["method_no_projection"]
    found, tries = hits(view, indicator_id, year, int(projected["month"].max()))
    if not tries:
        return *lines, say["method_no_hits"]
    counted = say("method_hits", month=int(projected["month"].max()), year=year, hits=found, tries=tries)
    worn = the_mark(view.language) if view.rehearsal else NO_MARK  # earlier years are made up there
    return *lines, counted + worn.behind


def hits(view: View, indicator_id: str, year: int, month: int) -> tuple[int, int]:
    """(hits, tries) of projections made at this month in the years before `year`."""
    return hit_rate(plan_history(view.edition, indicator_id, year, month))


def _judged(row: dict, indicator: Indicator) -> Standing:
    """One row of `queries.plan_standing` judged."""
    unknown = (
        "protected"
        if row["protected"]
        else "no_plan"
        if absent(row["plan"])
        else "no_report"
        if absent(row["actual"])
        else ""
    )
    progress = Progress(
        share=_float(row["plan_share"]),
        missing=_float(row["missing"]),
        met=None if pd.isna(row["plan_met"]) else bool(row["plan_met"]),
        finished=row["span"] in ("year", "day"),
        share_low=_float(row["share_low"]),
        share_high=_float(row["share_high"]),
        years=int(row["years"]),
        as_of=None if pd.isna(row["as_of"]) else row["as_of"].date(),
    )
    return judge(indicator.plan_type, progress, unknown=unknown, whole=indicator.decimals == 0)


def _float(value) -> float:
    return math.nan if pd.isna(value) else float(value)
