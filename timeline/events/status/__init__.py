"""The learned factuality of an event: trees over features of its clause and date, and over the scores of its words."""
