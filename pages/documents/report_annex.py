"""The annexes of the yearly report: all districts × headline indicators, and the sources."""

from collections.abc import Mapping

from data.absence import absent
from data.catalogue import Indicator
from data.status import Row
from pages.content.about import edition_line
from pages.content.view import View
from pages.documents.official import Paper
from pages.documents.report_data import NAMED, Figures, sources_of, weak_sources_of
from pages.documents.word_table import Table
from pages.text.laws import documents_of_year
from pages.text.mark import notes, shown
from pages.text.numbers import date, number
from pages.text.report import together
from pages.text.sentences import within
from pages.text.spans import partial, when
from pages.text.words import words

COLUMNS = 11  # of figures in one table on a landscape page
NAME = 42  # mm
Rows = Mapping[str, Row]  # area → row of `queries.comparison`


def shown_by_district(found: Figures) -> list[Indicator]:
    """The headline indicators of which a district has a figure, be it kept back."""
    return [i for i in found.indicators if found.of_districts(i)["state"].isin(("value", "protected")).any()]


def districts(paper: Paper, view: View, found: Figures) -> None:
    """One table for as many fields as fit; rows: districts in official order, the province last."""
    say, shown = paper.say, shown_by_district(found)
    for n, some in enumerate(_tables(shown, found), start=1):
        fields = dict.fromkeys(view.catalogue.domains[i.domain].name(view.language) for i in some)
        named = "; ".join(map(within, fields))
        paper.caption(say("annex_table", fields=named, year=found.year), new_page=n > 1)
        _table(paper, view, found, some)
    statuses = [
        s for i in shown for s in (found.province.loc[i.id, "status"], *found.districts[i.id]["status"])
    ]
    protected = any((found.districts[i.id]["state"] == "protected").any() for i in shown)
    paper.note(
        " ".join(
            [
                say("annex_note", year=found.year),
                *([say["annex_note_protected"]] if protected else []),
                *notes(statuses, view.language),
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
        paper.caption(say("sources_table", year=found.year))
        paper.table(Table(head, rows, [12, wide - 12 - 26 - 52, 26, 52], left=4))
    known = [i for i in found.indicators if found.known(i)]
    if documents := documents_of_year(known, view.catalogue, view.language, found.year):
        paper.note(say("sources_legal", year=found.year, documents="; ".join(documents)))
    count, names = weak_sources_of(view, found)
    if count:
        listed = together(names, view.language, most=NAMED, others="other_indicators")
        paper.note(say("sources_weak", count=count, names=listed))
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
    times: dict[str, int] = {}  # the part of the year of a column or a figure → the number of its note
    rows = {i.id: {row["area"]: row for row in found.districts[i.id].to_dict("records")} for i in some}
    for indicator in some:
        name = catalogue.domains[indicator.domain].name(language)
        wide = _columns(indicator, found)
        head.append(_head(view, indicator, rows[indicator.id], times))
        columns.append((indicator, "value"))
        if wide == 2:
            head.append(say["share_of_plan"])
            columns.append((indicator, "plan_share"))
        groups = (
            [*groups[:-1], [name, groups[-1][1] + wide]] if groups[-1][0] == name else [*groups, [name, wide]]
        )
    codes = [*view.areas.districts, view.areas.province]
    body = []
    for code in codes:
        cells = [_cell(rows[i.id][code], i, which, language) for i, which in columns]
        notes = [_note(which, rows[i.id], code, times, language) for i, which in columns]
        named = say["whole"] if code == view.areas.province else found.names[code]
        body.append([named, *map("".join, zip(cells, notes))])
    each = (paper.width - NAME) / max(len(columns), 6)
    widths = [NAME, *[each] * len(columns)]
    paper.table(Table(head, body, widths, groups=[tuple(g) for g in groups], total=True, small=True))
    if times:
        paper.note("; ".join(say("annex_time", n=n, time=time) for time, n in times.items()) + ".")


def _shared_time(rows: Rows, language: str) -> str:
    """The part of the year, or the day before its end, that all figures of an indicator speak of; else ""."""
    known = [row for row in rows.values() if not absent(row["value"])]
    times = {when(row, language) if partial(row) else "" for row in known}
    return times.pop() if len(times) == 1 else ""


def _head(view: View, indicator: Indicator, rows: Rows, times: dict[str, int]) -> str:
    """Name and unit of a column; with the number of a note where none of its figures is of the year."""
    unit, time = view.catalogue.unit(indicator, view.language), _shared_time(rows, view.language)
    text = view.say("bao_cao")("head_unit", name=indicator.label(view.language), unit=unit)
    return f"{text} {_number(time, times)}" if time else text


def _number(time: str, times: dict[str, int]) -> str:
    return f"({times.setdefault(time, len(times) + 1)})"


def _note(which: str, rows: Rows, code: str, times: dict[str, int], language: str) -> str:
    """The number of the note behind a figure that was counted at another time than its column's."""
    row = rows[code]
    if which != "value" or absent(row["value"]) or not partial(row) or _shared_time(rows, language):
        return ""
    return f" {_number(when(row, language), times)}"


def _cell(row: Row, indicator: Indicator, which: str, language: str) -> str:
    say = words("bao_cao", language)
    if absent(row[which]):
        return say["kept_back"] if row["state"] == "protected" else say["missing"]
    if which == "plan_share":
        return shown(number(row["plan_share"], 1, language), row, "plan_share", language)
    return shown(number(row["value"], indicator.decimals, language), row, "value", language)


def _day(day: str, language: str) -> str:
    return date(day, language) if len(day) == 10 else day
