"""What a person asks of the YAML file: accept, check, format, review."""
