"""What every part of the site stands on: its options, the addresses and templates of pages, what is kept of them."""
