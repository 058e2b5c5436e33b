"""Merging again after a few articles changed: only what these can touch is compared, chosen and written anew.

`columns` is what is kept of a merge, `kept` makes it; `index` finds what two mentions share; `placing` and `repeating`
go through clusters and repeats again; `update` composes them. The result is that of `coref.merge`.
"""
