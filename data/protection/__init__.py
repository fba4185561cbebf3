"""Which figures the public is not shown: small counts, and as few others as keep these from being computed.

`Withheld.of` is the one door. What it found is kept beside the lake's catalogue, so that a restart computes
nothing; it is found anew when what it rests on has changed: figures, rules, areas, what has been lifted, or
this package.
"""
