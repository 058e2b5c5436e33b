"""What an article says about itself: title, publisher, author, language, licence."""
