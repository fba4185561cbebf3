"""What is protected is worked out once: a later process reads it.

What it rests on decides when it is found anew.
"""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from data import serving, settings
from data.audience import PUBLIC, seen_by
from data.editions import newest
from data.lifting import lift
from data.protection.withheld import Withheld
from data.publish import publish
from tests.conftest import ROOT
from tests.made_up import HEADER, stock

COUNT = """
from data.audience import PUBLIC, seen_by
from data.editions import newest
from data.protection import releases
from data.serving import protected

computed = []
publish = releases.Releases.publish
releases.Releases.publish = lambda self, found: computed.append(1) or publish(self, found)
with seen_by(PUBLIC):
    print(len(protected(newest().id)), len(computed))
"""


def another_process() -> tuple[int, int]:
    """(protected figures, editions that it had to work out)."""
    done = subprocess.run([sys.executable, "-c", COUNT], cwd=ROOT, check=True, capture_output=True, text=True)
    protected, computed = done.stdout.split()
    return int(protected), int(computed)


def of_public(edition: int) -> pd.DataFrame:
    with seen_by(PUBLIC):
        return serving.protected(edition)


@pytest.fixture
def small(edition, tmp_path):
    """An edition with one more small count."""
    path = tmp_path / "nho.csv"
    path.write_text(HEADER + stock("so_ho_ngheo", "Z1", 2018, 3), encoding="utf-8")
    return publish(path, "Phòng", "Số nhỏ").id


def test_a_later_process_computes_nothing(small):
    found = of_public(small)

    assert len(found) and another_process() == (len(found), 0)


def test_what_was_kept_equals_what_is_worked_out(small):
    fresh = of_public(small)
    serving._ready.clear()
    serving._withheld.clear()

    pd.testing.assert_frame_equal(of_public(small), fresh)


def test_a_result_that_is_not_whole_is_found_anew(small):
    found = of_public(small)
    (kept,) = [p for p in (settings.lake_folder() / "protected").iterdir() if p.stat().st_size]
    kept.write_bytes(kept.read_bytes()[:100])

    assert another_process() == (len(found), 2)  # the first edition and this one


def test_what_is_lifted_is_found_anew(small):
    before = of_public(small)
    lift("so_ho_ngheo", "Z1", 2018, "Phòng", "đã công bố")

    after = of_public(newest().id)
    assert len(after) < len(before)


def test_editions_that_tell_the_same_are_taken_once(tmp_path):
    read = []
    withheld = Withheld(tmp_path, lambda e: {1: "a", 2: "b", 3: "a"}[e], lambda e: read.append(e) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        withheld.of(3, [1, 2, 3])
    assert read == [1]  # the third edition tells what the first told: it is the first that is asked


def test_first_visitors_of_two_editions_do_not_wait_for_each_other(edition, small, monkeypatch):
    together, read = threading.Barrier(2), serving._true_figures

    def meet(asked: int):
        if asked == edition:  # which each of the two has to take first
            together.wait(20)
        return read(asked)

    monkeypatch.setattr(serving, "_true_figures", meet)
    serving._ready.clear()
    serving._withheld.clear()
    for kept in (settings.lake_folder() / "protected").glob("*.parquet"):
        kept.unlink()

    with ThreadPoolExecutor(2) as visitors:
        before, after = visitors.map(of_public, (edition, small))
    assert len(after) > len(before)
