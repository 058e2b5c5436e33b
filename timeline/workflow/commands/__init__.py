"""Build, update, check and edit: the order of the stages for each command."""
