"""The files that a picture or table leaves as: CSV, and a workbook with definitions and sources."""

from collections.abc import Mapping

import pandas as pd

from data.absence import absent
from data.catalogue import Indicator
from data.editions import edition
from data.export import csv_bytes, harmless
from data.queries import sources
from pages.content.about import About, edition_line, foot
from pages.content.plain_table import ONE_DECIMAL, SHOWN, in_words, why_empty
from pages.content.view import View
from pages.documents.workbook import Block, Column, Sheet, Style, xlsx_bytes
from pages.figures.theme import DESK, STATES

DAYS = {"period_start": "column_from", "period_end": "column_to"}
MARKED_BY = {"plan": "plan_status", "before": "before_status"}  # other figures: by the row's own status
STYLE = Style(header=DESK.band, mark=DESK.mark_paper, empty=STATES["no_data"].fill)


def file_name(view: View, screen: str, key: str, frame: pd.DataFrame) -> str:
    """`<screen>_<key>_<year>` without ending; the edition where the rows hold several years."""
    day = next((c for c in ("period_end", "as_of") if c in frame), None)
    years = (
        frame["year"]
        if "year" in frame
        else pd.to_datetime(frame[day]).dt.year
        if day
        else pd.Series(dtype=int)
    )
    years = years.dropna().unique()
    return f"{screen}_{key}_{int(years[0]) if len(years) == 1 else f'phien-ban-{view.edition}'}"


def csv_file(view: View, said: About, frame: pd.DataFrame) -> bytes:
    """The rows as the query gives them, with lines for title, sources, edition and mark."""
    say = view.say("screens")
    notes = [
        f"{said.title}. {said.subtitle}",
        foot(view, said),
        *(say("sources", sources=s) for s in said.sources),
    ]
    return csv_bytes(harmless(frame), [*notes, say["note_illustrative"]] if said.illustrative else notes)


def xlsx_file(
    view: View, said: About, frame: pd.DataFrame, headings: Mapping[str, str] | None = None
) -> bytes:
    """The rows in the visitor's words, numbers and days typed; then definitions and sources.

    Args:
        headings: columns of the frame beyond `plain_table.SHOWN`, and the words over them.
    """
    say, own = view.say("tai_ve"), view.say("screens")
    named = (
        {c: own[word] for c, word in SHOWN.items() if c in frame}
        | {c: say[word] for c, word in DAYS.items() if c in frame}
        | dict(headings or {})
    )
    rows, columns = _typed(view, said, frame, named)
    marks = [own["mark_note"]] if said.illustrative else []
    gaps = [say["empty_note"]] if any(c.why and rows[c.key].isna().any() for c in columns) else []
    sheet = Sheet(said.title, said.title, said.subtitle, rows, columns, (*marks, *gaps, foot(view, said)))
    return xlsx_bytes(
        [sheet], (say["definitions"], _definitions(view, said, frame)), STYLE, language=view.language
    )


def _typed(
    view: View, said: About, frame: pd.DataFrame, named: Mapping[str, str]
) -> tuple[pd.DataFrame, tuple[Column, ...]]:
    """The frame with codes written in words, and what each column is."""
    rows, columns, records = frame.copy(), [], frame.to_dict("records")
    rows["_decimals"] = [_decimals(view, said, row) for row in records]
    rows["_why"] = [why_empty(view, row) for row in records]
    for key, label in named.items():
        values = frame[key]
        if key in ("year", "month"):
            columns.append(Column(key, label, "integer"))
        elif key in DAYS or pd.api.types.is_datetime64_any_dtype(values):
            columns.append(Column(key, label, "date"))
        elif pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
            status = MARKED_BY[key] if MARKED_BY.get(key) in frame else "status"
            rows[f"_mark_{key}"] = frame[status].eq("illustrative") if status in frame else False
            columns.append(
                Column(
                    key,
                    label,
                    "decimal",
                    1 if key in ONE_DECIMAL else "_decimals",
                    mark=f"_mark_{key}",
                    why="_why",
                )
            )
        else:
            rows[key] = [
                None if absent(value) else in_words(view, key, value) or str(value) for value in values
            ]
            columns.append(Column(key, label))
    return rows, tuple(columns)


def _decimals(view: View, said: About, row: dict) -> int:
    """Of the row's own indicator; of the only one shown; else two."""
    key = row.get("indicator") or row.get("part") or (said.indicators[0] if len(said.indicators) == 1 else "")
    declared = view.catalogue.indicators.get(key)
    return declared.decimals if declared else 2


def _definitions(view: View, said: About, frame: pd.DataFrame) -> list[Block]:
    """Indicators, sources, edition: what a reader of the file has to know."""
    say, method = view.say("tai_ve"), view.say("nguon")
    ids = dict.fromkeys(
        [*said.indicators, *(i for c in ("indicator", "part") if c in frame for i in frame[c].dropna())]
    )
    indicators = tuple(
        _indicator(view, view.catalogue.indicators[i], method) for i in ids if i in view.catalogue.indicators
    )
    known = sources(view.edition)
    used = known[known["title"].isin(said.sources)]
    listed = [(r.title, r.address or "", r.published or "") for r in used.itertuples()]
    listed += [(title, "", "") for title in said.sources if title not in set(used["title"])]
    made = edition(view.edition)
    about = [
        (say["edition"], edition_line(view)),
        (say["published_on"], made.time.astimezone().date()),
        (say["saved_on"], view.today),
    ]
    about += [(say["mark"], say["note_marked"])] if said.illustrative else []
    about += [(say["boundaries"], said.credit)] if said.credit else []
    blocks = [
        Block(
            say["indicators"],
            tuple(
                method[c]
                for c in ("name", "code", "unit", "definition", "legal", "kind", "polarity", "caveats")
            ),
            indicators,
        ),
        Block(say["sources"], tuple(method[c] for c in ("source", "address", "published")), tuple(listed)),
        Block(say["edition"], (say["about_what"], say["about_text"]), tuple(about)),
    ]
    return [block for block in blocks if block.rows]


def _indicator(view: View, i: Indicator, method: Mapping[str, str]) -> tuple[str, ...]:
    language = view.language
    return (
        i.name(language),
        i.id,
        view.catalogue.unit(i, language),
        i.definition(language),
        "; ".join(i.legal_basis),
        method[f"measure_{i.measure}"],
        method[f"polarity_{i.polarity}"],
        "; ".join(view.catalogue.caveats[c](language) for c in i.caveats),
    )
