"""The article's topic before a headline whose nouns only the article explains: "Incendie de Valmorin : le suspect"."""
