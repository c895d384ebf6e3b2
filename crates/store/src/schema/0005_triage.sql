-- What staff decide about a conversation: who has it, when it comes back, what it is about.
--
-- `snooze_pos` is the moment it comes back, in ms << 20, with the row's number in the low bits so that no two are equal;
-- the last millisecond there is means "when they write". `back_pos` is set when it came back (or was marked as not opened)
-- while nobody waited: since then it wants an answer all the same.
ALTER TABLE conversation ADD COLUMN assignee    INTEGER REFERENCES staff (row);
ALTER TABLE conversation ADD COLUMN assigned_at INTEGER;
ALTER TABLE conversation ADD COLUMN snooze_pos  INTEGER;
ALTER TABLE conversation ADD COLUMN snooze_turn INTEGER; -- questions up to this turn sleep; a later one wakes it
ALTER TABLE conversation ADD COLUMN back_pos    INTEGER;
ALTER TABLE conversation ADD COLUMN flagged     INTEGER NOT NULL DEFAULT 0; -- marked as not opened
ALTER TABLE conversation ADD COLUMN pinned_pos  INTEGER;
ALTER TABLE conversation ADD COLUMN muted       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN spam        INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_snoozed    ON conversation (snooze_pos)            WHERE snooze_pos IS NOT NULL;
CREATE INDEX inbox_pinned     ON conversation (pinned_pos)            WHERE pinned_pos IS NOT NULL;
CREATE INDEX inbox_spam       ON conversation (last_pos)              WHERE spam = 1;
CREATE INDEX inbox_owned      ON conversation (assignee, waiting_pos) WHERE assignee IS NOT NULL AND waiting_pos IS NOT NULL;
CREATE INDEX inbox_owned_last ON conversation (assignee, last_pos)    WHERE assignee IS NOT NULL;

CREATE TABLE label (
  row        INTEGER PRIMARY KEY,
  id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  name       TEXT    NOT NULL,
  colour     INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 5),
  removed_at INTEGER -- kept, so that removing it can be undone
) STRICT;
CREATE TABLE conversation_label (
  label        INTEGER NOT NULL REFERENCES label (row),
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  PRIMARY KEY (label, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_of_conversation ON conversation_label (conversation, label);
