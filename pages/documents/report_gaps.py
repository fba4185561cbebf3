"""What the report's year has no figure of: one finding an indicator, for the sentence and for the annex."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.catalogue import Indicator
from pages.content.view import View
from pages.documents.official import Paper
from pages.documents.report_data import Figures
from pages.documents.word_table import Table
from pages.text.numbers import period
from pages.text.spans import partial


@dataclass(frozen=True)
class Gap:
    """What is not known of an indicator in the year.

    province: “” (known for the year), none, part (of the year), protected or not_due. covered: the part of
    the year. districts: “” (all known, or none expected), none, or some. without, having: their codes.
    """

    indicator: Indicator
    province: str
    covered: str = ""
    districts: str = ""
    without: tuple[str, ...] = ()
    having: tuple[str, ...] = ()


def gaps_of(view: View, found: Figures) -> list[Gap]:
    """The headline indicators that lack something, in the catalogue's order.

    The count of the yearly review is the year's, whatever its day; what is not due yet is told as such.
    """
    listed = (_gap(view, found, indicator) for indicator in found.indicators)
    return [gap for gap in listed if gap.province or gap.districts]


def gaps(paper: Paper, view: View, found: Figures) -> None:
    """The table of the annex: field, indicator, what the province lacks, which districts lack a figure."""
    say, catalogue = paper.say, view.catalogue
    rows = [
        [
            str(n),
            catalogue.domains[gap.indicator.domain].name(view.language),
            gap.indicator.name(view.language),
            say(f"gap_{gap.province}", period=gap.covered) if gap.province else say["gap_known"],
            _areas(found, gap, say),
        ]
        for n, gap in enumerate(gaps_of(view, found), start=1)
    ]
    paper.caption(say("gaps_table", year=found.year))
    head = [say[key] for key in ("source_n", "gap_field", "gap_indicator", "gap_whole", "gap_districts")]
    paper.table(Table(head, rows, [12, 28, 44, 30, paper.width - 12 - 28 - 44 - 30], left=5, small=True))


def _gap(view: View, found: Figures, indicator: Indicator) -> Gap:
    rows = found.of_districts(indicator)
    without = rows["state"].eq("no_data")
    kind = "none" if without.all() else "some" if without.any() else ""
    named = (tuple(rows.loc[which, "area"]) for which in (without, ~without))
    return Gap(indicator, *_whole(view, found, indicator), kind, *named)


def _whole(view: View, found: Figures, indicator: Indicator) -> tuple[str, str]:
    """What the province's own figure lacks, and the part of the year that it covers."""
    whole = found.province.loc[indicator.id].to_dict()
    if not found.known(indicator):
        return "protected" if whole["protected"] else "not_due" if found.not_due(indicator) else "none", ""
    if partial(whole) and not indicator.is_yearly_review(whole["period_end"]):
        return "part", period(whole["period_start"], whole["period_end"], view.language)
    return "", ""


def _areas(found: Figures, gap: Gap, say) -> str:
    """Which districts have no figure; those that have one where they are fewer."""
    if gap.districts != "some":
        return say["gap_none"] if gap.districts else say["gap_known"]
    fewer = len(gap.having) < len(gap.without)
    names: Iterator[str] = (found.within[code] for code in (gap.having if fewer else gap.without))
    return say("gap_only" if fewer else "gap_without", names=", ".join(names))
