"""What a picture shows as its title: “Tỷ lệ hộ nghèo: cao nhất … 13,71%”; "" where there is no such thing.

The badge of illustrative figures stands beside a title; a computed one, which has none, wears its sign.
"""

import pandas as pd

from data.catalogue import Catalogue, Indicator
from data.status import Row, Status, rests_on, worst
from pages.text.mark import marked, worded
from pages.text.numbers import number
from pages.text.sentences import amount, extremes, share, within
from pages.text.words import words

MOST = 0.5  # of the districts must have a figure before one is called the highest


def map_title(
    name: str,
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    names: dict[str, str],
    language: str,
    column: str = "value",
) -> str:
    """The district with the largest figure of a map, and the figure.

    Args:
        name: what the map is of. frame: a row a district. names: of districts. column: the drawn one, value
            or plan_share.
    """
    known = frame[frame[column].notna()]
    if len(known) < MOST * len(frame) or known.empty or known[column].nunique() == 1:
        return ""
    row = known.sort_values(column, ascending=False, kind="stable").iloc[0]
    text = share(row[column], language)
    if column == "value":
        text = amount(row[column], indicator, catalogue, language)
    return words("sentences", language)(
        f"title_{column}",
        name=name,
        area=names[row["area"]],
        value=_worn(text, row, column, language),
        highest=extremes(indicator, catalogue, language)["highest"],
    )


def change_title(name: str, points: pd.Series, language: str) -> str:
    """In how many districts a rate fell; how many it rose in, where it fell in none.

    Args:
        points: a change a district, percentage points; NaN where none is known.
    """
    known = points.dropna()
    if len(known) < max(MOST * len(points), 1):
        return ""
    fell, rose = int((known < 0).sum()), int((known > 0).sum())
    key = "title_fell" if fell or not rose else "title_rose"
    return words("sentences", language)(key, name=name, fell=fell, rose=rose, judged=len(known))


def split_title(name: str, frame: pd.DataFrame, catalogue: Catalogue, language: str) -> str:
    """The largest part of the last year; "" where one of its parts is kept back or two are as large.

    Args:
        frame: of `queries.parts`.
    """
    last = frame[frame["year"] == frame["year"].max()].sort_values("value", ascending=False, kind="stable")
    if len(last) < 2 or last["value"].isna().any() or last["value"].iloc[0] == last["value"].iloc[1]:
        return ""
    row = last.iloc[0]
    part = catalogue.indicators[row["part"]]
    value = _worn(amount(row["value"], part, catalogue, language), row, "value", language)
    named = within(part.name(language))
    return words("sentences", language)(
        "title_part", name=name, year=int(row["year"]), part=named, value=value
    )


def plan_title(name: str, frame: pd.DataFrame, indicator: Indicator, language: str) -> str:
    """How many districts reached their plan, or kept below its ceiling.

    Args:
        frame: of `queries.plan_progress`, the whole first.
    """
    districts = frame.iloc[1:]
    judged = districts[districts["plan_met"].notna()]
    if judged.empty:
        return ""
    key = "title_kept" if indicator.plan_type == "not_exceed" else "title_reached"
    met = int(judged["plan_met"].eq(True).sum())
    return words("sentences", language)(key, name=name, reached=met, judged=len(judged))


def trend_title(name: str, frame: pd.DataFrame, indicator: Indicator, language: str) -> str:
    """From the first to the last figure under the latest standard.

    Args:
        frame: of `queries.yearly_series`, of one area.
    """
    known = frame[frame["kind"].ne("plan") & frame["value"].notna()]
    known = known[known["standard"] == known["standard"].iloc[-1]] if len(known) else known
    if known["year"].nunique() < 2:
        return ""
    unit = "%" if indicator.in_points else ""
    before, value = (
        _worn(number(row["value"], indicator.decimals, language) + unit, row, "value", language)
        for row in (known.iloc[0], known.iloc[-1])
    )
    first, last = int(known["year"].iloc[0]), int(known["year"].iloc[-1])
    say = words("sentences", language)
    return say("title_trend", name=name, before=before, first=first, value=value, last=last)


def months_title(name: str, frame: pd.DataFrame, language: str) -> str:
    """What of the year's plan was reached by the last month that is known.

    Args:
        frame: of `queries.year_to_date`.
    """
    done = frame[frame["actual"].notna()]
    if done.empty or pd.isna(done["plan_share"].iloc[-1]):
        return ""
    last = done.iloc[-1]
    reached = _worn(share(last["plan_share"], language), last, "plan_share", language)
    return words("sentences", language)("title_months", name=name, share=reached, month=int(last["month"]))


def _worn(text: str, row: Row, column: str, language: str) -> str:
    """The figure with its rounding word and, of a computed one, its sign; column as for `rests_on`."""
    statuses = rests_on(row, column)
    computed = worst(statuses) is Status.COMPUTED
    return marked(worded(text, row, column, language), statuses if computed else (), language)
