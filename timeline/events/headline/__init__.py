"""The headline of an event.

Where a line comes from, stage by stage; `build` composes them:

1. `drafts`: the clauses and noun phrases of the sentence that tell the event; `wording` says who acts in them, with
   what `reference` finds for a pronoun, and which words stay (`compression`, `times`).
2. `article_title`: the article's own headline. `sentence`: the sentence without its asides and as written, only where
   each draft of the clause is in doubt.
3. `choice.passing`: `base.gate` and `complete` refuse what is broken, not whole or not said so.
4. `topic.placing`: the line as a reader understands it who does not know the article.
5. `choice.judging`: how likely a reader is to call each line good or bad (`choice.printable`, learned); their order.
6. `cuts`: what the best lines lose that are too long.
7. `choice.last_resort`: the line of an event without any draft that passes.
8. `choice.assign`: which event of the article has which line.
9. `leading`: whether the line is printed behind a topic of the article (`topic`, `affair`), and which (learned).

Its folders import one way, each only those before it: `base`, `usage` and `reference`, `complete`, `wording`, `drafts`
and `topic`, `sentence` and `cuts`, `affair`, `leading`, `choice`.

A parameter has one meaning in all of them: `context` is the input of headline writing besides the mention, `tree` the
sentence, `predicate` a verb group of it and `head` its subject by the parse; `words` and `kept` are the words of a line
in text order, `shown` their indices, `hidden` those of the words of dates.
"""
