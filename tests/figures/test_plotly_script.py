"""The lean plotly.js is of the version of the whole one, and draws what is sent to it."""

import re

import plotly.graph_objects as go

from pages.web.plotly_script import LEAN, WHOLE, lean_script, plotly_script, script_for

VERSION = re.compile(r"plotly\.js[^v]*v([0-9.]+)")


def test_both_scripts_are_of_one_version():
    versions = {VERSION.search(script()[:200])[1] for script in (lean_script, plotly_script)}

    assert len(versions) == 1


def test_bars_need_the_whole_script():
    assert script_for(go.Figure([go.Scatter(y=[1]), go.Choropleth(), go.Scattergeo()])) == LEAN
    assert script_for(go.Figure([go.Scatter(y=[1]), go.Bar(y=[1])])) == WHOLE
