"""What can be wrong with a province's shapes, worded for the person who must mend the file."""


class GeoError(Exception):
    """Says what is wrong, in which file and feature, and what to do."""

    def __init__(self, where: str, problem: str, remedy: str):
        super().__init__(f"{where}: {problem}\n  → {remedy}")
