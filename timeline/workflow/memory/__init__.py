"""What is kept between two runs, in the user's own cache folder: never in a project, and always dispensable."""
