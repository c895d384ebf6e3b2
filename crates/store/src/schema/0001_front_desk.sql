-- The front desk's tables, first version.
--
-- Rules: STRICT; NOT NULL wherever a value always exists; times in UTC milliseconds; public ids are 16-byte UUIDs in
-- `id`; `row` ids never leave the store. Words from patients are in clear here because the whole file is encrypted.
--
-- Codes used below
--   channel       0 instagram, 1 whatsapp, 2 sms, 3 phone
--   item.kind     0 message, 1 call, 2 note
--   direction     0 inbound, 1 outbound
--   origin        0 patient, 1 this desk, 2 elsewhere, 3 automation
--   content_kind  0 text, 1 media, 2 location, 3 template, 4 story reply, 5 story mention, 6 shared, 7 unsupported
--   status        0 queued, 1 sending, 2 unknown, 3 accepted, 4 sent, 5 delivered, 6 read, 7 failed
--   outbox.state  0 queued, 1 sending, 2 accepted, 3 unknown, 4 parked, 5 discarded
--   file kind     0 image, 1 audio, 2 video, 3 file, 4 sticker
--   item.role     0 nothing, 1 the patient asks, 2 this desk answered, 3 not sent or unknown, 4 answered elsewhere or
--                 talked, 5 sent by this desk and did not arrive

-- One row: which database this is.
CREATE TABLE store_meta (
  row   INTEGER PRIMARY KEY CHECK (row = 1),
  db_id BLOB    NOT NULL CHECK (length(db_id) = 16)
) STRICT;

-- Numbers that nearly every commit changes. They share one table because they then share one page, and every page that
-- a commit touches is encrypted, signed and written.
CREATE TABLE tally (
  what    INTEGER NOT NULL CHECK (what BETWEEN 0 AND 4),
                            -- 0 commits, 1 conversations that wait, 2 of them unopened, 3 messages not sent,
                            -- 4 provider's time of the newest message or call
  account INTEGER NOT NULL, -- row of the account for 4, else 0
  channel INTEGER NOT NULL, -- 0 for the commits
  value   INTEGER NOT NULL,
  PRIMARY KEY (what, account, channel)
) STRICT, WITHOUT ROWID;
INSERT INTO tally (what, account, channel, value) VALUES
  (0, 0, 0, 0),
  (1, 0, 0, 0), (1, 0, 1, 0), (1, 0, 2, 0), (1, 0, 3, 0),
  (2, 0, 0, 0), (2, 0, 1, 0), (2, 0, 2, 0), (2, 0, 3, 0),
  (3, 0, 0, 0), (3, 0, 1, 0), (3, 0, 2, 0), (3, 0, 3, 0);

-- Keys that live inside the encrypted file: log ids, tombstones.
CREATE TABLE secret (
  name TEXT PRIMARY KEY NOT NULL,
  key  BLOB NOT NULL CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key  TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clinic (
  row        INTEGER PRIMARY KEY CHECK (row = 1),
  id         BLOB    NOT NULL CHECK (length(id) = 16),
  name       TEXT    NOT NULL,
  country    TEXT    NOT NULL,
  zone       TEXT    NOT NULL,
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- 0 real, 1 demo, 2 test
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  row      INTEGER PRIMARY KEY,
  id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  name     TEXT    NOT NULL,
  initials TEXT    NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
  row            INTEGER PRIMARY KEY,
  id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  provider       TEXT    NOT NULL,
  remote_id      TEXT    NOT NULL,
  label          TEXT    NOT NULL,
  channels       TEXT    NOT NULL, -- JSON list
  own_addresses  TEXT    NOT NULL, -- JSON list
  state          INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- 0 active, 1 needs sign-in, 2 disconnected
  connected_at   INTEGER NOT NULL,
  credential_end INTEGER,
  base_url       TEXT,
  UNIQUE (provider, remote_id)
) STRICT;

CREATE TABLE credential (
  account INTEGER PRIMARY KEY REFERENCES account (row),
  json    TEXT NOT NULL
) STRICT;

-- Where a feed stands, and whether its polls work.
CREATE TABLE feed (
  account      INTEGER NOT NULL REFERENCES account (row),
  name         TEXT    NOT NULL,
  cursor       TEXT,
  ok_at        INTEGER,
  behind_since INTEGER,
  failing      TEXT, -- failure kind
  next_at      INTEGER,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_use (
  account  INTEGER NOT NULL REFERENCES account (row),
  host     TEXT    NOT NULL,
  day      TEXT    NOT NULL, -- YYYY-MM-DD
  sent     INTEGER NOT NULL,
  received INTEGER NOT NULL,
  PRIMARY KEY (account, host, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE template_list (
  account INTEGER PRIMARY KEY REFERENCES account (row),
  json    TEXT    NOT NULL,
  read_at INTEGER NOT NULL
) STRICT;

CREATE TABLE patient (
  row        INTEGER PRIMARY KEY,
  id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  name       TEXT    NOT NULL,
  name_folded TEXT   NOT NULL, -- lower case, no diacritics, single spaces
  birth_date TEXT, -- YYYY-MM-DD
  language   TEXT,
  desk_note  TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX patient_by_name ON patient (name_folded);

-- A handle on one channel, as the provider gave it. `patient` mirrors the open link.
CREATE TABLE identity (
  row          INTEGER PRIMARY KEY,
  id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  account      INTEGER NOT NULL REFERENCES account (row),
  channel      INTEGER NOT NULL,
  handle       TEXT    NOT NULL,
  display_name TEXT,
  username     TEXT,
  patient      INTEGER REFERENCES patient (row),
  seen_at      INTEGER NOT NULL, -- first seen, our clock
  UNIQUE (handle, channel, account)
) STRICT;
CREATE INDEX identity_of_patient ON identity (patient) WHERE patient IS NOT NULL;

-- "This identity is that patient": never changed, only ended, so that it can be shown and undone.
CREATE TABLE link (
  row       INTEGER PRIMARY KEY,
  id        BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  identity  INTEGER NOT NULL REFERENCES identity (row),
  patient   INTEGER NOT NULL REFERENCES patient (row),
  how       INTEGER NOT NULL, -- 0 staff said so, 1 the patient was made from it
  by_staff  INTEGER REFERENCES staff (row),
  at        INTEGER NOT NULL,
  ended_at  INTEGER,
  ended_by  INTEGER REFERENCES staff (row)
) STRICT;
CREATE UNIQUE INDEX link_open ON link (identity) WHERE ended_at IS NULL;
CREATE INDEX link_of_identity ON link (identity, at);
CREATE INDEX link_of_patient ON link (patient);

CREATE TABLE opt_out (
  identity    INTEGER NOT NULL REFERENCES identity (row),
  own_address TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (identity, own_address)
) STRICT, WITHOUT ROWID;

-- Everything exchanged with one identity through one of our addresses. The columns after `gap_before` are the kept
-- summary: one function (`summary::refresh`) computes them again after every change, in the same transaction.
CREATE TABLE conversation (
  row             INTEGER PRIMARY KEY,
  id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  account         INTEGER NOT NULL REFERENCES account (row),
  channel         INTEGER NOT NULL,
  identity        INTEGER NOT NULL REFERENCES identity (row),
  own_address     TEXT    NOT NULL,
  thread          TEXT, -- the provider's thread id
  created_at      INTEGER NOT NULL,
  gap_before      INTEGER,
  opened_turn     INTEGER NOT NULL DEFAULT 0, -- somebody looked; questions up to this turn were seen
  done_turn       INTEGER NOT NULL DEFAULT 0, -- marked done; questions up to this turn need nothing
  last_inbound_at INTEGER, -- newest message of the patient: the reply window counts from it
  last_pos        INTEGER NOT NULL DEFAULT 0, -- newest listed item; 0 while empty
  waiting_pos     INTEGER, -- oldest unanswered item of the patient
  unopened        INTEGER NOT NULL DEFAULT 0,
  done            INTEGER NOT NULL DEFAULT 0,
  not_sent        INTEGER NOT NULL DEFAULT 0,
  has_draft       INTEGER NOT NULL DEFAULT 0,
  preview         TEXT    NOT NULL DEFAULT '"empty"', -- JSON
  name            TEXT    NOT NULL DEFAULT '', -- patient's name, else what the identity is called
  name_from       INTEGER NOT NULL DEFAULT 0, -- 0 handle, 1 user name, 2 display name, 3 patient
  UNIQUE (identity, own_address)
) STRICT;
CREATE INDEX conversation_by_thread ON conversation (account, thread) WHERE thread IS NOT NULL;
-- By channel only: the list of all channels merges them. A second index without the channel would be one or two more
-- pages to write at every message.
CREATE INDEX inbox_all      ON conversation (channel, last_pos)    WHERE last_pos > 0;
CREATE INDEX inbox_waiting  ON conversation (channel, waiting_pos) WHERE waiting_pos IS NOT NULL;
CREATE INDEX inbox_not_sent ON conversation (channel, last_pos)    WHERE not_sent > 0;
CREATE INDEX inbox_done     ON conversation (channel, last_pos)    WHERE done = 1;

-- Everything in a timeline. `pos` is the provider's time in ms << 20 | sequence, so row-id order is time order for
-- ever, also after a backfill, and a full-text hit list is newest first without sorting.
CREATE TABLE item (
  pos            INTEGER PRIMARY KEY,
  id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  conversation   INTEGER NOT NULL REFERENCES conversation (row),
  channel        INTEGER NOT NULL, -- the conversation's, here for search
  kind           INTEGER NOT NULL,
  listed         INTEGER NOT NULL, -- 0: an echo of something we are sending, or a message taken back before it left
  direction      INTEGER NOT NULL,
  origin         INTEGER NOT NULL,
  staff          INTEGER REFERENCES staff (row),
  role           INTEGER NOT NULL, -- see codes::Role
  turn           INTEGER NOT NULL, -- `pos`, or later when a question arrived after we had already answered
  provider_id    TEXT,
  provider_key   BLOB    CHECK (length(provider_key) = 16), -- SHA-256 of account, sort and provider id, cut
  content_kind   INTEGER NOT NULL,
  body           TEXT    NOT NULL, -- the words: message, caption, note
  transcript     TEXT    NOT NULL DEFAULT '', -- words of its recordings
  file_names     TEXT    NOT NULL DEFAULT '', -- names of its files
  extra          TEXT, -- JSON of contents that are more than words
  reply_to       TEXT, -- the provider's id of what it answers
  files          INTEGER NOT NULL DEFAULT 0, -- bits of the file kinds it has: 1 << kind
  taken_back     INTEGER NOT NULL DEFAULT 0,
  edited         INTEGER NOT NULL DEFAULT 0,
  status         INTEGER, -- outbound messages only
  status_at      INTEGER,
  sent_at        INTEGER, -- when the provider had it
  code           INTEGER, -- the provider's number, if it failed
  subcode        INTEGER,
  next_status_at INTEGER,
  status_tries   INTEGER NOT NULL DEFAULT 0,
  shadow_of      INTEGER REFERENCES outbox (row),
  received_at    INTEGER NOT NULL -- our clock
) STRICT;
CREATE INDEX item_timeline    ON item (conversation, pos)        WHERE listed = 1;
CREATE INDEX item_turn        ON item (conversation, role, turn) WHERE listed = 1 AND role > 0;
CREATE UNIQUE INDEX item_by_provider ON item (provider_key)      WHERE provider_key IS NOT NULL;
-- Sent as far as staff say; the provider has not named them yet.
CREATE INDEX item_vouched     ON item (conversation, sent_at)    WHERE status BETWEEN 3 AND 5 AND provider_key IS NULL;
CREATE INDEX item_status_due  ON item (next_status_at)           WHERE next_status_at IS NOT NULL;
CREATE INDEX item_shadow      ON item (shadow_of)                WHERE shadow_of IS NOT NULL;

-- Full-text search over messages, notes, transcripts and file names; rowid = item.pos. The words are folded by our own
-- function (see `search/fold.rs`), which every connection has; the index keeps no positions and no copy of the text:
-- it proposes, and the text of the item decides.
CREATE VIEW item_words AS
SELECT pos, search_words(body, transcript, file_names, kind, files) AS text FROM item WHERE listed = 1;
CREATE VIRTUAL TABLE words USING fts5 (
  text,
  content = 'item_words', content_rowid = 'pos', columnsize = 0, detail = 'none',
  tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
-- A leaf of the index must fit a page beside the 80 bytes that the cipher keeps of it, or it takes two.
INSERT INTO words (words, rank) VALUES ('pgsz', 3900);
-- The words of a new item are entered by the statement after it (`search::ADD_WORDS`); changes follow by trigger.
CREATE TRIGGER item_words_removed AFTER DELETE ON item WHEN old.listed = 1 BEGIN
  INSERT INTO words (words, rowid, text)
  VALUES ('delete', old.pos, search_words(old.body, old.transcript, old.file_names, old.kind, old.files));
END;
CREATE TRIGGER item_words_changed AFTER UPDATE OF listed, body, transcript, file_names, kind, files ON item
WHEN old.listed <> new.listed OR old.body <> new.body OR old.transcript <> new.transcript
  OR old.file_names <> new.file_names OR old.kind <> new.kind OR old.files <> new.files
BEGIN
  INSERT INTO words (words, rowid, text)
  SELECT 'delete', old.pos, search_words(old.body, old.transcript, old.file_names, old.kind, old.files)
  WHERE old.listed = 1;
  INSERT INTO words (rowid, text)
  SELECT new.pos, search_words(new.body, new.transcript, new.file_names, new.kind, new.files) WHERE new.listed = 1;
END;

-- Reactions hang on the provider's key, so they may arrive before their message. No emoji: taken away again.
CREATE TABLE reaction (
  target_key BLOB    NOT NULL CHECK (length(target_key) = 16),
  by_handle  TEXT    NOT NULL,
  ours       INTEGER NOT NULL,
  emoji      TEXT,
  at         INTEGER NOT NULL,
  PRIMARY KEY (target_key, by_handle)
) STRICT, WITHOUT ROWID;

-- News about messages that we do not have yet; applied when they come.
CREATE TABLE early_status (
  target_key BLOB    PRIMARY KEY NOT NULL CHECK (length(target_key) = 16),
  status     INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  code       INTEGER,
  subcode    INTEGER,
  is_last    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE early_unsend (
  target_key BLOB PRIMARY KEY NOT NULL CHECK (length(target_key) = 16)
) STRICT, WITHOUT ROWID;

-- A call's own facts; its place in the timeline is its item.
CREATE TABLE call (
  pos          INTEGER PRIMARY KEY REFERENCES item (pos),
  outcome      INTEGER NOT NULL, -- 0 ringing, 1 in progress, 2 answered, 3 missed, 4 busy, 5 no answer, 6 failed, 7 cancelled
  started_at   INTEGER NOT NULL,
  talk_seconds INTEGER NOT NULL,
  ring_seconds INTEGER
) STRICT;

-- Calls that staff placed, so that the item knows who rang when the provider lists it.
CREATE TABLE placed_call (
  call_key BLOB    PRIMARY KEY NOT NULL CHECK (length(call_key) = 16),
  staff    INTEGER NOT NULL REFERENCES staff (row),
  at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A recording may arrive before its call, a transcript before its recording: each keeps the key of what it waits for.
CREATE TABLE recording (
  row           INTEGER PRIMARY KEY,
  recording_key BLOB    NOT NULL UNIQUE CHECK (length(recording_key) = 16),
  call_key      BLOB    NOT NULL CHECK (length(call_key) = 16),
  provider_id   TEXT    NOT NULL,
  source        INTEGER NOT NULL, -- 0 voicemail, 1 conversation
  seconds       INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  attachment    INTEGER REFERENCES attachment (row),
  deleted_there INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX recording_of_call ON recording (call_key, at);
CREATE INDEX recording_of_file ON recording (attachment) WHERE attachment IS NOT NULL;

CREATE TABLE transcript (
  recording_key BLOB PRIMARY KEY NOT NULL CHECK (length(recording_key) = 16),
  provider_id   TEXT NOT NULL,
  lines         TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;

-- A file: at the provider, here as a sealed file with its own key, or both.
CREATE TABLE attachment (
  row             INTEGER PRIMARY KEY,
  id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  account         INTEGER NOT NULL REFERENCES account (row),
  item            INTEGER REFERENCES item (pos), -- NULL: a draft's file, or a recording whose call is not here yet
  ordinal         INTEGER NOT NULL,
  kind            INTEGER NOT NULL,
  mime            TEXT, -- claimed until it is here, then from its bytes
  file_name       TEXT,
  size            INTEGER, -- bytes
  remote          TEXT, -- JSON of the provider's reference
  available_until INTEGER,
  state           INTEGER NOT NULL, -- 0 waiting, 1 retrying, 2 here, 3 gone, 4 not kept
  tries           INTEGER NOT NULL DEFAULT 0,
  due_at          INTEGER, -- next attempt to fetch it
  why             TEXT, -- failure kind of the last attempt
  width           INTEGER,
  height          INTEGER,
  seconds         INTEGER,
  waveform        BLOB,
  sealed_name     BLOB CHECK (length(sealed_name) = 16),
  sealed_key      BLOB CHECK (length(sealed_key) = 32),
  sealed_len      INTEGER, -- plain bytes
  thumb_name      BLOB CHECK (length(thumb_name) = 16),
  thumb_key       BLOB CHECK (length(thumb_key) = 32),
  thumb_len       INTEGER,
  thumb_mime      TEXT
) STRICT;
CREATE INDEX attachment_of_item ON attachment (item, ordinal) WHERE item IS NOT NULL;
CREATE INDEX attachment_due     ON attachment (due_at)        WHERE due_at IS NOT NULL;
CREATE INDEX attachment_sealed  ON attachment (sealed_name)   WHERE sealed_name IS NOT NULL;

CREATE TABLE draft (
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  staff        INTEGER NOT NULL REFERENCES staff (row),
  reply        TEXT    NOT NULL,
  note         TEXT    NOT NULL,
  quote        BLOB CHECK (length(quote) = 16), -- id of the message being answered
  changed_at   INTEGER NOT NULL,
  PRIMARY KEY (conversation, staff)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_file (
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  staff        INTEGER NOT NULL REFERENCES staff (row),
  attachment   INTEGER NOT NULL UNIQUE REFERENCES attachment (row),
  PRIMARY KEY (conversation, staff, attachment)
) STRICT, WITHOUT ROWID;

-- Every message we owe a patient. Row order is the order of sending within a conversation.
CREATE TABLE outbox (
  row          INTEGER PRIMARY KEY AUTOINCREMENT,
  id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  press        TEXT    NOT NULL UNIQUE,
  item         INTEGER NOT NULL UNIQUE REFERENCES item (pos),
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  account      INTEGER NOT NULL REFERENCES account (row),
  state        INTEGER NOT NULL,
  attempt      INTEGER NOT NULL DEFAULT 0,
  not_before   INTEGER NOT NULL,
  undo_until   INTEGER NOT NULL,
  lease_until  INTEGER,
  attempted_at INTEGER,
  check_at     INTEGER, -- unknown: when to look for it next
  checks       INTEGER NOT NULL DEFAULT 0,
  why          TEXT, -- JSON: reason for parking or for the last delay
  code         INTEGER,
  subcode      INTEGER,
  template     TEXT, -- JSON: id and values of a template
  created_at   INTEGER NOT NULL,
  changed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due     ON outbox (not_before, row)   WHERE state = 0;
CREATE INDEX outbox_line    ON outbox (conversation, row) WHERE state IN (0, 1, 3);
CREATE INDEX outbox_account ON outbox (account, row)      WHERE state IN (0, 1, 3, 4);
CREATE INDEX outbox_sending ON outbox (lease_until)       WHERE state = 1;
CREATE INDEX outbox_unknown ON outbox (check_at)          WHERE state = 3;

-- People by name: one entry per patient and per identity, so that both can be found as you type.
CREATE TABLE name_entry (
  row      INTEGER PRIMARY KEY,
  patient  INTEGER UNIQUE REFERENCES patient (row),
  identity INTEGER UNIQUE REFERENCES identity (row),
  words    TEXT NOT NULL,
  CHECK ((patient IS NULL) <> (identity IS NULL))
) STRICT;
CREATE VIEW name_words AS SELECT row, fold(words) AS text FROM name_entry;
CREATE VIRTUAL TABLE names USING fts5 (
  text,
  content = 'name_words', content_rowid = 'row', columnsize = 0, detail = 'none',
  tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO names (names, rank) VALUES ('secure-delete', 1);
INSERT INTO names (names, rank) VALUES ('pgsz', 3900);
CREATE TRIGGER name_entry_added AFTER INSERT ON name_entry BEGIN
  INSERT INTO names (rowid, text) VALUES (new.row, fold(new.words));
END;
CREATE TRIGGER name_entry_removed AFTER DELETE ON name_entry BEGIN
  INSERT INTO names (names, rowid, text) VALUES ('delete', old.row, fold(old.words));
END;
CREATE TRIGGER name_entry_changed AFTER UPDATE OF words ON name_entry WHEN old.words <> new.words BEGIN
  INSERT INTO names (names, rowid, text) VALUES ('delete', old.row, fold(old.words));
  INSERT INTO names (rowid, text) VALUES (new.row, fold(new.words));
END;

-- Every tail of a telephone number that is at least four digits long: any run of 4+ digits of a number is the
-- beginning of one of its tails, so "900142" is found by a range on the primary key.
CREATE TABLE number_tail (
  tail     TEXT    NOT NULL,
  identity INTEGER NOT NULL REFERENCES identity (row),
  PRIMARY KEY (tail, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_tail_of ON number_tail (identity);

-- What staff did. Each entry carries the hash of everything before it; ids only as keyed hashes, no content.
CREATE TABLE audit (
  seq     INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  action  TEXT    NOT NULL,
  actor   BLOB CHECK (length(actor) = 16),
  subject BLOB CHECK (length(subject) = 16),
  reason  TEXT    NOT NULL,
  hash    BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Reserved for erasure: keyed hashes of identifiers whose past must not come back.
CREATE TABLE tombstone (
  mac       BLOB PRIMARY KEY NOT NULL CHECK (length(mac) = 32),
  erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
