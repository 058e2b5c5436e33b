"""Which events an editor would publish of all that the articles tell, and how long a chronology is."""
