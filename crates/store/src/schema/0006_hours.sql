-- The rule that wrote a message of ours: 0 outside opening hours, 1 missed call. Nobody typed it, and it answers nobody.
ALTER TABLE item ADD COLUMN rule INTEGER;

-- What rules wrote: at most once per subject and period. Written with the message, in the same transaction.
CREATE TABLE auto_reply (
  subject BLOB    NOT NULL CHECK (length(subject) = 16), -- the patient's id, or the identity's while nobody knows whose
  rule    INTEGER NOT NULL,
  period  INTEGER NOT NULL, -- when the practice had closed, or the caller's day had begun
  at      INTEGER NOT NULL,
  PRIMARY KEY (subject, rule, period)
) STRICT, WITHOUT ROWID;

-- To whom a rule does not write.
CREATE TABLE auto_stop (
  subject BLOB    NOT NULL CHECK (length(subject) = 16),
  rule    INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (subject, rule)
) STRICT, WITHOUT ROWID;

-- Replies that leave at a chosen time.
ALTER TABLE outbox ADD COLUMN scheduled_at INTEGER; -- the time a person chose; NULL: as soon as it can
ALTER TABLE outbox ADD COLUMN unless_after INTEGER; -- a question of a later turn holds it back; NULL: nothing does
-- The first of a conversation, in ms << 20, with the row's number in the low bits so that no two are equal.
ALTER TABLE conversation ADD COLUMN scheduled_pos INTEGER;
CREATE INDEX inbox_scheduled ON conversation (scheduled_pos) WHERE scheduled_pos IS NOT NULL;
