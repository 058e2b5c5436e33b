"""The tables of an archive.

Offsets are code points into the article's text, end exclusive; dates are EDTF, and `begin_at` and `end_at` the same as
moments (seconds since 0001-01-01, end exclusive; NULL for an open side).
"""

from __future__ import annotations

APPLICATION = 0x74_6C_61_72
"""The `application_id` of our SQLite files: "tlar"."""

LAYOUT = 1
"""The number of this layout, in `user_version`."""

TABLES = """
CREATE TABLE article (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: the index of words forgets nothing
  path TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,                         -- digest of the article's text and facts
  version TEXT NOT NULL,                     -- digest of what read it: code, data, libraries
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT NOT NULL,
  publisher TEXT,
  url TEXT,
  language TEXT NOT NULL,
  annotation BLOB NOT NULL,                  -- the whole, for timelines
  vectors BLOB NOT NULL                      -- of its texts, one byte a component
);
CREATE INDEX article_published ON article (published, path);
CREATE TABLE mention (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  title TEXT NOT NULL,
  lemma TEXT NOT NULL,
  date TEXT,
  begin_at INTEGER,
  end_at INTEGER,
  status TEXT NOT NULL,
  weight REAL NOT NULL,
  people TEXT NOT NULL,                      -- JSON lists of canonical names
  places TEXT NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX mention_begin ON mention (begin_at, end_at, article, weight);
CREATE TABLE timex (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  interval TEXT,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE meaning (article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, vector BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(title, names, text, content='', tokenize="unicode61 remove_diacritics 2");
"""
