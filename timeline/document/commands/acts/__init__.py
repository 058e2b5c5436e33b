"""What an editor does to an event on its page: each act is a patch of the file's text, by the code that updates use."""
