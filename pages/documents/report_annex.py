"""The annexes of the yearly report: all districts × headline indicators, and the sources."""

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.status import rests_on
from pages.content.about import edition_line
from pages.content.view import View
from pages.documents.official import Paper
from pages.documents.report_data import Figures, sources_of
from pages.documents.word_table import Table
from pages.text.mark import marked
from pages.text.numbers import date, number
from pages.text.words import words

COLUMNS = 11  # of figures in one table on a landscape page
NAME = 42  # mm


def districts(paper: Paper, view: View, found: Figures) -> None:
    """One table for as many fields as fit; rows: districts in official order, the province last."""
    say = paper.say
    shown = [i for i in found.indicators if found.of_districts(i)["state"].isin(("value", "protected")).any()]
    if not shown:
        paper.note(say("annex_none", year=found.year))
        return
    for n, some in enumerate(_tables(shown, found), start=1):
        paper.caption(say("annex_table", n=n), new_page=n > 1)
        _table(paper, view, found, some)
    protected = any((found.districts[i.id]["state"] == "protected").any() for i in shown)
    paper.note(
        " ".join(
            [
                say("annex_note", year=found.year),
                *([say["annex_note_protected"]] if protected else []),
                *([say["annex_note_mark"]] if view.rehearsal else []),
            ]
        )
    )


def sources(paper: Paper, view: View, found: Figures) -> None:
    """Sources in the order of the indicators, what each is used for, and the edition."""
    say, wide = paper.say, paper.width
    rows = [
        [str(n), title, _day(day, view.language), names]
        for n, (title, day, names) in enumerate(sources_of(view, found), start=1)
    ]
    if rows:
        head = [say[k] for k in ("source_n", "source_title", "source_published", "source_indicators")]
        paper.table(Table(head, rows, [12, wide - 12 - 26 - 52, 26, 52], left=4))
    paper.note(say("sources_edition", edition=edition_line(view)))


def _tables(shown: list[Indicator], found: Figures) -> list[list[Indicator]]:
    """Fields kept whole where they fit; a table holds at most `COLUMNS` columns."""
    tables, wide = [[]], 0
    for domain in dict.fromkeys(i.domain for i in shown):
        of_field = [i for i in shown if i.domain == domain]
        room = sum(_columns(i, found) for i in of_field)
        if tables[-1] and wide + room > COLUMNS:
            tables, wide = [*tables, []], 0
        for indicator in of_field:
            if wide + _columns(indicator, found) > COLUMNS:
                tables, wide = [*tables, []], 0
            tables[-1].append(indicator)
            wide += _columns(indicator, found)
    return tables


def _columns(indicator: Indicator, found: Figures) -> int:
    return 2 if found.districts[indicator.id]["plan_share"].notna().any() else 1


def _table(paper: Paper, view: View, found: Figures, some: list[Indicator]) -> None:
    say, catalogue, language = paper.say, view.catalogue, view.language
    head, columns, groups = [say["district"]], [], [["", 1]]
    for indicator in some:
        name = catalogue.domains[indicator.domain].name(language)
        wide = _columns(indicator, found)
        head.append(
            say("head_unit", name=indicator.label(language), unit=catalogue.unit(indicator, language))
        )
        columns.append((indicator, "value"))
        if wide == 2:
            head.append(say["share_of_plan"])
            columns.append((indicator, "plan_share"))
        groups = (
            [*groups[:-1], [name, groups[-1][1] + wide]] if groups[-1][0] == name else [*groups, [name, wide]]
        )
    rows = {key: found.districts[key].set_index("area") for key in (i.id for i in some)}
    codes = [*view.areas.districts, view.areas.province]
    body = [
        [
            say["whole"] if code == view.areas.province else found.names[code],
            *(_cell(rows[i.id].loc[code], i, which, language) for i, which in columns),
        ]
        for code in codes
    ]
    each = (paper.width - NAME) / max(len(columns), 6)
    widths = [NAME, *[each] * len(columns)]
    paper.table(Table(head, body, widths, groups=[tuple(g) for g in groups], total=True, small=True))


def _cell(row: pd.Series, indicator: Indicator, which: str, language: str) -> str:
    say = words("bao_cao", language)
    if absent(row[which]):
        return say["kept_back"] if row["state"] == "protected" else say["missing"]
    if which == "plan_share":
        return marked(number(row["plan_share"], 1, language), rests_on(row, "plan_share"), language)
    return marked(number(row["value"], indicator.decimals, language), [row["status"]], language)


def _day(day: str, language: str) -> str:
    return date(day, language) if len(day) == 10 else day
