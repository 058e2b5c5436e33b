"""Files in any format and pages from the network, turned into Markdown files of the project."""
