"""What all native charts share: made once without decoration, labelled point by point.

A chart writes numbers as its reader's computer is set, so every figure that is shown is a text of its own,
and value axes show none. The unrounded figures stand in the chart's workbook.
"""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from data.absence import absent
from pages.documents.deck.ink import colour, describe, write
from pages.documents.deck.measure import BODY, Box, Run
from pages.documents.deck.paper import Page
from pages.figures.theme import HALL
from pages.text.characters import legible


def chart(
    page: Page,
    kind: XL_CHART_TYPE,
    box: Box,
    categories: Sequence[str],
    series: Sequence[tuple[str, Sequence]],
    *,
    low: float,
    high: float,
    legend: bool = False,
):
    """A chart of series over categories.

    Args:
        series: name and values, NaN or None where there is none: a gap.
        low, high: ends of the value axis.
    """
    data: Any = CategoryChartData()
    data.categories = [legible(c) for c in categories]
    for name, values in series:
        data.add_series(legible(name), [None if absent(v) else float(v) for v in values])
    frame: Any = page.shapes.add_chart(kind, *box.place, data)
    describe(frame, page.say["name_chart"], page.finding)
    drawn = frame.chart
    drawn.has_title, drawn.has_legend = False, legend
    drawn.font.size, drawn.font.color.rgb = Pt(BODY), colour(HALL.ink)
    if legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = drawn.value_axis
    axis.has_major_gridlines = False
    axis.minimum_scale, axis.maximum_scale = low, high
    axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    across = drawn.category_axis
    across.major_tick_mark, across.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    across.format.line.color.rgb = colour(HALL.muted)
    across.tick_labels.font.size = Pt(BODY)
    turned = across._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    turned.set("rot", "0")  # every name is written, and level
    turned.set("vert", "horz")
    skip = _element("c:tickLblSkip", val="1")
    after = across._element.find(qn("c:noMultiLvlLbl"))
    if after is None:
        across._element.append(skip)
    else:
        after.addprevious(skip)
    return drawn


def label(
    point, text: str, position, language: str, *, paper: bool = False, aside: float = 0, **look: Any
) -> None:
    """A point's label as a text of its own.

    Args:
        paper: nothing behind it shines through.
        aside: shares of the chart's width that it is moved to the right.
        look: size, bold and ink of its `Run`.
    """
    beside = point.data_label
    frame = beside.text_frame
    frame.word_wrap = False
    write(frame.paragraphs[0], Run(text, **look), language)
    beside.position = position
    if aside:
        moved = _element("c:manualLayout", _element("c:x", val=f"{aside:.4f}"), _element("c:y", val="0"))
        beside._dLbl.find(qn("c:idx")).addnext(_element("c:layout", moved))
    if paper:
        ground = _element("a:solidFill", _element("a:srgbClr", val=str(colour(HALL.paper))))
        beside._dLbl.find(qn("c:tx")).addnext(_element("c:spPr", ground))


def _element(tag: str, *inside, **attributes: str):
    """What python-pptx has no word for, as XML."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(name, value)
    element.extend(inside)
    return element
