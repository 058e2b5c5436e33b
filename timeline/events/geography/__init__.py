"""Where the places are that news names."""
