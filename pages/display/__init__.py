"""Public display screens: a playlist rendered to a bundle of files that plays without a session, a server or
a hand.
"""
