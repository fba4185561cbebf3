"""The district profile on paper: a page for the browser's print, and the same page as PDF."""

import logging

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from data.clock import today
from data.serving import areas
from pages.access.passes import PARAMETER
from pages.content.view import View
from pages.documents.print_browser import PrintFailed, print_pdf
from pages.routes.of_page import as_the_page
from pages.routes.parameters import DIGITS, WrongParameter, edition_shown, one_of, refuse_unknown
from pages.text.words import LANGUAGES
from pages.web.profile import profile_page

log = logging.getLogger("dashboard")
KNOWN = {"huyen", "nam", "phien_ban", "ngon_ngu", PARAMETER}
YEARS = range(1990, 2100)


@as_the_page
def paper(request: Request) -> Response:
    """The profile as a page that prints on one or two sheets."""
    try:
        return HTMLResponse(profile_page(*_asked(request)), headers={"Cache-Control": "no-store"})
    except WrongParameter as wrong:
        return PlainTextResponse(f"{wrong.parameter}: {wrong}", 400)


@as_the_page
def pdf(request: Request) -> Response:
    """The same page as PDF, by the machine's Chromium; without one the page itself says how to print it."""
    try:
        view, code, year = _asked(request)
    except WrongParameter as wrong:
        return PlainTextResponse(f"{wrong.parameter}: {wrong}", 400)
    try:
        printed = print_pdf(profile_page(view, code, year))
    except PrintFailed as failed:
        log.warning("PDF of a profile: %s", failed)
        return PlainTextResponse(view.say("huyen")["no_pdf"], 503)
    return Response(
        printed,
        media_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="ho-so-{code}-{year}.pdf"',
            "Cache-Control": "no-store",
        },
    )


def _asked(request: Request) -> tuple[View, str, int]:
    """View, district and year.

    Raises:
        WrongParameter: names the first that is unknown or wrong.
    """
    query = request.query_params
    refuse_unknown(query, KNOWN)
    language, edition = one_of(query, "ngon_ngu", LANGUAGES), edition_shown(query)
    code, year = query.get("huyen", ""), query.get("nam", "")
    if code not in areas(edition).districts:
        raise WrongParameter("huyen", f"“{code}”: {', '.join(areas(edition).districts)}")
    if not DIGITS.fullmatch(year) or int(year) not in YEARS:
        raise WrongParameter("nam", f"“{year}”")
    return View(edition, language, False, today()), code, int(year)


ROUTES = [Route("/ho-so/in", paper), Route("/ho-so/huyen.pdf", pdf)]
