"""How long a site takes to build, to serve and to edit; its pictures and permalinks."""
