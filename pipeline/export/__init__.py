"""Answers in the formats of other programs: tables, documents, calendars, graphs, Akoma Ntoso, citations."""
