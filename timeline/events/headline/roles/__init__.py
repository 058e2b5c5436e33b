"""Who the people of a line are: roles in the article, beside their names in the line."""
