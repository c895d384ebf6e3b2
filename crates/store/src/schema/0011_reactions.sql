-- Reactions of ours.

-- Who at this desk reacted; NULL: somebody of the practice in the provider's own app.
ALTER TABLE reaction ADD COLUMN staff INTEGER REFERENCES staff (row);

-- What is to stand at a patient's message and is not known to stand there yet. One row a message: the newest wish is the
-- only one that counts. The row is the intent; it is there before the first request and until an answer or an echo.
CREATE TABLE reacting (
  target_key BLOB    PRIMARY KEY NOT NULL CHECK (length(target_key) = 16),
  id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16), -- another with every change of mind
  account    INTEGER NOT NULL REFERENCES account (row),
  staff      INTEGER NOT NULL REFERENCES staff (row),
  emoji      TEXT,             -- NULL: ours is to go
  before     TEXT,             -- what may stand there from an earlier wish
  attempt    INTEGER NOT NULL DEFAULT 0,
  unclear    INTEGER NOT NULL, -- a request of which nobody knows whether it arrived was made, for this wish or an earlier one
  not_before INTEGER NOT NULL,
  stopped    INTEGER NOT NULL DEFAULT 0, -- a person decides
  why        TEXT,             -- JSON: reason for stopping or for the last delay
  wished_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reacting_due ON reacting (not_before) WHERE stopped = 0;
