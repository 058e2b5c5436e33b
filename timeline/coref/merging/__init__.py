"""Merging: from the current articles and what is kept of the last merge to entries, and to what the next one needs.

    articles ─► story ─► placing ─► repeating ─► update: entries, and what is kept
                  ▲ index: which mentions share features

Where nothing is kept, every article is new, and all is placed, compared and written; else only what the new ones touch.
`columns` is what is kept, `rows` makes it, `canon` says which canonical names changed. Either way the
result is the same.
"""
