"""Pushes labels off each other in two directions. (Along one axis `figures.spread` finds the best places.)"""

from dataclasses import replace
from itertools import combinations

from pages.documents.deck.measure import Box

ROUNDS = 60


def apart(boxes: list[Box], room: Box) -> list[Box]:
    """The boxes pushed off each other by the shorter way, step by step, and kept in the room."""
    boxes = list(boxes)
    for _ in range(ROUNDS):
        moved = False
        for i, j in combinations(range(len(boxes)), 2):
            a, b = boxes[i], boxes[j]
            wide = min(a.left + a.width, b.left + b.width) - max(a.left, b.left)
            high = min(a.top + a.height, b.top + b.height) - max(a.top, b.top)
            if wide <= 0.001 or high <= 0.001:
                continue
            moved = True
            if wide < high:
                step = wide / 2 if a.left + a.width / 2 <= b.left + b.width / 2 else -wide / 2
                boxes[i], boxes[j] = replace(a, left=a.left - step), replace(b, left=b.left + step)
            else:
                step = high / 2 if a.top + a.height / 2 <= b.top + b.height / 2 else -high / 2
                boxes[i], boxes[j] = replace(a, top=a.top - step), replace(b, top=b.top + step)
        boxes = [
            replace(
                b,
                left=min(max(b.left, room.left), room.left + room.width - b.width),
                top=min(max(b.top, room.top), room.top + room.height - b.height),
            )
            for b in boxes
        ]
        if not moved:
            break
    return boxes
