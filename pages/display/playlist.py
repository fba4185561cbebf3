"""The playlist of a public screen: scenes with seconds, days and hours, declared in a file.

What each key means stands at the fields.
"""

from datetime import date, time
from typing import Literal

from pydantic import Field, field_validator, model_validator

from data.catalogue import Catalogue, Words
from data.errors import FaultsFound
from data.toml_files import Strict, read_as
from pages.content.agenda import NEEDS, Slide, faults_of

SCENE_NEEDS = {**NEEDS, "bands": 1, "district": 1, "text": 0}  # indicators at least
Hours = tuple[time, time]


class Scene(Strict):
    """One scene. `{year}`, `{next_year}` and `{province}` in its texts are filled in.

    kind: as a slide of the agenda; or bands (ranking in bands), district (one district after another, at most
    four indicators), text (an announcement or other points). year: of the review unless given. seconds: how
    long it stays; each district, and each part of a plan (eight rows at a time), for so long. days: of the
    week, 1 is Monday. hours: from – until of the day; over midnight where the end is earlier. first_day,
    last_day: when an announcement holds.
    """

    kind: Literal[
        "title",
        "review",
        "cards",
        "map",
        "trend",
        "plan",
        "progress",
        "ranking",
        "bands",
        "table",
        "emulation",
        "district",
        "text",
    ]
    title: Words
    indicators: tuple[str, ...] = ()
    year: int | None = None
    points: tuple[Words, ...] = ()
    seconds: float = Field(default=20, ge=5, le=600)
    days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    hours: Hours | None = None
    first_day: date | None = None
    last_day: date | None = None

    @field_validator("days")
    @classmethod
    def _of_the_week(cls, days: tuple[int, ...]) -> tuple[int, ...]:
        if not days or not set(days) <= set(range(1, 8)):
            raise ValueError("ngày trong tuần: 1 (thứ hai) đến 7 (chủ nhật)")
        return days

    @model_validator(mode="after")
    def _in_order(self) -> "Scene":
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValueError("last_day trước first_day")
        if self.kind == "district" and len(self.indicators) > 4:
            raise ValueError("loại “district”: nhiều nhất 4 chỉ tiêu")
        return self

    @property
    def slide(self) -> Slide:
        """The slide that draws this scene; of one kind with it."""
        kind = {"bands": "ranking", "district": "cards"}.get(self.kind, self.kind)
        return Slide(
            kind=kind, title=self.title, indicators=self.indicators, year=self.year, points=self.points
        )


class Playlist(Strict):
    """A screen's scenes in order, again and again.

    languages: one, or both in turn, a loop each. night: hours in which the picture is dimmed to `dim` of its
    light. restart: when the player starts afresh each day. year: of the review unless given.
    """

    title: Words
    languages: tuple[Literal["vi", "en"], ...] = Field(default=("vi",), min_length=1, max_length=2)
    night: Hours | None = (time(20), time(6))
    dim: float = Field(default=0.35, ge=0.05, le=1)
    restart: time = time(3)
    year: int | None = None
    scenes: tuple[Scene, ...] = Field(min_length=1, max_length=100)


def parse(text: str, catalogue: Catalogue, name: str) -> Playlist:
    """A playlist from TOML text.

    Raises:
        FaultsFound: names every fault with its scene.
    """
    playlist = read_as(Playlist, text, name, {"scenes": "cảnh"})
    if faults := faults_of(playlist.scenes, catalogue, name, "cảnh", SCENE_NEEDS):
        raise FaultsFound(faults)
    return playlist
