"""Plotly reads texts as a little HTML, with links: what a person wrote is text there, too."""

import re

import numpy as np
import plotly.graph_objects as go

# what the figures write themselves: bold, italics, lines, a hover without a name, a coloured sign
_FOREIGN = re.compile(r"<(?!/?(?:b|i|br|sup|extra|span)>|span style=[\"']color:[#\w(), .]+[\"']>)")


def only_own_tags(drawn: go.Figure) -> go.Figure:
    """The figure with every other tag as the text that it was."""
    told = drawn.to_plotly_json()
    written = _written(told)
    return drawn if written is told else go.Figure(written)


def _written(value: object) -> object:
    """The same object where nothing in it changes."""
    if isinstance(value, str):
        text = _FOREIGN.sub("&lt;", value)
        return value if text == value else text
    if isinstance(value, np.ndarray):
        parts = value.tolist() if value.dtype.kind in "OU" else []
        return value if (new := _written(parts)) is parts else new
    if isinstance(value, dict):
        new = {key: _written(part) for key, part in value.items()}
        return new if any(new[key] is not part for key, part in value.items()) else value
    if isinstance(value, (list, tuple)):
        new = [_written(part) for part in value]
        return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
    return value
