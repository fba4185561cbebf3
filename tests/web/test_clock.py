"""Days that a screen writes by itself stand as the server writes them."""

import subprocess
from datetime import date, timedelta

from playwright._impl._driver import compute_driver_executable

from pages.text import numbers
from pages.web import __file__ as web

DAYS = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
SCRIPT = """
import { officialDay } from "./clock.js";
for (let n = 0; n < 366; n += 1) console.log(officialDay(new Date(2024, 0, 1 + n, 12)));
"""


def test_the_player_writes_every_day_as_the_server_does():
    node = compute_driver_executable()[0]
    folder = web.replace("__init__.py", "player")
    run = subprocess.run(
        [node, "--input-type=module", "-e", SCRIPT], cwd=folder, capture_output=True, text=True, check=True
    )

    assert run.stdout.split() == [numbers.date(day, "vi") for day in DAYS]
