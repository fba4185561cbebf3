"""Says when a province's files last changed, so that what is computed from them can be kept until then."""

from pathlib import Path

FILES = ("boundaries.geojson", "map.toml", "tile_grid.csv")
Stamp = tuple[tuple[int, int], ...]


def stamp(folder: Path) -> Stamp:
    """Modification time (ns) and size (bytes) of each file, zeros for an absent one."""
    return tuple(_of(folder / name) for name in FILES)


def _of(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
