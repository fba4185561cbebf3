"""Where districts stand and how they move: level across, change up."""

from functools import lru_cache

import pandas as pd

from data.status import worst
from pages.content.about import about
from pages.content.compared import LEAST, compared, of_districts
from pages.content.scatter import Axis, Scatter, with_left_out
from pages.content.view import View
from pages.text.numbers import number, signed


@lru_cache(maxsize=300)
def level_change_state(
    view: View, indicator_id: str, year: int, selected: tuple[str, ...], only: tuple[str, ...]
) -> Scatter | None:
    """Level across, change up: points for rates, per cent for counts; None where no year before compares."""
    say, indicator = view.say("so_sanh"), view.catalogue.indicators[indicator_id]
    frame = of_districts(compared(view, (indicator_id,), year), indicator_id, only)
    column = "points" if indicator.in_points else "percent"
    drawn = frame[frame["value"].notna() & frame[column].notna()]
    if len(drawn) < LEAST:
        return None
    median, name = float(drawn["value"].median()), indicator.name(view.language)
    names = view.names(year)
    both = [worst(pair) or "" for pair in zip(drawn["status"], drawn["before_status"], strict=True)]
    decimals = indicator.decimals if indicator.in_points else 1
    dots = pd.DataFrame(
        {
            "area": drawn["area"],
            "x": drawn["value"],
            "y": drawn[column],
            "status": both,
            "change": [
                f"{say[f'change_{column}']}: {signed(moved, decimals, view.language)}"
                for moved in drawn[column]
            ],
        }
    )
    high_rise = [names[a] for a in dots.loc[(dots["x"] > median) & (dots["y"] > 0), "area"]]
    low_fall = [names[a] for a in dots.loc[(dots["x"] <= median) & (dots["y"] < 0), "area"]]
    finding = say(
        "level_change_finding",
        name=name,
        year=year,
        high_rise=len(high_rise),
        high_rise_names=", ".join(high_rise) or say["nobody"],
        low_fall=len(low_fall),
        low_fall_names=", ".join(low_fall) or say["nobody"],
    )
    heading = about(
        view,
        drawn.assign(status=both),
        year=year,
        title=say("level_change_title", name=name, year=year),
        subtitle=say["level_change_subtitle"],
        finding=with_left_out(view, finding, set(dots["area"]), only, year),
    )
    unit = view.catalogue.unit(indicator, view.language)
    middle = say("middle_line", value=number(median, indicator.decimals, view.language))
    return Scatter(
        heading,
        drawn[["indicator", "area", "value", "before", column, "status", "source_title"]],
        view.catalogue,
        view.language,
        dots=dots,
        rows={r["area"]: [r] for r in drawn.to_dict("records")},
        x=Axis(f"{say('level', year=year)} ({unit})", line=median, named=middle),
        y=Axis(say[f"change_{column}"], line=0, named=say["no_change_line"]),
        places=view.places_of(year),
        corners=(
            say["corner_low_rise"],
            say["corner_high_rise"],
            say["corner_low_fall"],
            say["corner_high_fall"],
        ),
        selected=selected,
    )
