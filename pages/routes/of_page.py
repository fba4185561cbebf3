"""Addresses that a page opens for itself answer for the page's audience; all others for strangers'."""

import functools
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.audience import of_strangers, seen_by
from pages.access.passes import PARAMETER, audience_of
from pages.text.words import words
from pages.web.assets import language_of


def as_the_page(endpoint: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Reads the pass of the address; one that holds no more is answered 403 with what to do."""

    @functools.wraps(endpoint)
    def asked(request: Request) -> Response:
        given = request.query_params.get(PARAMETER)
        try:
            audience = of_strangers() if given is None else audience_of(given)
        except ValueError:
            return PlainTextResponse(words("truy_cap", language_of(request))["pass_over"], 403)
        with seen_by(audience):
            return endpoint(request)

    return asked
