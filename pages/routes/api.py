"""Open data: `/api/v1/…`, described for people on the page of sources and methods."""

import functools

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from data.editions import newest
from data.errors import DataError, told_outside
from data.export import csv_bytes, parquet_bytes
from data.publish import last_fault
from data.queries import observations
from data.serving import areas, catalogue, offered
from pages.access import roles
from pages.routes.parameters import WrongParameter, edition_of, refuse_unknown, selection

CSV = "text/csv; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"


def answers(endpoint):
    """A wrong parameter becomes status 400 with its name; a fault of the data 503; never a traceback."""

    @functools.wraps(endpoint)
    def guarded(request: Request) -> Response:
        try:
            return endpoint(request)
        except WrongParameter as wrong:
            return JSONResponse(
                {"error": "wrong_parameter", "parameter": wrong.parameter, "message": str(wrong)}, 400
            )
        except DataError as error:
            return JSONResponse({"error": "data", "message": told_outside(error)}, 503)

    return guarded


@answers
def indicators(request: Request) -> Response:
    """The catalogue, as declared."""
    refuse_unknown(request.query_params, {"edition"})
    edition = edition_of(request.query_params)
    declared = catalogue(edition)
    return JSONResponse(
        {
            "edition": edition,
            "indicators": [
                {**i.model_dump(mode="json"), "unit_name": declared.units[i.unit].model_dump()}
                for i in declared.indicators.values()
            ],
            "standards": {
                name: [m.model_dump() for m in members] for name, members in declared.standards.items()
            },
        }
    )


@answers
def area_list(request: Request) -> Response:
    """Areas with codes, names in force and validity."""
    refuse_unknown(request.query_params, {"edition"})
    edition = edition_of(request.query_params)
    rows = [
        {**vars(a), "valid_from": a.valid_from.isoformat(), "valid_to": a.valid_to.isoformat()}
        for a in areas(edition).rows
    ]
    return JSONResponse({"edition": edition, "areas": rows})


@answers
def edition_list(request: Request) -> Response:
    """Editions, newest first; `kind` rehearsal means that illustrative figures are in it."""
    refuse_unknown(request.query_params, set())
    rows = [
        {
            "id": e.id,
            "kind": e.kind,
            "author": e.author,
            "message": e.message,
            "time": e.time.isoformat(),
            "rows": e.rows,
        }
        for e in offered()
    ]
    return JSONResponse({"default": newest().id, "editions": rows})


@answers
def observation_list(request: Request) -> Response:
    """Figures, filtered and paged.

    `derived` marks sums and rates that the dashboard computed, `protected` those that it keeps back (value
    null).
    """
    edition = edition_of(request.query_params)
    asked = selection(request.query_params, catalogue(edition), areas(edition), edition)
    found = observations(
        edition,
        indicators=asked.indicators,
        areas=asked.areas,
        kinds=asked.kinds,
        first=asked.first,
        last=asked.last,
        limit=asked.limit + 1,
        offset=asked.offset,
    )
    rows = found.head(asked.limit).assign(
        **{c: found[c].astype(str).str[:10] for c in ("period_start", "period_end")}
    )
    more = None
    if len(found) > asked.limit:
        further = request.url.include_query_params(
            limit=asked.limit, offset=asked.offset + asked.limit, edition=edition
        )
        more = f"observations?{further.query}"  # without the host, which anybody may name
    headers = {"Link": f'<{more}>; rel="next"'} if more else {}
    if asked.format == "csv":
        return Response(csv_bytes(rows.assign(edition=edition)), media_type=CSV, headers=headers)
    if asked.format == "parquet":
        return Response(parquet_bytes(rows.assign(edition=edition)), media_type=PARQUET, headers=headers)
    records = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return JSONResponse(
        {"edition": edition, "count": len(records), "next": more, "observations": records}, headers=headers
    )


def health(_: Request) -> Response:
    """Whether the dashboard can answer, and with which edition."""
    try:
        stands = newest().id
        if fault := last_fault() or roles.fault():
            return JSONResponse({"status": "degraded", "edition": stands, "message": told_outside(fault)})
        return JSONResponse({"status": "ok", "edition": stands})
    except DataError as error:
        return JSONResponse({"status": "unready", "message": told_outside(error)}, 503)


ROUTES = [
    Route("/api/v1/indicators", indicators),
    Route("/api/v1/areas", area_list),
    Route("/api/v1/editions", edition_list),
    Route("/api/v1/observations", observation_list),
    Route("/api/v1/health", health),
    Route("/health", health),
]
