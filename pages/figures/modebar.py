"""Plotly's configuration for every figure: one button, our language, nothing fetched from outside."""

from pages.text.words import words

# Plotly's own English texts that can appear, and the keys of our words for them.
TEXTS = {
    "Download plot as a PNG": "mode_image",
    "Download plot": "mode_image",
    "Taking snapshot - this may take a few seconds": "mode_taking",
    "Snapshot succeeded": "mode_saved",
    "Sorry, there was a problem downloading your snapshot!": "mode_failed",
}


def config(language: str, topology_url: str, filename: str, *, scale: int = 2) -> dict:
    """What `st.plotly_chart(config=)` wants.

    Args:
        topology_url: address of the folder with our empty `world_110m.json`; without it Plotly
            asks a server on the internet and draws no map.
        filename: of the saved image, without ending.
        scale: pixels of the saved image to a pixel on screen.
    """
    say = words("figures", language)
    code = "en" if language == "en" else "vi"
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": filename, "scale": scale},
        "topojsonURL": topology_url if topology_url.endswith("/") else topology_url + "/",
        "locale": code,
        "locales": {code: {"dictionary": {text: say[key] for text, key in TEXTS.items()}, "format": {}}},
        "doubleClick": False,
        "scrollZoom": False,
        "showTips": False,
        "responsive": True,
    }
