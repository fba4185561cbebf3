"""The files that a picture or table leaves as: CSV, and a workbook with definitions and sources."""

from collections.abc import Mapping

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.clock import local
from data.editions import edition
from data.export import csv_bytes
from data.queries import sources
from data.status import rests_on
from pages.content.about import edition_line, foot
from pages.content.plain_table import ONE_DECIMAL, SHOWN, in_words, why_empty, with_names
from pages.content.state import State
from pages.content.view import View
from pages.documents.workbook import Block, Column, Sheet, Style, xlsx_bytes
from pages.figures.theme import DESK, STATES
from pages.text.laws import days_of, legal_basis
from pages.text.mark import mark, the_mark, worded

DAYS = {"period_start": "column_from", "period_end": "column_to"}
STYLE = Style(header=DESK.band, mark=DESK.mark_paper, empty=STATES["no_data"].fill)


def csv_file(view: View, state: State) -> bytes:
    """The rows as the query gives them, with lines for title, sources, edition and mark."""
    say, about = view.say("screens"), state.about
    notes = [
        f"{about.title}. {about.subtitle}",
        foot(view, about),
        *(say("sources", sources=title) for title in about.sources),
        *([say["note_illustrative"]] if about.illustrative else []),
    ]
    return csv_bytes(state.frame, notes)


def xlsx_file(view: View, state: State, headings: Mapping[str, str] | None = None) -> bytes:
    """The rows in the visitor's words, numbers and days typed; then definitions and sources.

    Args:
        headings: columns of the frame beyond `plain_table.SHOWN`, and the words over them.
    """
    say, screens, about = view.say("tai_ve"), view.say("screens"), state.about
    named = (
        {c: screens[word] for c, word in SHOWN.items() if c in state.frame}
        | {c: say[word] for c, word in DAYS.items() if c in state.frame}
        | dict(headings or {})
    )
    rows, columns = _typed(view, state, named)
    notes = [the_mark(view.language).note] if about.illustrative else []
    if any(c.why and rows[c.key].isna().any() for c in columns):
        notes.append(say["empty_note"])
    sheet = Sheet(about.title, about.title, about.subtitle, rows, columns, (*notes, foot(view, about)))
    return xlsx_bytes([sheet], (say["definitions"], _definitions(view, state)), STYLE, language=view.language)


def _typed(view: View, state: State, named: Mapping[str, str]) -> tuple[pd.DataFrame, tuple[Column, ...]]:
    """The frame with codes written in words, and what each column is."""
    frame = with_names(view, state.frame, state.about.year)
    rows, columns, records = frame.copy(), [], frame.to_dict("records")
    rows["_decimals"] = [_decimals(state, row) for row in records]
    rows["_why"] = [why_empty(view, row) for row in records]
    for key, label in named.items():
        values = frame[key]
        if key in ("year", "month"):
            columns.append(Column(key, label, "integer"))
        elif key in DAYS or pd.api.types.is_datetime64_any_dtype(values):
            columns.append(Column(key, label, "date"))
        elif pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
            rows[f"_mark_{key}"] = [mark(rests_on(row, key), view.language).sign for row in records]
            rows[f"_word_{key}"] = [worded("", row, key, view.language).strip() for row in records]
            decimals = 1 if key in ONE_DECIMAL else "_decimals"
            columns.append(
                Column(key, label, "decimal", decimals, f"_mark_{key}", f"_word_{key}", why="_why")
            )
        else:
            rows[key] = [
                None if absent(value) else in_words(view, key, value) or str(value) for value in values
            ]
            columns.append(Column(key, label))
    return rows, tuple(columns)


def _decimals(state: State, row: dict) -> int:
    """Of the row's own indicator; of the only one shown; else two."""
    shown = state.about.indicators
    key = row.get("indicator") or row.get("part") or (shown[0] if len(shown) == 1 else "")
    declared = state.catalogue.indicators.get(key)
    return declared.decimals if declared else 2


def _definitions(view: View, state: State) -> list[Block]:
    """Indicators, sources, edition: what a reader of the file has to know."""
    say, method, about, frame = view.say("tai_ve"), view.say("nguon"), state.about, state.frame
    in_rows = [key for column in ("indicator", "part") if column in frame for key in frame[column].dropna()]
    declared = state.catalogue.indicators
    indicators = tuple(
        _indicator(view, declared[key], method, _rows_of(frame, key))
        for key in dict.fromkeys([*about.indicators, *in_rows])
        if key in declared
    )
    known = sources(view.edition)
    used = known[known["title"].isin(about.sources)]
    listed = [
        (r.title, method[f"grade_{r.grade}"] if r.grade else "", r.address or "", r.published or "")
        for r in used.itertuples()
    ]
    listed += [(title, "", "", "") for title in about.sources if title not in set(used["title"])]
    lines = [
        (say["edition"], edition_line(view)),
        (say["published_on"], local(edition(view.edition).time).date()),
        (say["saved_on"], view.today),
    ]
    lines += [(say["mark"], say["note_marked"])] if about.illustrative else []
    lines += [(say["boundaries"], about.credit)] if about.credit else []
    columns = ("name", "code", "unit", "definition", "legal", "kind", "polarity", "caveats")
    blocks = [
        Block(say["indicators"], tuple(method[c] for c in columns), indicators),
        Block(
            say["sources"],
            tuple(method[c] for c in ("source", "grade", "address", "published")),
            tuple(listed),
        ),
        Block(say["edition"], (say["about_what"], say["about_text"]), tuple(lines)),
    ]
    return [block for block in blocks if block.rows]


def _rows_of(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """The rows of an indicator; all where the frame has no column that tells."""
    column = next((c for c in ("indicator", "part") if c in frame and frame[c].eq(key).any()), None)
    return frame[frame[column] == key] if column else frame


def _indicator(
    view: View, indicator: Indicator, method: Mapping[str, str], rows: pd.DataFrame
) -> tuple[str, ...]:
    language = view.language
    caveats = " ".join(view.catalogue.caveats[c](language) for c in indicator.caveats)
    return (
        indicator.name(language),
        indicator.id,
        view.catalogue.unit(indicator, language),
        indicator.definition(language),
        legal_basis(indicator, view.catalogue, language, days_of(rows, indicator)),
        method[f"measure_{indicator.measure}"],
        method[f"polarity_{indicator.judged}"],
        caveats,
    )
