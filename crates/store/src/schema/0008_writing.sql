-- Saved replies: what a desk writes every day, with one text per language. Removed ones stay for a while, so that a
-- removal can be taken back.
CREATE TABLE saved_reply (
  row        INTEGER PRIMARY KEY,
  id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  title      TEXT    NOT NULL,
  shortcut   TEXT    NOT NULL, -- what is typed after "/"; may be empty
  position   INTEGER NOT NULL,
  used       INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE TABLE saved_reply_text (
  reply    INTEGER NOT NULL REFERENCES saved_reply (row),
  language TEXT    NOT NULL, -- two letters
  body     TEXT    NOT NULL,
  PRIMARY KEY (reply, language)
) STRICT, WITHOUT ROWID;

-- The language in which the patient writes here, as this computer guesses it. What staff say is `patient.language` and
-- wins. NULL: not enough was written, or it is not clear.
ALTER TABLE conversation ADD COLUMN language TEXT;
