"""What all native charts share: made once without decoration, labelled point by point.

A chart writes numbers as its reader's computer is set, so every figure that is shown is a text of its own, and
value axes show none. The unrounded figures stand in the chart's workbook.
"""

from collections.abc import Sequence

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from data.absence import absent
from pages.documents.deck.ink import colour, describe
from pages.documents.deck.paper import BODY, Box, Page, Run, write
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
    data = CategoryChartData()
    data.categories = [legible(c) for c in categories]
    for name, values in series:
        data.add_series(legible(name), [None if absent(v) else float(v) for v in values])
    frame = page.shapes.add_chart(kind, *box.place, data)
    describe(frame, page.say["name_chart"], page.finding)
    made = frame.chart
    made.has_title, made.has_legend = False, legend
    made.font.size, made.font.color.rgb = Pt(BODY), colour(HALL.ink)
    if legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = made.value_axis
    axis.has_major_gridlines = False
    axis.minimum_scale, axis.maximum_scale = low, high
    axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    across = made.category_axis
    across.major_tick_mark, across.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    across.format.line.color.rgb = colour(HALL.muted)
    across.tick_labels.font.size = Pt(BODY)
    turned = across._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    turned.set("rot", "0")  # every name is written, and level
    turned.set("vert", "horz")
    skip = etree.SubElement(across._element, qn("c:tickLblSkip"))
    skip.set("val", "1")
    after = across._element.find(qn("c:noMultiLvlLbl"))
    if after is not None:
        after.addprevious(skip)
    return made


def label(
    point,
    text: str,
    position,
    language: str,
    *,
    size: float = BODY,
    ink: str = HALL.ink,
    bold: bool = False,
    paper: bool = False,
    aside: float = 0,
) -> None:
    """A point's label as a text of its own.

    Args:
        paper: nothing behind it shines through. aside: shares of the chart's width that it is moved to the right.
    """
    own = point.data_label
    frame = own.text_frame
    frame.word_wrap = False
    write(frame.paragraphs[0], Run(text, size, bold, ink), language)
    own.position = position
    if aside:
        own._dLbl.find(qn("c:idx")).addnext(
            etree.fromstring(
                f'<c:layout xmlns:c="{own._dLbl.nsmap["c"]}"><c:manualLayout><c:x val="{aside:.4f}"/><c:y val="0"/></c:manualLayout></c:layout>'
            )
        )
    if paper:
        rich = own._dLbl.find(qn("c:tx"))
        rich.addnext(
            etree.fromstring(
                f'<c:spPr xmlns:c="{rich.nsmap["c"]}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                f'<a:solidFill><a:srgbClr val="{colour(HALL.paper)}"/></a:solidFill></c:spPr>'
            )
        )
