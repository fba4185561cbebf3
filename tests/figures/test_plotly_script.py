"""The lean plotly.js is of the version of the whole one, and draws what is sent to it."""

import re

from pages.web.plotly_script import LEAN, WHOLE, lean_script, plotly_script, script_for

VERSION = re.compile(r"plotly\.js[^v]*v([0-9.]+)")


def test_both_scripts_are_of_one_version():
    versions = {VERSION.search(script()[:200])[1] for script in (lean_script, plotly_script)}

    assert len(versions) == 1


def test_bars_need_the_whole_script():
    lines_and_maps = [{"type": "scatter"}, {}, {"type": "choropleth"}, {"type": "scattergeo"}]

    assert script_for(lines_and_maps) == LEAN
    assert script_for([*lines_and_maps, {"type": "bar"}]) == WHOLE
