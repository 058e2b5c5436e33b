"""The headline of an event.

Its folders import one way, each only those before it: `base`, `usage` and `reference`, `complete`, `wording`, `drafts`
and `topic`, `choice`. `build` composes them.
"""
