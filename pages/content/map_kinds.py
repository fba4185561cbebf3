"""The four kinds of maps, from the rows of their queries: level, circles, change, share of plan."""

from collections.abc import Mapping

import pandas as pd

from data.absence import absent
from data.catalogue import Catalogue, Indicator
from data.status import rests_on
from pages.content.about import About
from pages.content.area_map import AreaMap, Cell, legend_entries, shared_lines, stated
from pages.content.classes import Classes, diverging, for_indicator
from pages.content.hover import provenance
from pages.content.place import Place
from pages.text.mark import mark, shown, worded
from pages.text.numbers import attach, date, number, signed, with_unit
from pages.text.words import words

NO_CHANGE = {"break": "not_applicable", "protected": "protected"}  # reason → state; any other: no_data
NO_SHARE = {"no_plan": "not_applicable", "protected": "protected"}


def level_of(
    about: About,
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    places: Mapping[str, Place],
    language: str,
    standard: str | None = None,
) -> AreaMap:
    """A rate in classes, a count as circles: a count never fills a map.

    Args:
        frame: as `queries.district_values` returns it.
        standard: whose classes are used; the one of the frame's rows where None.
    """
    say = words("figures", language)
    unit = catalogue.unit(indicator, language)
    rows = frame.to_dict("records")
    valued = [row["state"] == "value" and not absent(row["value"]) for row in rows]
    standard = _standard(frame) if standard is None else standard
    classes = for_indicator(frame["value"], indicator, standard) if indicator.is_rate else None
    facts, shared = shared_lines([provenance(row, language) for row, has in zip(rows, valued) if has])
    remaining, cells = iter(shared), []
    for row, has in zip(rows, valued):
        if not has:
            state = row["state"] if row["state"] != "value" else "no_data"
            cells.append(stated(row, places, state, say[state]))
            continue
        text = worded(number(row["value"], indicator.decimals, language), row, "value", language)
        klass = classes.class_of(row["value"]) if classes else None
        worn = mark(rests_on(row, "value"), language).behind
        cells.append(
            Cell(places[row["area"]], text, float(row["value"]), klass, "value", next(remaining), worn)
        )
    own_classes = classes is not None and not classes.comparable
    return AreaMap(
        about,
        frame,
        catalogue,
        language,
        indicator,
        "level" if classes else "circles",
        tuple(cells),
        classes,
        legend_entries(None if own_classes and not any(valued) else classes, cells, language),
        heading=indicator.label(language),
        unit=attach("", unit),
        facts=facts,
        legend_title=unit if classes else "",
        note=words("screens", language)["free_classes"] if own_classes and any(valued) else "",
    )


def change_of(
    about: About,
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    places: Mapping[str, Place],
    language: str,
) -> AreaMap:
    """The change of a rate in percentage points; across a break there is none, and the cell says so.

    Args:
        frame: as `queries.district_change` returns it.

    Raises:
        ValueError: a change of the indicator is in per cent.
    """
    if not indicator.in_points:
        raise ValueError(f"{indicator.id} has no change in points")
    say = words("figures", language)
    unit, rows = catalogue.unit(indicator, language), frame.to_dict("records")
    classes = diverging(
        frame["points"],
        catalogue.change_limits,
        centre=0,
        high_is_better=indicator.polarity != "lower_is_better",
    )
    facts, shared = shared_lines([provenance(row, language)[1:] for row in rows if not absent(row["points"])])
    remaining, cells = iter(shared), []
    for row in rows:
        points, reason = row["points"], str(row.get("reason") or "")
        if absent(points):
            cells.append(stated(row, places, NO_CHANGE.get(reason, "no_data"), say[reason or "no_value"]))
            continue
        before, after = (
            shown(with_unit(row[k], unit, indicator.decimals, language), row, k, language)
            for k in ("before", "value")
        )
        text = worded(signed(points, indicator.decimals, language), row, "points", language)
        both = say("before_after", before=before, after=after)
        klass = classes.class_of(points)
        lines, worn = (both, *next(remaining)), mark(rests_on(row, "points"), language).behind
        cells.append(Cell(places[row["area"]], text, float(points), klass, "value", lines, worn))
    return AreaMap(
        about,
        frame,
        catalogue,
        language,
        indicator,
        "change",
        tuple(cells),
        classes,
        legend_entries(classes, cells, language),
        heading=f"{indicator.label(language)} – {say['change']}",
        unit=attach("", say["points"]),
        facts=facts,
        legend_title=words("screens", language)["points_short"],
    )


def plan_classes(frame: pd.DataFrame, catalogue: Catalogue) -> Classes:
    """The catalogue's classes of % of plan: exactly 100% is reached.

    Args:
        frame: has the column plan_share (%).
    """
    return diverging(frame["plan_share"], catalogue.plan_share_limits, centre=100, closed_right=False)


def plan_of(
    about: About,
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    places: Mapping[str, Place],
    language: str,
) -> AreaMap:
    """Districts by share of plan. A share is a ratio, so counts may be shown this way.

    Args:
        frame: as `queries.plan_progress` returns it, without the province.

    Raises:
        ValueError: the plan is a ceiling: one that is kept is no share of anything.
    """
    if indicator.plan_type == "not_exceed":
        raise ValueError(f"{indicator.id} has a ceiling: no share of plan")
    say = words("figures", language)
    unit, rows = catalogue.unit(indicator, language), frame.to_dict("records")
    classes = plan_classes(frame, catalogue)
    facts, shared = shared_lines(
        [
            [_as_of(row, language), *provenance(row, language)[1:]]
            for row in rows
            if not absent(row["plan_share"])
        ]
    )
    remaining, cells = iter(shared), []
    for row in rows:
        share, reason = row["plan_share"], str(row.get("reason") or "")
        if absent(share):
            text = say[reason or "cannot_judge"]
            cells.append(stated(row, places, NO_SHARE.get(reason, "no_data"), text))
            continue
        plan = shown(with_unit(row["plan"], unit, indicator.decimals, language), row, "plan", language)
        actual = shown(number(row["actual"], indicator.decimals, language), row, "actual", language)
        both = f"{actual} / {plan}"
        text = worded(number(share, 1, language), row, "plan_share", language)
        klass = classes.class_of(share)
        lines, worn = (both, *next(remaining)), mark(rests_on(row, "plan_share"), language).behind
        cells.append(Cell(places[row["area"]], text, float(share), klass, "value", lines, worn))
    return AreaMap(
        about,
        frame,
        catalogue,
        language,
        indicator,
        "plan_share",
        tuple(cells),
        classes,
        legend_entries(classes, cells, language),
        heading=f"{indicator.label(language)} – % {say['plan']}",
        unit=attach("", "%"),
        facts=facts,
        legend_title=f"% {words('screens', language)['plan'].lower()}",
    )


def _standard(frame: pd.DataFrame) -> str:
    """The standard of a frame's rows, "" where they have none or several."""
    standards = {s for s in frame.get("standard", pd.Series(dtype=str)).dropna() if s}
    return standards.pop() if len(standards) == 1 else ""


def _as_of(row: Mapping, language: str) -> str:
    day = row.get("as_of")
    return "" if absent(day) else words("figures", language)("as_of", date=date(day, language))
