"""The order of all steps, from a project's folder to its YAML files to its site.

Only this package and `annotator` compose stages. A command loads only the modules that it needs.
"""
