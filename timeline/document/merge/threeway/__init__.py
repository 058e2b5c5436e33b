"""The three-way merge of one event: what the machine last wrote, what the file says, what the machine says now.

A field that a person changed stays theirs; a field that they did not touch may be updated. `fields` merges the fields
of an event, `sources` its sources one by one in the same way, and `source_pairs` finds which sources are the same.
"""
