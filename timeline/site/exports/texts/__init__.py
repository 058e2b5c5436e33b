"""The timeline as text that people paste elsewhere: a wiki, a blog."""
