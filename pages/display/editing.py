"""A playlist changed in a table or by a form.

What its file says beside that, comments too, stays as it was.
"""

from collections.abc import Sequence
from datetime import date, time

import pandas as pd
import tomlkit

from data.absence import absent
from pages.display.playlist import Playlist

ANNOUNCED = 20.0  # seconds


def rows_of(playlist: Playlist, language: str) -> pd.DataFrame:
    """One row a scene: place (from 1, in tens, so that one fits between), shown, title, seconds, days (list
    of int), from, until (time), first_day, last_day (date).
    """
    return pd.DataFrame(
        [
            {
                "place": 10 * n,
                "shown": True,
                "title": scene.title(language),
                "seconds": scene.seconds,
                "days": [str(d) for d in scene.days],
                "from": scene.hours and scene.hours[0],
                "until": scene.hours and scene.hours[1],
                "first_day": scene.first_day,
                "last_day": scene.last_day,
            }
            for n, scene in enumerate(playlist.scenes, start=1)
        ]
    )


def with_rows(text: str, rows: pd.DataFrame) -> str:
    """The playlist's text with the scenes in the order of `place`, without those not shown, with their times;
    rows as `rows_of` gave them, changed.
    """
    document = tomlkit.parse(text)
    scenes = list(document["scenes"])
    kept = tomlkit.aot()
    for n, row in rows.sort_values("place", kind="stable").iterrows():
        if row["shown"]:
            kept.append(_changed(scenes[n], row))
    document["scenes"] = kept
    return tomlkit.dumps(document)


def with_announcement(text: str, title: str, points: Sequence[str], last_day: date | None) -> str:
    """The playlist's text with an announcement as its first scene, the same words in both languages."""
    document = tomlkit.parse(text)
    scene = tomlkit.table()
    scene.update(
        {
            "kind": "text",
            "title": _both(title),
            "points": [_both(point) for point in points],
            "seconds": ANNOUNCED,
        }
    )
    if last_day:
        scene["last_day"] = last_day
    kept = tomlkit.aot()
    for entry in (scene, *document["scenes"]):
        kept.append(entry)
    document["scenes"] = kept
    return tomlkit.dumps(document)


def _changed(scene, row: pd.Series):
    """The scene with a row's times; a key that says nothing more than its absence is left out."""
    scene["seconds"] = float(row["seconds"])
    days = sorted(int(day) for day in row["days"])
    hours = [f"{_time(row[key]):%H:%M}" for key in ("from", "until") if not _empty(row[key])]
    wanted = {"days": days if days != list(range(1, 8)) else None, "hours": hours or None}
    wanted |= {
        key: None if _empty(row[key]) else pd.Timestamp(row[key]).date() for key in ("first_day", "last_day")
    }
    for key, value in wanted.items():
        if value is not None:
            scene[key] = value
        elif key in scene:
            del scene[key]
    return scene


def _both(text: str):
    words = tomlkit.inline_table()
    words.update({"vi": text, "en": text})
    return words


def _empty(value: object) -> bool:
    return value is None or value is pd.NaT or absent(value)


def _time(value: object) -> time:
    return value if isinstance(value, time) else pd.Timestamp(str(value)).time()
