"""Headline figures as cards: value, share of plan, change in the right word, small trend, source."""

from html import escape

import pandas as pd

from data.catalogue import Indicator
from data.headlines import headlines
from data.queries import figures, yearly_series
from pages.content.plain_table import why_empty
from pages.content.view import View
from pages.figures.spark_svg import spark_svg
from pages.text import sentences
from pages.text.numbers import as_published, date, period
from pages.text.plans import plan_result
from pages.text.words import words


def cards_html(
    view: View, indicators: list[str], year: int, area: str | None = None
) -> tuple[str, pd.DataFrame]:
    """One card per indicator.

    Args:
        area: the province where None.

    Returns:
        The HTML, and the figures drawn, indexed by indicator: columns of `queries.figures`.
    """
    area = area or view.areas.province
    rows = figures(view.edition, indicators, area, year).set_index("indicator")
    body = "".join(_card(view, view.catalogue.indicators[key], rows.loc[key], area) for key in indicators)
    return f"<div class='d-cards'>{body}</div>", rows


def reviewed_mark(rows: pd.DataFrame, view: View) -> str:
    """The sign after the paragraph of the review where any figure in it is illustrative: value, plan, poverty of the year before."""
    parts = [
        *rows["status"],
        *rows["plan_status"],
        *rows.loc[rows.index == headlines().review.against_last_year, "before_status"],
    ]
    return (
        f" <span class='d-mark'>{words('screens', view.language)['mark']}</span>"
        if "illustrative" in parts
        else ""
    )


def _card(view: View, indicator: Indicator, row: pd.Series, area: str) -> str:
    say = view.say("screens")
    title = f"<h3>{escape(indicator.label(view.language))}</h3>"
    if pd.isna(row["value"]):
        return f"<div class='d-card'>{title}<div class='d-missing'>{why_empty(view, row)}</div></div>"
    unit = view.catalogue.unit(indicator, view.language)
    value = f"{as_published(row['value'], indicator.decimals, view.language)} <small>{escape(unit)}</small>"
    lines = [_plan(view, indicator, row, say), _change(view, indicator, row, say)]
    mark = f"<span class='d-mark'>{say['mark_short']}</span>" if row["status"] == "illustrative" else ""
    series = yearly_series(view.edition, indicator.id, [area])
    drawn = spark_svg(
        series[series["kind"] != "plan"],
        look=view.look,
        label=sentences.trend_finding(
            series, indicator, view.catalogue, area, view.areas.at(area).full(view.language), view.language
        ),
    )
    when = period(row["period_start"], row["period_end"], view.language)
    return (
        f"<div class='d-card' data-indicator='{indicator.id}'>{title}"
        f"<div class='d-value'>{value} {mark}</div>"
        + "".join(f"<div class='d-line'>{line}</div>" for line in lines if line)
        + drawn
        + f"<div class='d-source'>{escape(when)} · {_source(row, view.language)}</div></div>"
    )


def _plan(view: View, indicator: Indicator, row: pd.Series, say) -> str:
    if pd.isna(row["plan"]):
        return ""
    target = sentences.amount(row["plan"], indicator, view.catalogue, view.language) + _mark(
        row, "plan_status", say
    )
    result = plan_result(row, indicator, view.catalogue, view.language)
    return f"{result[:1].upper()}{result[1:]} ({target})" if result else f"{say['plan']}: {target}"


def _change(view: View, indicator: Indicator, row: pd.Series, say) -> str:
    words_of_change = sentences.change(row, indicator, view.language)
    if row["reason"] or pd.isna(row["before"]):
        return f"<span style='opacity:.75'>{escape(words_of_change)}</span>" if words_of_change else ""
    before, after = (as_published(row[c], indicator.decimals, view.language) for c in ("before", "value"))
    return f"{say('before', before=before, after=after)}: {escape(words_of_change)}{_mark(row, 'before_status', say)}"


def _mark(row: pd.Series, part: str, say) -> str:
    """The sign after a real figure's line that an illustrative one is part of; the card of an illustrative figure is marked as a whole."""
    return (
        f" <span class='d-mark'>{say['mark_short']}</span>"
        if row[part] == "illustrative" != row["status"]
        else ""
    )


def _source(row: pd.Series, language: str) -> str:
    title = escape(str(row["source_title"] or ""))
    published = (
        f" ({date(row['published'], language)})"
        if isinstance(row["published"], str) and len(row["published"]) == 10
        else ""
    )
    address = row["address"]
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        return (
            f"<a href='{escape(address, quote=True)}' target='_blank' rel='noopener'>{title}</a>{published}"
        )
    return title + published
