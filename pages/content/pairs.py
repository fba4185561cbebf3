"""Pictures of the comparison that set two figures against each other: scatter, level × change, strip, funnel."""

from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from data.absence import absent
from data.catalogue import Indicator
from pages.content.about import About, about
from pages.content.compared import LEAST, compared, of_districts
from pages.content.view import View
from pages.figures.caption import caption
from pages.figures.funnel import funnel
from pages.figures.hover import provenance
from pages.figures.scatter import Axis, scatter
from pages.figures.strip import strip
from pages.statistics.funnel import verdict
from pages.text import sentences
from pages.text.numbers import number, percent, signed
from pages.text.words import words

Made = tuple[go.Figure, About, pd.DataFrame]
ENOUGH = 5  # districts for a correlation


@lru_cache(maxsize=300)
def scatter_picture(
    view: View, x: str, y: str, size: str, year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Made | None:
    """Two indicators, a third as the dots' area; None with fewer than two districts."""
    say = view.say("so_sanh")
    asked = tuple(dict.fromkeys(i for i in (x, y, size) if i))
    frame = compared(view, asked, year)
    parts = {key: of_districts(frame, key, only).set_index("area") for key in asked}
    rows = pd.DataFrame(
        {
            "x": parts[x]["value"],
            "y": parts[y]["value"],
            "size": parts[size]["value"] if size else float("nan"),
        }
    )
    rows["status"] = [
        "illustrative" if any(parts[k].loc[a, "status"] == "illustrative" for k in asked) else ""
        for a in rows.index
    ]
    rows["hover"] = ["<br>".join(_told(view, parts[k].loc[a], k) for k in asked) for a in rows.index]
    rows = rows[rows["x"].notna() & rows["y"].notna()].reset_index()
    if len(rows) < LEAST:
        return None
    names = {key: view.catalogue.indicators[key].name(view.language) for key in asked}
    rho = rows[["x", "y"]].rank().corr().iloc[0, 1]
    finding = (
        say(
            "scatter_finding",
            x=names[x],
            y=sentences.within(names[y]),
            year=year,
            rho=number(rho, 2, view.language),
            count=len(rows),
        )
        if len(rows) >= ENOUGH and not absent(rho)
        else say("scatter_few", x=names[x], y=sentences.within(names[y]), year=year, count=len(rows))
    )
    drawn = frame[(frame["level"] == "district") & frame["area"].isin(rows["area"])]
    said = about(
        view,
        drawn,
        title=say("scatter_title", x=sentences.within(names[x]), y=names[y], year=year),
        finding=_without(view, finding, rows, only),
        subtitle=say("scatter_subtitle_size", size=sentences.within(names[size]))
        if size
        else say["scatter_subtitle"],
    )
    figure = scatter(
        rows,
        _axis(view, x),
        _axis(view, y),
        places=view.places_of(year),
        size_title=names[size] if size else "",
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, drawn


@lru_cache(maxsize=300)
def level_change_picture(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Made | None:
    """Level across, change up (points for rates, per cent for counts); None where nothing can be compared with the year before."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    frame = of_districts(compared(view, (indicator_id,), year), indicator_id, only)
    column = "points" if indicator.is_rate else "percent"
    drawn = frame[frame["value"].notna() & frame[column].notna()]
    if len(drawn) < LEAST:
        return None
    median, name = float(drawn["value"].median()), indicator.name(view.language)
    names = view.names()
    both = drawn["status"].where(drawn["before_status"] != "illustrative", "illustrative")
    rows = pd.DataFrame(
        {
            "area": drawn["area"],
            "x": drawn["value"],
            "y": drawn[column],
            "status": both,
            "hover": [
                f"{_told(view, r, indicator_id)}<br>{say['change_' + column]}: {signed(r[column], indicator.decimals if indicator.is_rate else 1, view.language)}"
                for _, r in drawn.iterrows()
            ],
        }
    )
    listed = {
        k: ", ".join(names[a] for a in rows.loc[mask, "area"]) or say["nobody"]
        for k, mask in (
            ("high_rise", (rows["x"] > median) & (rows["y"] > 0)),
            ("low_fall", (rows["x"] <= median) & (rows["y"] < 0)),
        )
    }
    finding = say(
        "level_change_finding",
        name=name,
        year=year,
        high_rise=int(((rows["x"] > median) & (rows["y"] > 0)).sum()),
        high_rise_names=listed["high_rise"],
        low_fall=int(((rows["x"] <= median) & (rows["y"] < 0)).sum()),
        low_fall_names=listed["low_fall"],
    )
    said = about(
        view,
        drawn.assign(status=both),
        title=say("level_change_title", name=name, year=year),
        subtitle=say["level_change_subtitle"],
        finding=_without(view, finding, rows, only),
    )
    unit = view.catalogue.unit(indicator, view.language)
    figure = scatter(
        rows,
        Axis(
            f"{say('level', year=year)} ({unit})",
            line=median,
            named=say("middle_line", value=number(median, indicator.decimals, view.language)),
        ),
        Axis(say[f"change_{column}"], line=0, named=say["no_change_line"]),
        places=view.places_of(year),
        corners=tuple(say[f"corner_{k}"] for k in ("low_rise", "high_rise", "low_fall", "high_fall")),
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, drawn[["indicator", "area", "value", "before", column, "status", "source_title"]]


@lru_cache(maxsize=300)
def strip_picture(
    view: View, indicators: tuple[str, ...], year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Made | None:
    """The distribution of each indicator; None without any figure."""
    say = view.say("so_sanh")
    frame = compared(view, indicators, year)
    if only:
        frame = frame[(frame["level"] == "province") | frame["area"].isin(only)]
    districts = frame[frame["level"] == "district"]
    if districts["value"].isna().all():
        return None
    said = about(
        view,
        districts,
        title=say("strip_title", count=len(indicators), year=year),
        subtitle=say["strip_subtitle"],
        finding=" ".join(
            _strip_line(view, districts[districts["indicator"] == i], view.catalogue.indicators[i], year)
            for i in indicators
        ),
    )
    figure = strip(
        frame,
        view.catalogue,
        places=view.places_of(year),
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, districts


@lru_cache(maxsize=300)
def funnel_picture(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Made | None:
    """Rates against their denominators; None where the denominators are not known."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    frame = of_districts(compared(view, (indicator_id,), year), indicator_id)
    frame = frame[frame["value"].notna() & (frame["denominator"] > 0) & frame["numerator"].notna()]
    if len(frame) < LEAST:
        return None
    target = 100 * float(frame["numerator"].sum() / frame["denominator"].sum())
    drawn = frame[frame["area"].isin(only)] if only else frame
    names = view.names()
    verdicts = {r.area: verdict(r.value / 100, target / 100, r.denominator) for r in drawn.itertuples()}
    sides = {
        side: ", ".join(names[a] for a, v in verdicts.items() if v == side) or say["nobody"]
        for side in ("high", "low")
    }
    name = indicator.name(view.language)
    base = (
        sentences.within(view.catalogue.indicators[indicator.denominator].name(view.language))
        if indicator.denominator
        else ""
    )
    said = about(
        view,
        drawn,
        title=say("funnel_title", name=name, base=base, year=year),
        subtitle=say("funnel_subtitle", value=percent(target, indicator.decimals, view.language)),
        finding=say(
            "funnel_finding",
            name=name,
            year=year,
            inside=sum(v == "inside" for v in verdicts.values()),
            **sides,
        ),
    )
    figure = funnel(
        drawn,
        indicator,
        view.catalogue,
        places=view.places_of(year),
        target=target,
        selected=selected,
        language=view.language,
        look=view.look,
        caption=caption(view, said),
    )
    return figure, said, drawn


def _axis(view: View, key: str) -> Axis:
    indicator = view.catalogue.indicators[key]
    return Axis(
        f"{indicator.label(view.language)} ({view.catalogue.unit(indicator, view.language)})",
        zero=not indicator.is_rate,
    )


def _told(view: View, row: pd.Series, key: str) -> str:
    indicator: Indicator = view.catalogue.indicators[key]
    value = (
        sentences.amount(row["value"], indicator, view.catalogue, view.language)
        if not absent(row["value"])
        else view.say("screens")["no_data"]
    )
    lines = [f"{indicator.label(view.language)}: {value}", *provenance(row, view.language)[:2]]
    return ", ".join(filter(None, lines))


def _without(view: View, finding: str, rows: pd.DataFrame, only: tuple[str, ...]) -> str:
    """The finding, and who could not be drawn."""
    names = view.names()
    missing = [
        names[c] for c in view.areas.districts if (not only or c in only) and c not in set(rows["area"])
    ]
    return (
        f"{finding} {words('so_sanh', view.language)('left_out', names=', '.join(missing))}"
        if missing
        else finding
    )


def _strip_line(view: View, own: pd.DataFrame, indicator: Indicator, year: int) -> str:
    say, names, known = view.say("so_sanh"), view.names(), own[own["value"].notna()]
    name = indicator.name(view.language)
    if known.empty:
        return say("no_value", name=name, year=year)
    low, high = known.loc[known["value"].idxmin()], known.loc[known["value"].idxmax()]
    said = {
        k: sentences.amount(v, indicator, view.catalogue, view.language)
        for k, v in (("low", low["value"]), ("high", high["value"]), ("median", known["value"].median()))
    }
    return say("strip_line", name=name, low_area=names[low["area"]], high_area=names[high["area"]], **said)
