"""The choice among the drafts: the likelihood that an editor would write each; a sentence where none will do."""
