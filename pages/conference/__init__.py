"""The conference: agenda, live state that all sites follow, slides, minutes and tasks.

A conference is pinned to one edition. Its state is kept in a database beside the lake's catalogue,
so that a restart of the server changes nothing for anybody.
"""
