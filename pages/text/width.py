"""About how wide a text is, measured with the fonts of this machine: the one place for all who lay texts out.

The reader's program sets the text in its own fonts; Liberation Sans and Serif, which servers have, are as
wide as Arial and Times New Roman. Where none of them is there, Pillow's own font stands in for both.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from PIL import ImageFont

INCH = 72  # points
POINT = 25.4 / INCH  # mm
EM = 200  # pixels: fine enough that rounding does not count
FACES = {  # (serif, bold) → files, the first that is there
    (False, False): ("arial.ttf", "LiberationSans-Regular.ttf", "Arimo-Regular.ttf"),
    (False, True): ("arialbd.ttf", "LiberationSans-Bold.ttf", "Arimo-Bold.ttf"),
    (True, False): ("times.ttf", "LiberationSerif-Regular.ttf", "Tinos-Regular.ttf"),
    (True, True): ("timesbd.ttf", "LiberationSerif-Bold.ttf", "Tinos-Bold.ttf"),
}


def width_of(text: str, size: float, *, bold: bool = False, serif: bool = False) -> float:
    """Length of a line, in points as its size; in Arial, or with `serif` in Times New Roman."""
    return _ems(text, bold, serif) * size


ROOMIER = 1.08  # browsers' fonts run wider than Arial


def widest(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    """Room for the longest of some texts in a browser's fonts, in the unit of its size."""
    return max((width_of(text, size, bold=bold) for text in texts), default=0.0) * ROOMIER


@lru_cache(maxsize=8192)
def _ems(text: str, bold: bool, serif: bool) -> float:
    # letters without their marks are as wide, and every font has them
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _face(bold, serif).getlength(bare.replace("\n", " ")) / EM


@lru_cache(maxsize=4)
def _face(bold: bool, serif: bool):
    for file in FACES[serif, bold]:
        try:
            return ImageFont.truetype(file, EM)
        except OSError:
            continue
    return ImageFont.load_default(EM)
