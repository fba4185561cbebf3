"""The live stream of a conference: server-sent events to every screen that follows."""

import json
import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from data.editions import newest
from pages.live import hub, store

MOST, MOST_OF_ONE = 4000, 2000  # streams in all, and of one address: an invented crowd takes not all places
CLIENT, SITE = re.compile(r"[A-Za-z0-9-]{8,40}"), re.compile(r"[A-Za-z0-9-]{0,16}")


def stream(request: Request) -> Response:
    """Server-sent events: state at once, then whatever changes.

    A site is noted as present while it listens.
    """
    found = store.conference(request.path_params["code"])
    client, site = request.query_params.get("may", ""), request.query_params.get("diem", "")
    if found is None or not CLIENT.fullmatch(client) or not SITE.fullmatch(site):
        return JSONResponse({"error": "wrong_code"}, 404)

    address = request.client.host if request.client else ""
    others = [stream.address for stream in hub.listening()]
    if len(others) >= MOST or others.count(address) >= MOST_OF_ONE:
        return JSONResponse({"error": "full"}, 503, {"Retry-After": "5"})

    async def events():
        with hub.Stream(found.code, address) as heard:
            try:
                _note(found.code, client, site)
                now = store.conference(found.code) or found
                yield _event("state", json.dumps(now.state.as_dict())) + _event(
                    "presenter", _whether_mine({"client": now.presenter}, client)
                )
                if now.ended:
                    yield _event("ended", "true")
                sent = None
                while True:
                    for event, data in await heard.hear() or [("beat", "1")]:
                        mine = event == "presenter"
                        yield _event(event, _whether_mine(json.loads(data), client) if mine else data)
                    _note(found.code, client, site, quiet=True)
                    if (
                        client == store.conference(found.code).presenter
                        and sent != (latest := newest().id)
                        and latest != found.edition
                    ):
                        sent = latest
                        yield _event("edition", json.dumps({"number": latest, "pinned": found.edition}))
            except hub.Closing:
                return
            finally:
                store.left(client)
                hub.tell(found.code, "presence", 1)

    return StreamingResponse(
        events(),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def _whether_mine(presenter: dict, client: str) -> str:
    """No screen learns another one's name: with it, it could pass for it."""
    return json.dumps({"mine": presenter["client"] == client})


def _note(code: str, client: str, site: str, *, quiet: bool = False) -> None:
    role = "presenter" if store.conference(code).presenter == client else "site"
    store.seen(code, client, site, role)
    if not quiet:
        hub.tell(code, "presence", 1)


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
