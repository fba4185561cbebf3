"""The hand-out for sites with bad lines: slides as one HTML file that needs nothing else, figures, deck."""

import io
import json
import zipfile
from dataclasses import asdict
from datetime import date

import pandas as pd

from data.serving import areas
from geo.layers import layers
from geo.layout import layouts
from geo.province import province_dir
from geo.topology import EMPTY
from pages.content.about import about, edition_line
from pages.content.agenda import Agenda
from pages.content.compared import comparable, compared
from pages.content.slides import strip, written, year_of
from pages.content.state import State
from pages.content.view import View
from pages.documents.picture_files import xlsx_file
from pages.figures.geometry import address
from pages.live.store import Conference
from pages.web.assets import STAGE, as_json, as_script, fonts_css, inlined, style
from pages.web.html import render
from pages.web.plotly_script import plotly_script
from pages.web.slides import content


def plan_of(view: View, found: Conference) -> dict:
    """What a screen must know to follow: the year reviewed, slides, districts, state, edition."""
    agenda = Agenda.model_validate(found.agenda)
    year = year_of(view, None, agenda.year)
    slides = [
        {
            "title": written(view, s.title, year_of(view, s, agenda.year)),
            "kind": s.kind,
            "minutes": s.minutes,
            "speaker": s.speaker,
        }
        for s in agenda.slides
    ]
    day = date(year, 12, 31)
    places = {c: areas(found.edition).at(c, day) for c in areas(found.edition).districts}
    districts = [
        {
            "code": code,
            "name": place.full(view.language),
            "short": place.label(view.language),
            "site": (place.site_en if view.language == "en" else place.site) or place.full(view.language),
        }
        for code, place in places.items()
    ]
    return {
        "code": found.code,
        "title": found.title,
        "year": year,
        "edition": edition_line(view),
        "ended": bool(found.ended),
        "slides": slides,
        "state": found.state.as_dict(),
        "districts": districts,
    }


def slides_html(view: View, found: Conference) -> str:
    """All slides in one file: scripts, style, figures, shapes; opens from a disk without any network."""
    agenda = Agenda.model_validate(found.agenda)
    slides = {
        f"trang/{n}": {**asdict(content(view, s, agenda.year)), "own": strip(view, s, agenda.year)}
        for n, s in enumerate(agenda.slides)
    }
    shapes = {address(layout): layers(province_dir(), layout) for layout in layouts(province_dir())}
    conference = {
        "language": view.language,
        "topology": "",
        "words": dict(view.say("hoi_nghi")),
        "offline": {"plan": plan_of(view, found), "slides": slides, "shapes": shapes},
    }
    return render(
        "handout.html",
        language=view.language,
        title=found.title,
        style=fonts_css() + style("slide.css", "stage.css"),
        topology=as_json({"world_110m": json.loads(EMPTY)}),
        conference=as_json(conference),
        plotly=as_script(plotly_script()),
        stage=as_script(inlined(STAGE / "offline.js")),
    )


def figures_xlsx(view: View, found: Conference) -> bytes:
    """Every district's figures of the agenda's indicators as a workbook with definitions and sources."""
    agenda = Agenda.model_validate(found.agenda)
    asked = pd.DataFrame(
        [
            (i, year_of(view, s, agenda.year))
            for s in agenda.slides
            for i in s.indicators
            if i in comparable(view)
        ],
        columns=["indicator", "year"],
    ).drop_duplicates()
    frames = [
        compared(view, tuple(rows["indicator"]), int(year)).assign(year=int(year))
        for year, rows in asked.groupby("year")
    ]
    frame = (
        pd.concat(frames)
        if frames
        else pd.DataFrame({"indicator": [], "area": [], "value": [], "status": []})
    )
    heading = about(view, frame, title=found.title, subtitle=edition_line(view), finding="")
    return xlsx_file(view, State(heading, frame, view.catalogue, view.language))


def handout_zip(view: View, found: Conference, deck: bytes) -> bytes:
    """The ZIP; every file inside names the edition."""
    say = view.say("hoi_nghi")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("trinh-chieu.html", slides_html(view, found))
        folder.writestr("so-lieu.xlsx", figures_xlsx(view, found))
        folder.writestr("bo-slide.pptx", deck)
        folder.writestr(
            "DOC-TRUOC.txt",
            say("handout_text", title=found.title, edition=edition_line(view), code=found.code).replace(
                "\n", "\r\n"
            ),
        )
    return buffer.getvalue()
