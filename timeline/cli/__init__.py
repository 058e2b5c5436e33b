"""The command line: thin, and the only place that prints.

Results go to standard output, messages and progress to standard error. Exit codes: 0 all is well, 1 something is
wrong with the user's files (each problem is printed as `file:line:column: what, what would be right`), 2 the command
itself was misspelt.
"""

from timeline.cli.main import main

__all__ = ["main"]
