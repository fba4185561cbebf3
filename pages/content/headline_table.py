"""A field's headline figures of a year as a table: a row each, in place of as many cards."""

from functools import lru_cache

from data.absence import absent
from data.status import all_illustrative, illustrative, rests_on
from pages.content.cards import Card, cards_state
from pages.content.table import Cell, Heading, Row, Table
from pages.content.view import View
from pages.text.mark import marked, the_mark, worded
from pages.text.numbers import attach, signed


@lru_cache(maxsize=200)
def headline_table(view: View, indicators: tuple[str, ...], year: int, chosen: str) -> Table:
    """Name, figure with its unit, change on the year before; those without a figure are named below.

    Args:
        chosen: the indicator whose row is selected.
    """
    say, state = view.say("screens"), cards_state(view, indicators, year)
    statuses = state.frame.loc[state.frame["value"].notna(), "status"]
    alike = all_illustrative(statuses)
    rows = [
        Row(
            card.indicator.id,
            _cells(view, card, state.rows.loc[card.indicator.id], alike),
            card.indicator.id == chosen,
        )
        for card in state.cards
        if not card.missing
    ]
    missing = [card.title for card in state.cards if card.missing]
    worn = the_mark(view.language)
    notes = [
        *([f"{worn.badge}." if alike else worn.note] if illustrative(statuses) else []),
        *([say("missing_of", year=year, names="; ".join(missing))] if missing else []),
    ]
    headings = (
        Heading(say["indicator"]),
        Heading(say["column_value"], numeric=True),
        Heading(say["column_year_change"], numeric=True),
    )
    return Table(headings, tuple(rows), view.language, caption=" ".join(notes), sort=say["sort_rows"])


def _cells(view: View, card: Card, row, alike: bool) -> tuple[Cell, ...]:
    """alike: all figures wear the same mark, which stands once under them."""
    unit = ", ".join(part for part in (card.unit, card.part) if part)
    sign = "" if alike else card.mark.behind
    return (
        Cell(card.title, card.title),
        Cell(f"{card.value}{sign} {unit}", float(row["value"])),
        _change(view, card, row, alike),
    )


def _change(view: View, card: Card, row, alike: bool) -> Cell:
    """In points of a rate, else in per cent, with its own mark: the year before may be made up.

    Nothing across a break or on a small base.
    """
    column = "points" if card.indicator.in_points else "percent"
    if row["reason"] or absent(row[column]):
        return Cell("–")
    decimals = card.indicator.decimals if card.indicator.in_points else 1
    unit = view.say("screens")["points_unit" if card.indicator.in_points else "percent_unit"]
    moved = attach(signed(row[column], decimals, view.language), unit)
    text = worded(moved, row, column, view.language)
    return Cell(text if alike else marked(text, rests_on(row, column), view.language), float(row[column]))
