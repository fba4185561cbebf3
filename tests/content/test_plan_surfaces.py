"""One judgement of a plan on every surface: page, card, bullets, strip, slide, deck, report, profile,
workbook.

What is to be said stands here by hand, from actual, plan and the year before.
"""

import re
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from data.publish import build, publish
from data.queries import comparison, plan_progress
from pages.content import plan_standing
from pages.content.agenda import Agenda, parse
from pages.content.cards import cards_state
from pages.content.plan import plan_bars
from pages.content.slides import strip
from pages.content.view import View
from pages.documents.deck import deck_bytes
from pages.documents.picture_files import xlsx_file
from pages.documents.report import report_bytes
from pages.figures.caption import look_of
from pages.web.cards import cards_html
from pages.web.profile import profile_html
from pages.web.slides import content
from tests.made_up import DISTRICTS, HEADER, PROVINCE, flow, stock

JOBS, UNEMPLOYMENT, POVERTY = "giai_quyet_viec_lam", "ty_le_that_nghiep", "ty_le_ho_ngheo"
YEAR = 2018
# indicator → area → (actual, plan, the year before); what is said of it; what must not be said
CASES = {
    "reach, exactly": (JOBS, 100, 100, None, "đạt 100% kế hoạch", "thiếu"),
    "reach, above": (JOBS, 150, 100, None, "đạt 150% kế hoạch", "thiếu"),
    "reach, below": (JOBS, 95, 100, None, "đạt 95% kế hoạch", ""),
    "ceiling, kept": (
        UNEMPLOYMENT,
        2.28,
        3,
        None,
        "không vượt mức kế hoạch",
        "76|thiếu|0,72|đạt (hoặc vượt|kế hoạch|\\d)",
    ),
    "ceiling, exactly": (
        UNEMPLOYMENT,
        3,
        3,
        None,
        "không vượt mức kế hoạch",
        "100%|thiếu|vượt mức kế hoạch 0",
    ),
    "ceiling, overrun": (
        UNEMPLOYMENT,
        3.3,
        3,
        None,
        "vượt mức kế hoạch 0,3 điểm phần trăm",
        "110|tỉnh không vượt|[1-9]/4 đơn vị không vượt|thiếu",
    ),
    "level, reached": (POVERTY, 6.2, 6.82, 8.32, "đã giảm xuống mức kế hoạch", "thiếu|còn cao hơn"),
    "level, missed": (
        POVERTY,
        7.57,
        6.82,
        8.32,
        "còn cao hơn mức kế hoạch 0,75 điểm phần trăm",
        "đã giảm xuống",
    ),
}


def plain(text: str) -> str:
    """Text as a reader sees it: no tags, no unbroken spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " "))


@pytest.fixture(params=CASES)
def case(request, made_up, tmp_path):
    """(view, indicator, what is said, what is not) of a case, the same for the province and all districts."""
    indicator, actual, plan, before, said, unsaid = CASES[request.param]
    line = flow if indicator != POVERTY else stock
    rows = []
    for area in (PROVINCE, *DISTRICTS):
        rows += [line(indicator, area, YEAR, actual), line(indicator, area, YEAR, plan, kind="plan")]
        if before is not None:
            rows.append(line(indicator, area, YEAR - 1, before))
    build()
    path = tmp_path / "ke_hoach.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    view = View(publish(path, "Phòng Bảo trợ", "Kế hoạch").id, "vi", False, date(2026, 11, 23))
    return view, indicator, said, unsaid


def one_slide(view: View, kind: str, indicator: str) -> Agenda:
    return parse(
        f'title = {{ vi = "T", en = "T" }}\n[[slides]]\nkind = "{kind}"\nindicators = ["{indicator}"]\n'
        f'title = {{ vi = "Trang", en = "Slide" }}\nyear = {YEAR}\n',
        view.catalogue,
        "thu.toml",
    )


def texts_of(slide) -> str:
    """All text of a slide: shapes, charts' labels, notes."""
    written = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    charts = [t.text or "" for s in slide.shapes if s.has_chart for t in s.chart._chartSpace.iter("{*}t")]
    return " ".join([*written, *charts, slide.notes_slide.notes_text_frame.text])


def deck(view: View, kind: str, indicator: str) -> str:
    return texts_of(Presentation(BytesIO(deck_bytes(view, one_slide(view, kind, indicator)))).slides[0])


def slide(view: View, kind: str, indicator: str) -> str:
    shown = content(view, one_slide(view, kind, indicator).slides[0], YEAR)
    figure = shown.figure.encode().decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
    return f"{shown.body} {shown.finding} {figure}"


def report(view: View, indicator: str) -> str:
    """The report's sentences that name the indicator."""
    name = view.catalogue.indicators[indicator].name("vi")
    paragraphs = [p.text for p in Document(BytesIO(report_bytes(view, YEAR))).paragraphs]
    return " ".join(p for p in paragraphs if name[1:] in p)


SURFACES = {
    "card": lambda view, i: cards_html(cards_state(view, (i,), YEAR), look_of(view)),
    "bullets": lambda view, i: plan_bars(view, i, YEAR, ()).about.finding,
    "plan page": lambda view, i: plan_standing.finding(view, i, YEAR, 12),
    "strip": lambda view, i: " ".join(
        line["plan"] for line in strip(view, one_slide(view, "map", i).slides[0], YEAR).values()
    ),
    "slide of cards": lambda view, i: slide(view, "cards", i),
    "deck of cards": lambda view, i: deck(view, "cards", i),
    "report": report,
}


@pytest.mark.parametrize("surface", SURFACES)
def test_every_surface_says_the_same(case, surface):
    view, indicator, said, unsaid = case
    text = plain(SURFACES[surface](view, indicator))

    assert said.lower() in text.lower()
    if unsaid:
        found = [
            line for line in re.split(r"[.;]", text) if re.search(unsaid, line) and "năm 2017" not in line
        ]
        assert not found


@pytest.mark.parametrize("surface", ["slide", "deck"])
def test_the_plan_slide_neither_tells_a_kept_ceiling_as_a_share(case, surface):
    view, indicator, said, _unsaid = case
    text = plain((slide if surface == "slide" else deck)(view, "plan", indicator))

    assert said.removeprefix("đạt ").removesuffix(" kế hoạch") in text
    if indicator == UNEMPLOYMENT:
        assert not re.search(r"76(,0)?%|110%|100% kế hoạch trở lên|Còn thiếu", text)


def test_a_profile_names_as_not_met_only_what_is_not_met(case):
    view, indicator, said, _ = case
    text = plain(profile_html(view, "Z1", YEAR))
    label = view.catalogue.indicators[indicator].label("vi")
    missed = re.search(r"Chưa đạt kế hoạch: ([^.]*)\.", text)

    met = said.startswith(("đạt 1", "không", "đã"))
    assert (
        (missed is None or label[1:] not in missed[1])
        if met
        else (missed is not None and label[1:] in missed[1])
    )


def test_a_workbook_holds_no_share_of_a_ceiling(case):
    view, indicator, said, _ = case
    state = plan_bars(view, indicator, YEAR, ())
    sheet = load_workbook(BytesIO(xlsx_file(view, state))).worksheets[0]
    heads = next(row for row in sheet.iter_rows(values_only=True) if "% kế hoạch" in row)
    shares = {
        row[heads.index("% kế hoạch")]
        for row in sheet.iter_rows(min_row=sheet.min_row, values_only=True)
        if isinstance(row[heads.index("Thực hiện")], (int, float))
    }

    share = re.search(r"đạt ([\d]+)%", said)
    if indicator == UNEMPLOYMENT:
        assert not any(isinstance(value, (int, float)) for value in shares)
    elif share:
        assert shares == {float(share[1])}


def test_answers_agree_with_each_other(case):
    """One indicator's share, what is missing and whether the plan is met, in three questions."""
    view, indicator, _, _ = case
    columns = ["plan_share", "missing", "plan_met"]
    beside = comparison(view.edition, [indicator], YEAR).set_index("area")[columns]
    progress = plan_progress(view.edition, indicator, YEAR).set_index("area")[columns]
    standing = plan_standing.standings(view, (indicator,), YEAR, 12).set_index("area")[columns]

    assert (
        beside.loc["Z1"].astype(object).fillna(-1).tolist()
        == progress.loc["Z1"].astype(object).fillna(-1).tolist()
    )
    assert (
        standing.loc["Z1"].astype(object).fillna(-1).tolist()
        == progress.loc["Z1"].astype(object).fillna(-1).tolist()
    )
