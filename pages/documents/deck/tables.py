"""Native tables: districts × indicators, and the emulation table."""

from collections.abc import Callable

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from pages.content.heat import Heat
from pages.content.slide_state import SlideState
from pages.content.table import Table
from pages.documents.deck.ink import describe, fill, write
from pages.documents.deck.measure import BODY, CELL, SMALL, Box, Run, lines_of, width_of
from pages.documents.deck.paper import Page
from pages.figures.theme import HALL
from pages.figures.tones import FILLS, fill_and_ink
from pages.text.width import INCH

PADDING = 0.06  # inches at the sides of a cell
LEAST_ROW = CELL * 1.17 / INCH


def heat(page: Page, slide: SlideState, state: Heat) -> None:
    """The province first, then districts in official order; colours as on screen."""
    _table(page, page.open(slide.about, _key(page, slide.indicators)), state.table)


def table(page: Page, slide: SlideState, data: Table) -> None:
    """A table that is all of the slide's picture."""
    _table(page, page.open(slide.about), data)


def _table(page: Page, box: Box, data: Table) -> None:
    """A table as a native one, its note below."""
    columns, rows, note = data.headings, data.rows, data.caption
    room = box.height - (SMALL * 1.5 / INCH if note else 0)
    widths = _widths(box.width, data)
    heads = [[c.label, c.unit] for c in columns]
    size = _head_size(heads, widths)
    high = (
        max(
            sum(lines_of(t, size, w - 2 * PADDING, bold=True) for t in head if t)
            for head, w in zip(heads, widths, strict=True)
        )
        * size
        * 1.18
        / INCH
        + 0.04
    )
    pitch = min(0.42, max(LEAST_ROW, (room - high) / max(1, len(rows))))
    letters = max(CELL, min(BODY, int(pitch * INCH / 1.17)))
    frame = page.shapes.add_table(
        len(rows) + 1,
        len(columns),
        Inches(box.left),
        Inches(box.top),
        Inches(box.width),
        Inches(high + pitch * len(rows)),
    )
    describe(frame, page.say["name_table"], page.finding)
    table = frame.table
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    table.rows[0].height = Inches(high)
    for n, column in enumerate(columns):
        runs = [
            Run(column.label, size, bold=True),
            *([Run(column.unit, size, ink=HALL.muted)] if column.unit else []),
        ]
        _cell(page, table.cell(0, n), runs, HALL.band, right=column.numeric)
    for m, row in enumerate(rows, start=1):
        table.rows[m].height = Inches(pitch)
        for n, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            paper, ink = fill_and_ink(cell.tone) if cell.tone else (HALL.paper, HALL.ink)
            _cell(
                page,
                table.cell(m, n),
                [Run(cell.text, letters, ink=ink, bold=n == data.header)],
                paper,
                right=column.numeric,
            )
    if note:
        page.text(
            page.say["name_text"],
            Box(box.left, box.top + box.height - SMALL * 1.3 / INCH, box.width, SMALL * 1.3 / INCH),
            [Run(note, SMALL, ink=HALL.muted)],
        )


def _widths(whole: float, data: Table) -> list[float]:
    """The first column as its names need, the others share the rest by what they hold.

    A heading takes one line where all can, else it is broken between its words.
    """
    need = _needed(data, lambda label: [label])
    if sum(need) > whole:
        need = _needed(data, str.split)
    rest = max(0.0, whole - sum(need)) / max(1, len(need) - 1)
    widths = [w if n == data.header else w + rest for n, w in enumerate(need)]
    return [w * whole / sum(widths) for w in widths]


def _needed(data: Table, pieces: Callable[[str], list[str]]) -> list[float]:
    """Inches that each column needs for its cells and the pieces of its heading that stay on one line."""
    need = []
    for n, column in enumerate(data.headings):
        cells = [width_of(row.cells[n].text, CELL + 2, bold=n == data.header) for row in data.rows]
        heads = [width_of(piece, CELL, bold=True) for piece in pieces(column.label)]
        need.append(max([*cells, *heads, 0.6]) + 2 * PADDING + 0.08)
    return need


def _head_size(heads: list[list[str]], widths: list[float]) -> float:
    """16 points where three lines hold every heading, else 14."""
    lines = max(
        sum(lines_of(t, CELL, w - 2 * PADDING, bold=True) for t in head if t)
        for head, w in zip(heads, widths, strict=True)
    )
    return CELL if lines <= 3 else 14


def _cell(page: Page, cell, runs: list[Run], paper: str, *, right: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(PADDING)
    cell.margin_top = cell.margin_bottom = 0
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    fill(cell.fill, paper)
    for n, run in enumerate(runs):
        paragraph = cell.text_frame.paragraphs[0] if n == 0 else cell.text_frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT, Pt(0)
        write(paragraph, run, page.view.language)


def _key(page: Page, indicators: tuple[str, ...]) -> tuple[Run, ...]:
    """What the colours mean, in their colours; only those that occur."""
    polarities = {page.view.catalogue.indicators[i].judged for i in indicators}
    items = [("much_better", "key_better"), ("much_worse", "key_worse")] if polarities - {"neutral"} else []
    items += [("lower", "key_neutral")] if "neutral" in polarities else []
    return (
        Run(page.say["key"], ink=HALL.muted),
        *(
            run
            for tone, key in items
            for run in (Run(" ■", ink=FILLS[tone]), Run(f"\u00a0{page.say[key]}", ink=HALL.muted))
        ),
    )
