"""Sentences that the program writes from figures, in official Vietnamese and in English.

They stand on the pages and are the text alternatives of the charts. Rates change in percentage
points, counts in per cent; what is unknown is left out or said, never guessed.
"""

import pandas as pd

from data.catalogue import Catalogue, Indicator
from data.status import Row
from pages.text.mark import marked, shown, worded
from pages.text.numbers import attach, number
from pages.text.words import words

PROPER = ("Quỹ ", "Mẹ ", "Khmer ", "Hoa ", "Resolution ", "Tết ")  # first words of names that stay large


def amount(value: float, indicator: Indicator, catalogue: Catalogue, language: str) -> str:
    """A figure with its unit as official texts write it: “38.255 lượt người”, “6,2%”."""
    if indicator.unit == "phan_tram":
        return attach(number(value, indicator.decimals, language), "%")
    return attach(number(value, indicator.decimals, language), catalogue.unit(indicator, language))


def within(name: str) -> str:
    """A name inside a sentence: first letter small, abbreviations and proper names as they are."""
    kept = name[1:2].isupper() or name.startswith(PROPER)
    return name if kept else name[:1].lower() + name[1:]


def extremes(indicator: Indicator, catalogue: Catalogue, language: str) -> dict[str, str]:
    """The words for the two ends: highest and lowest of rates; most and least of persons, cases, money.

    Returns:
        highest, lowest: placeholders of sentences.
    """
    say = words("sentences", language)
    kind = "level" if catalogue.units[indicator.unit].level else "amount"
    return {"highest": say[f"highest_{kind}"], "lowest": say[f"lowest_{kind}"]}


def share(value: float, language: str) -> str:
    """A share of a plan with at most one decimal: “109,3%”, “102%”."""
    return attach(number(value, 1, language), "%")


def change(row: Row, indicator: Indicator, language: str) -> str:
    """The change on the year before with the right word, or why there is none.

    Args:
        row: a row of `queries.figures`.
    """
    say = words("sentences", language)
    if row["reason"]:
        return say.get(f"change_{row['reason']}", "")
    year = row["before_end"].year
    if indicator.in_points and pd.notna(row["points"]):
        moved = number(abs(row["points"]), indicator.decimals, language)
        return _moved(say, "points", row["points"], worded(moved, row, "points", language), year)
    if pd.notna(row["percent"]):
        moved = share(abs(row["percent"]), language)
        return _moved(say, "percent", row["percent"], worded(moved, row, "percent", language), year)
    if pd.notna(row["before"]):
        before, after = (number(row[c], indicator.decimals, language) for c in ("before", "value"))
        return say("same", year=year) if before == after else say("from_to", before=before, after=after)
    return ""


def rank_end(indicator: Indicator, language: str) -> str:
    """Which end rank 1 is at: “Hạng 1 là thấp nhất (tốt nhất).”"""
    return words("sentences", language)[
        "rank_" + {"lower_is_better": "low", "higher_is_better": "high"}[indicator.judged]
    ]


def ranks(best: float, worst: float, language: str) -> str:
    """A rank, or the ranks between which a place may stand: “3”, “3–5”."""
    return (
        str(int(best))
        if best == worst
        else words("so_sanh", language)("band", best=int(best), worst=int(worst))
    )


def map_finding(
    frame: pd.DataFrame,
    indicator: Indicator,
    catalogue: Catalogue,
    names: dict[str, str],
    year: int,
    language: str,
    *,
    column: str = "value",
) -> str:
    """What a map shows: highest, lowest, how many have figures; who is kept back has one and is counted.

    `column` is the drawn one (value, points, plan_share).
    """
    say = words("sentences", language)
    known = frame[frame[column].notna()]
    if known.empty:
        return say("map_none", name=indicator.name(language), year=year)

    def value(row) -> str:
        if column == "value":
            written = amount(row[column], indicator, catalogue, language)
        elif column == "plan_share":
            written = share(row[column], language)
        else:
            written = say("points", value=number(row[column], indicator.decimals, language))
        return worded(written, row, column, language)

    kept_back = int(frame.loc[frame[column].isna(), "protected"].sum()) if "protected" in frame else 0
    most, least = known.loc[known[column].idxmax()], known.loc[known[column].idxmin()]
    return say(
        f"map_{column}",
        name=indicator.name(language),
        year=year,
        most=names[most["area"]],
        most_value=value(most),
        least=names[least["area"]],
        least_value=value(least),
        **extremes(indicator, catalogue, language),
        kept_back=say("map_kept_back", count=kept_back) if kept_back else "",
        known=len(known) + kept_back,
        all=len(frame),
    )


def trend_finding(
    frame: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, area: str, name: str, language: str
) -> str:
    """What a line over the years shows for one area within its latest standard."""
    say = words("sentences", language)
    actual = frame[(frame["area"] == area) & (frame["kind"] != "plan")]
    known = actual[actual["value"].notna()]
    if known.empty:
        return say("none" if actual.empty else "protected", name=indicator.name(language))
    segment = known[known["standard"] == known.iloc[-1]["standard"]]
    first, last = segment.iloc[0], segment.iloc[-1]
    value, before = (
        shown(amount(row["value"], indicator, catalogue, language), row, "value", language)
        for row in (last, first)
    )
    if len(segment) == 1:
        return say("trend_one", name=indicator.name(language), area=name, year=int(last["year"]), value=value)
    key = (
        "trend_fell"
        if last["value"] < first["value"]
        else "trend_rose"
        if last["value"] > first["value"]
        else "trend_same"
    )
    return say(
        key,
        name=indicator.name(language),
        area=name,
        first=int(first["year"]),
        last=int(last["year"]),
        before=before,
        value=value,
    )


def _moved(say, unit: str, moved: float, size: str, year: int) -> str:
    if moved == 0:
        return say("same", year=year)
    return say(f"{'fell' if moved < 0 else 'rose'}_{unit}", size=size, year=year)


def split_finding(
    frame: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, area: str, language: str
) -> str:
    """The parts of the last year that has any.

    Args:
        frame: as `queries.parts` returns it.
    """
    say = words("sentences", language)
    if frame.empty:
        return say("split_none", name=indicator.name(language), area=area)
    last = frame[frame["year"] == frame["year"].max()]
    parts = "; ".join(
        f"{within(catalogue.indicators[row.part].name(language))} "
        + (
            say["kept_back"]
            if pd.isna(row.value)
            else marked(
                amount(row.value, catalogue.indicators[row.part], catalogue, language), [row.status], language
            )
        )
        for row in last.itertuples()
    )
    return say(
        "split_last", name=indicator.name(language), area=area, year=int(last.iloc[0]["year"]), parts=parts
    )
