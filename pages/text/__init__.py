"""Words and numbers in two languages; imports nothing of the project but `data`'s types.

Interface words stand in `vi/<table>.toml` and `en/<table>.toml`, one file a table (`words.py`);
numbers, dates and periods are written by `numbers.py`. What an indicator is called stands in the
catalogue, not here.
"""

from pathlib import Path

HERE = Path(__file__).parent
