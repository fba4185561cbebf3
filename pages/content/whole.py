"""The province's figure beside those of its districts."""

from dataclasses import dataclass, replace

from data.absence import absent
from data.queries import province_value
from pages.content.about import About, known_statuses
from pages.content.view import View
from pages.text.spans import partial, when


@dataclass(frozen=True)
class Whole:
    """The province's figure of a year; value None where there is none.

    time: when it was counted, if that is not the year or its end: “đến 31/10/2020”.
    """

    value: float | None
    status: str = ""
    source: str = ""
    time: str = ""
    approx: str = ""


def whole_of(view: View, indicator: str, year: int) -> Whole:
    """The province's figure: its own where it has one, else that of all districts together."""
    row = province_value(view.edition, indicator, year, today=view.today)
    if absent(row["value"]):
        return Whole(None)
    time = when(row, view.language) if partial(row) else ""
    source = row["source_title"] or ""
    return Whole(float(row["value"]), row["status"] or "", source, time, row["approx"])


def with_whole(about: About, whole: Whole) -> About:
    """What a picture of districts says about itself, the province's figure included: its source, its mark."""
    if whole.value is None:
        return about
    new = whole.source and whole.source not in about.sources
    return replace(
        about,
        sources=(*about.sources, whole.source) if new else about.sources,
        statuses=about.statuses | known_statuses([whole.status]),
    )
