"""Slides of words and numbers: title, the year's paragraph, cards against targets, points."""

import math
from dataclasses import replace

import pandas as pd
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR

from data.headlines import headlines
from data.queries import figures
from pages.content.about import About
from pages.content.agenda import Slide
from pages.content.cards import reviewed_mark
from pages.content.plain_table import why_empty
from pages.content.slides import written
from pages.documents.deck.ink import edge, fill
from pages.documents.deck.paper import BODY, HEADLINE, Box, Page, Run, height_of, lines_of
from pages.figures.theme import HALL
from pages.text import plans, sentences
from pages.text.numbers import as_published, attach, period

SIZES = (32, 28, 26, 24, 22, 20)  # points of running text, the largest that fits
GAP = 0.16


def title(page: Page, slide: Slide, year: int) -> None:
    """The conference's name, the agency and the province."""
    view = page.view
    box = page.open(About("", "", "", (), False))
    runs = [
        Run(view.agency, 26, bold=True, after=6, ink=HALL.bar),
        Run(view.province_name, 24, ink=HALL.muted),
    ]
    page.body(box, [run for run in runs if run.text])


def review(page: Page, slide: Slide, year: int) -> None:
    """The year's paragraph."""
    rows = _rows(page, headlines().overview.cards, year)
    told = sentences.review(rows, year, page.view.catalogue, page.view.language)
    box = page.open(replace(_about(rows, told, ""), illustrative=bool(reviewed_mark(rows, page.view))))
    _fitted(page, box, [told])


def text(page: Page, slide: Slide, year: int) -> None:
    """Points."""
    points = [written(page.view, point, year) for point in slide.points]
    box = page.open(About("", "", "\n".join(points), (), False))
    _fitted(page, box, points, bullet=True)


def cards(page: Page, slide: Slide, year: int) -> None:
    """One card an indicator: number, share of plan, change in the right word, period."""
    view = page.view
    rows = _rows(page, slide.indicators, year)
    told = " ".join(
        plans.figure(rows.loc[i], view.catalogue.indicators[i], view.catalogue, view.language)
        for i in slide.indicators
    )
    box = page.open(_about(rows, told, page.say("cards_subtitle", year=year)))
    columns = (
        1
        if len(slide.indicators) == 1
        else 2
        if len(slide.indicators) <= 4
        else math.ceil(len(slide.indicators) / 2)
    )
    lines = math.ceil(len(slide.indicators) / columns)
    wide, high = (box.width - GAP * (columns - 1)) / columns, (box.height - GAP * (lines - 1)) / lines
    for n, key in enumerate(slide.indicators):
        _card(
            page,
            key,
            rows.loc[key],
            year,
            Box(
                box.left + n % columns * (wide + GAP),
                box.top + n // columns * (high + GAP),
                wide,
                min(high, 2.6),
            ),
        )


def _card(page: Page, key: str, row: pd.Series, year: int, box: Box) -> None:
    view, indicator = page.view, page.view.catalogue.indicators[key]
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.place)
    shape.name = page.say("name_card", name=indicator.label(view.language))
    fill(shape.fill, HALL.band)
    edge(shape, HALL.grid, 1)
    inner = Box(box.left + 0.15, box.top + 0.08, box.width - 0.3, box.height - 0.16)
    label = Run(indicator.label(view.language), bold=True)
    if pd.isna(row["value"]):
        told = [label, Run(why_empty(view, row), ink=HALL.muted)]
    else:
        unit = view.catalogue.unit(indicator, view.language)
        number = as_published(row["value"], indicator.decimals, view.language)
        number, unit = (attach(number, unit, view.language), "") if unit == "%" else (number, unit)
        when = period(row["period_start"], row["period_end"], view.language)
        beside = ", ".join(
            filter(
                None, [unit, "" if when == period(f"{year}-01-01", f"{year}-12-31", view.language) else when]
            )
        )
        lines = [Run(t, BODY if lines_of(t, BODY, inner.width) == 1 else 18) for t in _lines(page, key, row)]
        told = [
            (label, Run(f" ({beside})", ink=HALL.muted)) if beside else label,
            Run(number, HEADLINE, bold=True, ink=HALL.bar),
            *lines,
        ]
        while len(told) > 2 and height_of(told, inner.width) > inner.height:
            told.pop()
    page.text(
        page.say("name_card_text", name=indicator.label(view.language)), inner, told, anchor=MSO_ANCHOR.MIDDLE
    )


def _lines(page: Page, key: str, row: pd.Series) -> list[str]:
    """Share of plan and change, each with a sign where only its own part is illustrative."""
    view, indicator = page.view, page.view.catalogue.indicators[key]
    told = [
        (plans.plan_clause(row, indicator, view.catalogue, view.language), "plan_status"),
        (sentences.change(row, indicator, view.language), "before_status"),
    ]
    return [
        line[:1].upper() + line[1:] + (" ◇" if row[part] == "illustrative" != row["status"] else "")
        for line, part in told
        if line
    ]


def _rows(page: Page, indicators, year: int) -> pd.DataFrame:
    return figures(page.view.edition, list(indicators), page.view.areas.province, year).set_index("indicator")


def _about(rows: pd.DataFrame, finding: str, subtitle: str) -> About:
    known = rows[rows["value"].notna()]
    named = [title for title in known["source_title"] if isinstance(title, str) and title]
    marked = any("illustrative" in set(known[c]) for c in ("status", "plan_status", "before_status"))
    return About("", subtitle, finding, tuple(dict.fromkeys(named)), marked)


def _fitted(page: Page, box: Box, paragraphs: list[str], *, bullet: bool = False) -> None:
    """Running text as large as its room lets it be, never under 20 points."""
    box = Box(box.left, box.top + 0.2, box.width, box.height - 0.2)
    for size in SIZES:
        runs = [Run(p, size, after=size / 2, bullet=bullet) for p in paragraphs]
        if height_of(runs, box.width) <= box.height:
            break
    page.body(box, runs)
