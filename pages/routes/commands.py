"""Who may command a conference and what was sent: first the key, then the body, beside the event loop."""

import functools
import json
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from data.errors import UnknownEdition
from pages.live import guesses
from pages.live.state import Refused
from pages.text.words import words
from pages.web.assets import language_of

KEY_HEADER, SCREEN_HEADER = "x-khoa", "x-may"
STATUS = {"refused_command": 400, "refused_deadline": 400, "too_many_tries": 429}  # others: 409
Work = Callable[..., Response | None]


class SmallNumber(IntegerConvertor):
    """A number in an address: Python refuses to read one of thousands of digits."""

    regex = "[0-9]{1,6}"


register_url_convertor("small", SmallNumber())


class Unknown(Exception):
    """What was asked for does not exist: status and a key of the words `hoi_nghi`."""

    def __init__(self, reason: str, status: int = 404, **details: object):
        self.reason, self.status, self.details = reason, status, details


def answers(endpoint: Work) -> Work:
    """Unknown and Refused become a sentence in the visitor's language with their status."""

    @functools.wraps(endpoint)
    def guarded(request: Request, *sent: object) -> Response | None:
        say = words("hoi_nghi", language_of(request))
        try:
            return endpoint(request, *sent)
        except Unknown as wrong:
            return JSONResponse(
                {"error": wrong.reason, "message": say(wrong.reason, **wrong.details)}, wrong.status
            )
        except Refused as wrong:
            message = say(wrong.reason, **wrong.details)
            return JSONResponse({"error": wrong.reason, "message": message}, STATUS.get(wrong.reason, 409))
        except UnknownEdition as wrong:
            return JSONResponse({"error": "edition", "message": str(wrong)}, 410)

    return guarded


def posted(endpoint: Work):
    """A command with the presenter's key, which is looked at first.

    Only then what was sent is read; all work is done beside the event loop.
    """

    def parsed(request: Request, body: bytes) -> Response | None:
        return endpoint(request, sent_object(body))

    @functools.wraps(endpoint)
    async def read(request: Request) -> Response | None:
        refused = await run_in_threadpool(answers(check_key), request)
        if refused is not None:
            return refused
        return await run_in_threadpool(answers(parsed), request, await request.body())

    return read


def sent_object(body: bytes) -> dict:
    """What was sent, an object of JSON."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        sent = None
    if not isinstance(sent, dict):
        raise Refused("refused_command")
    return sent


def sent_text(sent: dict, name: str) -> str:
    """A text that was sent; empty where it was not."""
    if not isinstance(text := sent.get(name, ""), str):
        raise Refused("refused_command")
    return text


def check_key(request: Request) -> None:
    """Raises Unknown for a wrong key, Refused where too many were tried."""
    given, screen = (request.headers.get(name, "") for name in (KEY_HEADER, SCREEN_HEADER))
    if not guesses.opens(given, request.client.host if request.client else "", screen):
        raise Unknown("wrong_key", 403)
