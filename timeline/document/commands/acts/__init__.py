"""An editor's acts on an event: each is a patch of the file's text, made by the code that updates use."""
