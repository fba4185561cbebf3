"""Addresses of the conference: slides as JSON, the live stream, the presenter's commands."""

from dataclasses import asdict
from datetime import date

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from pages.content.agenda import Agenda
from pages.content.question import Question
from pages.content.slides import limits_of, strip
from pages.content.view import View
from pages.documents.handout import plan_of
from pages.live import hub, minutes, store
from pages.live.state import Limits, Refused
from pages.live.stream import CLIENT, stream
from pages.routes.commands import Unknown, answers, check_key, posted, sent_text
from pages.web.assets import file, language_of, page
from pages.web.slides import answer, content


@answers
def agenda(request: Request) -> JSONResponse:
    """What a screen must know to follow."""
    found, view = _conference(request)
    return JSONResponse(plan_of(view, found))


@answers
def slide(request: Request) -> JSONResponse:
    """One slide of the agenda with every district's own line."""
    found, view = _conference(request)
    plan = Agenda.model_validate(found.agenda)
    n = request.path_params["n"]
    if not 0 <= n < len(plan.slides):
        raise Unknown("refused_slide", slide=n + 1, last=len(plan.slides))
    return JSONResponse(
        {**asdict(content(view, plan.slides[n], plan.year)), "own": strip(view, plan.slides[n], plan.year)},
        headers={"Cache-Control": "no-store"},
    )


@answers
def question(request: Request) -> JSONResponse:
    """A free question's picture; anyone may look, only the presenter shows it to all."""
    _found, view = _conference(request)
    path = request.path_params
    asked = Question(path["indicator"], path["year"], path["view"])
    years = limits_of(view)
    if asked.indicator not in years:
        raise Unknown("refused_indicator", indicator=asked.indicator)
    if asked.year not in years[asked.indicator]:
        raise Unknown("refused_year", year=asked.year)
    return JSONResponse({**asdict(answer(view, asked)), "own": {}})


@answers
def choices(request: Request) -> JSONResponse:
    """Indicators and years that a free question can show."""
    _, view = _conference(request)
    return JSONResponse(
        [
            {"id": i, "name": view.catalogue.indicators[i].name(view.language), "years": list(years)}
            for i, years in limits_of(view).items()
        ]
    )


@posted
def command(request: Request, sent: dict) -> JSONResponse:
    """A presenter's command; the new state goes to every screen before the answer does."""
    found, view = _conference(request)
    plan = Agenda.model_validate(found.agenda)
    limits = Limits(len(plan.slides), tuple(view.areas.districts), limits_of(view))
    state = store.change(found.code, sent_text(sent, "client"), sent.get("command"), limits)
    hub.tell(found.code, "state", state.as_dict())
    return JSONResponse(state.as_dict())


@posted
def take(request: Request, sent: dict) -> JSONResponse:
    """Makes this screen the presenter's; another one that is present must be taken over on purpose."""
    found, _ = _conference(request)
    client = sent_text(sent, "client")
    if not CLIENT.fullmatch(client):
        raise Refused("refused_command")
    if not store.take(found.code, client, by_force=sent.get("force") is True):
        raise Refused("other_presenter")
    store.seen(found.code, client, "", "presenter")
    hub.tell(found.code, "presenter", {"client": client})
    return JSONResponse({"presenter": True})


@answers
def visitors(request: Request) -> JSONResponse:
    """Who is connected and since when, for the presenter."""
    found, _ = _conference(request)
    check_key(request)
    return JSONResponse(
        [
            {"site": v.site, "role": v.role, "since": f"{v.since.isoformat()}Z"}
            for v in store.present_visitors(found.code)
        ]
    )


@answers
def notes(request: Request) -> JSONResponse:
    """The notes of every slide, for the presenter alone."""
    found, _ = _conference(request)
    check_key(request)
    return JSONResponse([s.notes for s in Agenda.model_validate(found.agenda).slides])


@posted
def end(request: Request, sent: dict) -> JSONResponse:
    """Ends the conference for everybody; the last slide stays."""
    found, _ = _conference(request)
    store.end(found.code)
    hub.tell(found.code, "ended", True)
    return JSONResponse({"ended": True})


@answers
def conclusions(request: Request) -> JSONResponse:
    """What has been concluded so far, for the presenter."""
    found, _ = _conference(request)
    check_key(request)
    return JSONResponse([_as_json(m) for m in minutes.of(found.code)])


@posted
def conclude(request: Request, sent: dict) -> JSONResponse:
    """Keeps a conclusion; the answer comes when it is on the disk."""
    found, _ = _conference(request)
    try:
        deadline = date.fromisoformat(day) if (day := sent_text(sent, "deadline")) else None
    except ValueError:
        raise Refused("refused_deadline") from None
    kept = minutes.add(found.code, sent_text(sent, "text"), sent_text(sent, "owner"), deadline)
    hub.tell(found.code, "minutes", kept.id)
    return JSONResponse(_as_json(kept))


def _as_json(minute: minutes.Minute) -> dict:
    return {
        "id": minute.id,
        "text": minute.text,
        "owner": minute.owner,
        "deadline": minute.deadline.isoformat() if minute.deadline else "",
    }


def _conference(request: Request) -> tuple[store.Conference, View]:
    code = request.path_params["code"]
    found = store.conference(code)
    if found is None:
        raise Unknown("wrong_code", code=code)
    return found, view_of(found, language_of(request))


def view_of(found: store.Conference, language: str) -> View:
    """The view that all screens of a conference share: its edition, its day, the hall's look."""
    return View(found.edition, language, False, found.created.date(), surface="hall")


ROUTES = [
    Route("/theo-doi", page("follow.js", "follow_title", "./")),
    Route("/hoi-nghi/trinh-chieu", page("present.js", "present_title", "../")),
    Route("/hoi-nghi/tep/{name}", file),
    Route("/hoi-nghi/{code}/chuong-trinh.json", agenda),
    Route("/hoi-nghi/{code}/trang/{n:small}.json", slide),
    Route("/hoi-nghi/{code}/hoi/{indicator}/{year:small}/{view}.json", question),
    Route("/hoi-nghi/{code}/lua-chon.json", choices),
    Route("/hoi-nghi/{code}/ghi-chu.json", notes),
    Route("/hoi-nghi/{code}/nguoi-xem.json", visitors),
    Route("/hoi-nghi/{code}/bien-ban.json", conclusions),
    Route("/hoi-nghi/{code}/bien-ban", conclude, methods=["POST"]),
    Route("/hoi-nghi/{code}/dong", stream),
    Route("/hoi-nghi/{code}/lenh", command, methods=["POST"]),
    Route("/hoi-nghi/{code}/tiep-quan", take, methods=["POST"]),
    Route("/hoi-nghi/{code}/ket-thuc", end, methods=["POST"]),
]
