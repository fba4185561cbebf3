"""Labels at line ends pushed apart just enough to be read."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, at least `gap` apart, in the same order, within low–high.

    Where there is no room for all at `gap`, they are spaced evenly.
    """
    count = len(wanted)
    if count == 0:
        return []
    gap = min(gap, (high - low) / (count - 1)) if count > 1 else gap
    order = sorted(range(count), key=lambda i: wanted[i])
    placed: list[list[float]] = []  # blocks: sum of (wanted − offset), members, first position
    for i in order:
        block = [wanted[i], 1.0, min(max(wanted[i], low), high)]
        while placed and block[2] < placed[-1][2] + placed[-1][1] * gap:
            last = placed.pop()
            total = last[0] + block[0] - last[1] * gap * block[1]
            members = last[1] + block[1]
            block = [total, members, min(max(total / members, low), high - (members - 1) * gap)]
        block[2] = min(max(block[2], low), high - (block[1] - 1) * gap)
        placed.append(block)
    positions = [first + k * gap for _, members, first in placed for k in range(int(members))]
    result = [0.0] * count
    for i, position in zip(order, positions):
        result[i] = position
    return result
