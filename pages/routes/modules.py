"""The scripts of our components, kept by the browser for ever under their version."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.web.assets import FOR_EVER
from pages.web.modules import PREFIX, scripts, version


def script(request: Request) -> Response:
    """One module; an older version's address gives the present text, which nobody keeps."""
    text = scripts().get(request.path_params["name"])
    if text is None:
        return PlainTextResponse("no such file", 404)
    kept = FOR_EVER if request.path_params["version"] == version() else "no-store"
    return Response(text, media_type="text/javascript", headers={"Cache-Control": kept})


ROUTES = [Route(f"/{PREFIX}/{{version}}/{{name}}", script)]
