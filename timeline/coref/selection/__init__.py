"""Which of the events in the articles an editor would publish, and how long a chronology is."""
