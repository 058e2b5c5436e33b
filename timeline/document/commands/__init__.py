"""A person's commands on the YAML file: accept, check, format, review."""
