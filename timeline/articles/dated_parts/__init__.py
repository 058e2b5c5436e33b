"""Parts of an article that are known by their dates: the line of a paper, the standfirst, tables of a chronology."""
