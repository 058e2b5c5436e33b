"""The headline of an event.

Its folders import one way, each only those before it: `base`, `usage` and `reference`, `complete`, `wording`, `drafts`
and `topic`, `choice`. `build` composes them.

A parameter has one meaning in all of them: `context` is the input of headline writing besides the mention, `tree` the
sentence, `predicate` a verb group of it and `head` its subject by the parse; `words` and `kept` are the words of a line
in text order, `shown` their indices, `hidden` those of the words of dates.
"""
