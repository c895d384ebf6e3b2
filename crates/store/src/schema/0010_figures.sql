-- Figures and reviews.
--
-- Figures are counted from `item`, a local day at a time, and kept. A day is counted again when something in its counted
-- part changes: triggers mark it, so that no code which changes an item has to think of it. What lands behind everything
-- that is counted, as nearly everything does, costs one look at the last row of `figure_day`. New items are marked by the
-- one function that puts them in: a trigger that writes makes each INSERT a statement to be undone by itself, and SQLite
-- then writes the full-text index down after every message of a poll.

-- Under which zone and hours the days below were counted (JSON).
CREATE TABLE figure_rules (
  row   INTEGER PRIMARY KEY CHECK (row = 1),
  rules TEXT    NOT NULL
) STRICT;

CREATE TABLE figure_day (
  from_pos INTEGER PRIMARY KEY, -- the first place of the day
  to_pos   INTEGER NOT NULL,    -- up to here it is counted, without there
  day      INTEGER NOT NULL,    -- the practice's date, in days since 1970-01-01
  state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- 0 counted, 1 being counted, 2 to be counted again
  at       INTEGER              -- when it was counted last
) STRICT;

-- Conversations in which something changed before answers that are counted: their waits are looked at again from there.
CREATE TABLE figure_late (
  conversation INTEGER PRIMARY KEY REFERENCES conversation (row),
  from_pos     INTEGER NOT NULL,
  marks        INTEGER NOT NULL -- counts up, so that what changes while it is looked at is not forgotten
) STRICT;

CREATE TABLE figure_hour (
  day      INTEGER NOT NULL,
  hour     INTEGER NOT NULL, -- by the clock on the practice's wall
  channel  INTEGER NOT NULL,
  inbound  INTEGER NOT NULL, -- messages of patients
  outbound INTEGER NOT NULL, -- messages to patients
  calls    INTEGER NOT NULL, -- calls of patients
  missed   INTEGER NOT NULL, -- of them, those that nobody took
  astray   INTEGER NOT NULL, -- messages to patients that did not arrive
  PRIMARY KEY (day, hour, channel)
) STRICT, WITHOUT ROWID;

-- A wait that a person's answer ended. Belongs to the day of the answer, is shown under the day of the question.
CREATE TABLE figure_reply (
  answered_pos INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL,
  channel      INTEGER NOT NULL,
  staff        INTEGER, -- NULL: answered elsewhere, or talked
  asked_pos    INTEGER NOT NULL, -- the first question
  asked_day    INTEGER NOT NULL,
  asked_hour   INTEGER NOT NULL,
  waited       INTEGER NOT NULL, -- ms of opening time
  too_late     INTEGER NOT NULL  -- the reply window had closed
) STRICT;
CREATE INDEX figure_reply_asked ON figure_reply (asked_day, channel, asked_hour, waited, staff, too_late);
CREATE INDEX figure_reply_of    ON figure_reply (conversation, answered_pos);

-- Who answered in how many conversations.
CREATE TABLE figure_staff (
  day          INTEGER NOT NULL,
  staff        INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  channel      INTEGER NOT NULL,
  answers      INTEGER NOT NULL,
  PRIMARY KEY (day, staff, conversation)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure_missed (
  pos          INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL
) STRICT;

-- When conversations were marked done, also earlier ones than the newest: "done" ends a wait without an answer.
CREATE TABLE figure_done (
  conversation INTEGER NOT NULL,
  turn         INTEGER NOT NULL,
  PRIMARY KEY (conversation, turn)
) STRICT, WITHOUT ROWID;
INSERT INTO figure_done (conversation, turn) SELECT row, done_turn FROM conversation WHERE done_turn > 0;

CREATE TRIGGER figure_item_changed AFTER UPDATE OF listed, role, turn, staff, origin, sent_at ON item
WHEN new.kind < 2
  AND (old.listed, old.role, old.turn, old.staff, old.origin, old.sent_at)
      IS NOT (new.listed, new.role, new.turn, new.staff, new.origin, new.sent_at)
  AND new.pos < (SELECT to_pos FROM figure_day ORDER BY from_pos DESC LIMIT 1)
BEGIN
  UPDATE figure_day SET state = 2
  WHERE from_pos = (SELECT from_pos FROM figure_day WHERE from_pos <= new.pos ORDER BY from_pos DESC LIMIT 1)
    AND state < 2 AND new.pos < to_pos;
  INSERT INTO figure_late (conversation, from_pos, marks) VALUES (new.conversation, new.pos, 1)
  ON CONFLICT (conversation) DO UPDATE SET from_pos = min(from_pos, excluded.from_pos), marks = marks + 1;
END;
CREATE TRIGGER figure_item_removed AFTER DELETE ON item
WHEN old.listed = 1 AND old.kind < 2
  AND old.pos < (SELECT to_pos FROM figure_day ORDER BY from_pos DESC LIMIT 1)
BEGIN
  UPDATE figure_day SET state = 2
  WHERE from_pos = (SELECT from_pos FROM figure_day WHERE from_pos <= old.pos ORDER BY from_pos DESC LIMIT 1)
    AND state < 2 AND old.pos < to_pos;
  INSERT INTO figure_late (conversation, from_pos, marks) VALUES (old.conversation, old.pos, 1)
  ON CONFLICT (conversation) DO UPDATE SET from_pos = min(from_pos, excluded.from_pos), marks = marks + 1;
END;
CREATE TRIGGER figure_done_changed AFTER UPDATE OF done_turn ON conversation WHEN new.done_turn <> old.done_turn
BEGIN
  DELETE FROM figure_done WHERE conversation = old.row AND turn = old.done_turn AND new.done_turn < old.done_turn;
  INSERT INTO figure_done (conversation, turn) SELECT new.row, new.done_turn WHERE new.done_turn > old.done_turn
  ON CONFLICT DO NOTHING;
  INSERT INTO figure_late (conversation, from_pos, marks)
  SELECT new.row, max(new.done_turn, old.done_turn), 1
  WHERE max(new.done_turn, old.done_turn) < (SELECT to_pos FROM figure_day ORDER BY from_pos DESC LIMIT 1)
  ON CONFLICT (conversation) DO UPDATE SET from_pos = min(from_pos, excluded.from_pos), marks = marks + 1;
END;

-- What no person wrote, for the practice manager to look through.
CREATE INDEX item_automatic ON item (pos) WHERE origin = 3;

-- "I have looked at this conversation up to here." Taken back: the row goes.
CREATE TABLE review (
  row          INTEGER PRIMARY KEY,
  id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  through_pos  INTEGER NOT NULL,
  why          INTEGER NOT NULL, -- 0 answered late, 1 automatic, 2 words, 3 sample, 4 missed call
  staff        INTEGER NOT NULL REFERENCES staff (row),
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX review_of ON review (conversation, through_pos);
CREATE INDEX review_at ON review (at);

-- Notes that were written while looking through.
CREATE TABLE review_note (
  item INTEGER PRIMARY KEY REFERENCES item (pos)
) STRICT;
