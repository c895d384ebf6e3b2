-- Several people at one desk: who they are, who looked at what, who was named in a note, what one shift leaves the next.
--
-- Nobody is ever removed from `staff`: what a person wrote stays theirs after they have left.

ALTER TABLE staff ADD COLUMN colour INTEGER NOT NULL DEFAULT 1 CHECK (colour BETWEEN 1 AND 6);
ALTER TABLE staff ADD COLUMN left_at INTEGER;

-- When the first word of a draft was written; `changed_at` is the last one.
ALTER TABLE draft ADD COLUMN begun_at INTEGER NOT NULL DEFAULT 0;
UPDATE draft SET begun_at = changed_at;

-- Who last opened a conversation, and when.
CREATE TABLE looked (
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  staff        INTEGER NOT NULL REFERENCES staff (row),
  at           INTEGER NOT NULL,
  PRIMARY KEY (conversation, staff)
) STRICT, WITHOUT ROWID;

-- Who was named with an @ in a note. `stands`: no later note of the same conversation names them, so that a
-- conversation is in a person's list once.
CREATE TABLE mention (
  item         INTEGER NOT NULL REFERENCES item (pos),
  staff        INTEGER NOT NULL REFERENCES staff (row),
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  channel      INTEGER NOT NULL, -- the conversation's, here for the list
  written      TEXT    NOT NULL, -- the words after the @, as they stand in the note
  stands       INTEGER NOT NULL,
  seen_at      INTEGER,
  PRIMARY KEY (item, staff)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_unseen ON mention (staff, channel, item) WHERE stands = 1 AND seen_at IS NULL;
CREATE INDEX mention_here   ON mention (conversation, staff)  WHERE stands = 1;

-- What one shift tells the next.
CREATE TABLE handover (
  row   INTEGER PRIMARY KEY,
  id    BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  staff INTEGER NOT NULL REFERENCES staff (row),
  at    INTEGER NOT NULL,
  text  TEXT    NOT NULL
) STRICT;
CREATE TABLE handover_seen (
  handover INTEGER NOT NULL REFERENCES handover (row),
  staff    INTEGER NOT NULL REFERENCES staff (row),
  at       INTEGER NOT NULL,
  PRIMARY KEY (handover, staff)
) STRICT, WITHOUT ROWID;
