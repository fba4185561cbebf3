"""One presenter and many followers of the live stream: from the command to the news at every follower.

The followers are plain connections of one process (no browser draws); they share this machine's cores with
the server. Prints medians and p95 for 15, 100 and 500 followers in one run.
Usage: python -m tests.bench.conference
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from tests.browser.conftest import serve
from tests.browser.test_conference import KEY, SEED
from tests.conftest import ROOT

FOLLOWERS = (15, 100, 500)
COMMANDS = 20


async def follower(client: httpx.AsyncClient, code: str, n: int, heard: dict[int, list[float]]) -> None:
    """Notes when each revision of the state arrives."""
    async with client.stream("GET", f"/hoi-nghi/{code}/dong?may=bench-{n:06d}&diem=") as stream:
        event = ""
        async for line in stream.aiter_lines():
            if line.startswith("event: "):
                event = line[7:]
            elif line.startswith("data: ") and event == "state":
                heard.setdefault(json.loads(line[6:])["revision"], []).append(time.perf_counter())


async def measure(address: str, code: str, many: int) -> list[float]:
    """Milliseconds from sending a command to hearing of it, every command at every follower."""
    limits = httpx.Limits(max_connections=many + 10)
    async with httpx.AsyncClient(base_url=address, timeout=None, limits=limits) as client:
        headers, me = {"X-Khoa": KEY}, {"client": "bench-presenter"}
        await client.post(f"/hoi-nghi/{code}/tiep-quan", json={**me, "force": True}, headers=headers)
        heard: dict[int, list[float]] = {}
        tasks = [asyncio.create_task(follower(client, code, n, heard)) for n in range(many)]
        while sum(map(len, heard.values())) < many:
            await asyncio.sleep(0.05)
        delays = []
        for n in range(COMMANDS):
            began = time.perf_counter()
            answer = await client.post(
                f"/hoi-nghi/{code}/lenh", json={**me, "command": {"slide": 1 + n % 2}}, headers=headers
            )
            revision = answer.json()["revision"]
            while len(heard.get(revision, [])) < many:
                await asyncio.sleep(0.005)
            delays += [1000 * (at - began) for at in heard[revision]]
            await asyncio.sleep(0.2)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return delays


def main() -> None:
    """Starts a server with a conference, measures, prints."""
    with tempfile.TemporaryDirectory() as folder:
        process, address = serve(Path(folder), DASHBOARD_PRESENTER_KEY=KEY)
        try:
            seeded = subprocess.run(
                [sys.executable, "-c", SEED],
                cwd=ROOT,
                env={**os.environ, "DASHBOARD_LAKE": f"{folder}/lake"},
                capture_output=True,
                text=True,
                check=True,
            )
            code, first = seeded.stdout.split()[0], None
            for many in FOLLOWERS:
                delays = sorted(asyncio.run(measure(address, code, many)))
                middle, late = statistics.median(delays), delays[int(0.95 * (len(delays) - 1))]
                first = first or middle
                print(
                    f"{many:4} followers: median {middle:6.1f} ms, p95 {late:6.1f} ms, "
                    f"ratio to {FOLLOWERS[0]} followers {middle / first:.1f}"
                )
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main()
