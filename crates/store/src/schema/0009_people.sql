-- Patients: what else staff write down, joining and taking apart, numbers that several people share, consent, import.
--
-- Codes used below
--   contact.kind  0 telephone, 1 e-mail, 2 postal address, 3 other
--   consent.what  0 reminders, 1 offers and news, 2 call recording
--   consent.says  0 yes, 1 no, 2 ask each time
--   link.how      2 by joining two patients, 3 by an import
--   link.checked_how  0 date of birth, 1 a document, 2 known in person, 3 called back

ALTER TABLE patient ADD COLUMN preferred_name    TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN guardian_name     TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN guardian_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN guardian_phone    TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN guardian_patient  INTEGER REFERENCES patient (row);
ALTER TABLE patient ADD COLUMN merged_into       INTEGER REFERENCES patient (row); -- joined with this one: not listed
ALTER TABLE patient ADD COLUMN import            INTEGER REFERENCES import (row); -- made by this import
ALTER TABLE patient ADD COLUMN edited            INTEGER NOT NULL DEFAULT 0; -- somebody changed it since it was made
-- By name, and, where two have the same name, by date of birth.
CREATE INDEX patient_list    ON patient (name_folded, row)        WHERE merged_into IS NULL;
CREATE INDEX patient_by_birth ON patient (birth_date, name_folded) WHERE birth_date IS NOT NULL;
CREATE INDEX patient_merged  ON patient (merged_into)             WHERE merged_into IS NOT NULL;
CREATE INDEX patient_import  ON patient (import, row)             WHERE import IS NOT NULL;
CREATE INDEX patient_guardian ON patient (guardian_patient)       WHERE guardian_patient IS NOT NULL;

-- How an identity was checked, and which statement a link goes on from (joining and taking apart end one link and begin
-- another that says the same).
ALTER TABLE link ADD COLUMN checked_how INTEGER;
ALTER TABLE link ADD COLUMN checked_at  INTEGER;
ALTER TABLE link ADD COLUMN checked_by  INTEGER REFERENCES staff (row);
ALTER TABLE link ADD COLUMN goes_on     INTEGER REFERENCES link (row);
CREATE INDEX link_goes_on ON link (goes_on) WHERE goes_on IS NOT NULL;

-- How many patients share the identity; then `patient` is NULL whatever links are open.
ALTER TABLE identity ADD COLUMN shared_by INTEGER NOT NULL DEFAULT 0;

-- Who set an opt-out by hand; NULL when the person or the provider said so.
ALTER TABLE opt_out ADD COLUMN by_staff INTEGER REFERENCES staff (row);

-- Two patients were one. What staff chose is kept field by field, so that it can be taken back field by field.
CREATE TABLE merge (
  row      INTEGER PRIMARY KEY,
  id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  kept     INTEGER NOT NULL REFERENCES patient (row),
  gone     INTEGER NOT NULL REFERENCES patient (row),
  changed  TEXT    NOT NULL, -- JSON: field, before, after
  by_staff INTEGER REFERENCES staff (row),
  at       INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER REFERENCES staff (row)
) STRICT;
CREATE UNIQUE INDEX merge_open ON merge (gone) WHERE ended_at IS NULL;
CREATE INDEX merge_of_kept ON merge (kept, row) WHERE ended_at IS NULL;

-- Which links a join moved: `link` is the new one.
CREATE TABLE merge_link (
  merge INTEGER NOT NULL REFERENCES merge (row),
  link  INTEGER NOT NULL REFERENCES link (row),
  PRIMARY KEY (merge, link)
) STRICT, WITHOUT ROWID;

-- How else somebody can be reached. A join copies those of the patient that goes; `merge` says which are copies.
CREATE TABLE contact (
  row     INTEGER PRIMARY KEY,
  id      BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  patient INTEGER NOT NULL REFERENCES patient (row),
  kind    INTEGER NOT NULL,
  value   TEXT    NOT NULL, -- as staff wrote it
  key     TEXT, -- 'n:+44…' or 'e:…' to compare by; NULL when it cannot be compared
  merge   INTEGER REFERENCES merge (row)
) STRICT;
CREATE INDEX contact_of_patient ON contact (patient, row);
CREATE INDEX contact_by_key     ON contact (key, patient) WHERE key IS NOT NULL;
CREATE INDEX contact_of_merge   ON contact (merge)        WHERE merge IS NOT NULL;
-- As `number_tail`, for numbers that staff wrote down.
CREATE TABLE contact_tail (
  tail    TEXT    NOT NULL,
  contact INTEGER NOT NULL REFERENCES contact (row),
  PRIMARY KEY (tail, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tail_of ON contact_tail (contact);

-- Every statement about consent, the last one counts.
CREATE TABLE consent (
  row      INTEGER PRIMARY KEY,
  patient  INTEGER NOT NULL REFERENCES patient (row),
  what     INTEGER NOT NULL,
  channel  INTEGER, -- NULL: on every channel
  says     INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  by_staff INTEGER REFERENCES staff (row),
  merge    INTEGER REFERENCES merge (row) -- copied by this join
) STRICT;
CREATE INDEX consent_of_patient ON consent (patient, at, row);
CREATE INDEX consent_of_merge   ON consent (merge) WHERE merge IS NOT NULL;

-- Two patients that could be one; kept up to date with every change of either. `a` < `b`.
CREATE TABLE twin (
  row   INTEGER PRIMARY KEY,
  a     INTEGER NOT NULL REFERENCES patient (row),
  b     INTEGER NOT NULL REFERENCES patient (row),
  signs INTEGER NOT NULL, -- bits: 1 number, 2 e-mail, 4 name and date of birth, 8 name and end of a number
  UNIQUE (a, b)
) STRICT;
CREATE INDEX twin_b ON twin (b);
-- Said by a person: they are two.
CREATE TABLE not_same (
  a        INTEGER NOT NULL REFERENCES patient (row),
  b        INTEGER NOT NULL REFERENCES patient (row),
  by_staff INTEGER REFERENCES staff (row),
  at       INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_same_b ON not_same (b);

-- Who shares an identity: what staff said, and what follows from it and from everybody's numbers.
CREATE TABLE shared_said (
  identity  INTEGER NOT NULL REFERENCES identity (row),
  patient   INTEGER NOT NULL REFERENCES patient (row),
  is_member INTEGER NOT NULL,
  by_staff  INTEGER REFERENCES staff (row),
  at        INTEGER NOT NULL,
  PRIMARY KEY (identity, patient)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_said_of ON shared_said (patient);
CREATE TABLE shared_identity (
  identity INTEGER NOT NULL REFERENCES identity (row),
  patient  INTEGER NOT NULL REFERENCES patient (row),
  PRIMARY KEY (identity, patient)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_identity_of ON shared_identity (patient, identity);

-- Who of them writes, from a place on. The last row with a place counts; ended rows were taken back.
CREATE TABLE writer (
  row          INTEGER PRIMARY KEY,
  id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  conversation INTEGER NOT NULL REFERENCES conversation (row),
  from_pos     INTEGER NOT NULL,
  seen_to      INTEGER NOT NULL, -- the newest item when it was said
  patient      INTEGER NOT NULL REFERENCES patient (row),
  by_staff     INTEGER REFERENCES staff (row),
  at           INTEGER NOT NULL,
  ended_at     INTEGER
) STRICT;
CREATE INDEX writer_in ON writer (conversation, from_pos, row) WHERE ended_at IS NULL;

-- One import of contacts, which can be undone as one.
CREATE TABLE import (
  row       INTEGER PRIMARY KEY,
  id        BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  by_staff  INTEGER REFERENCES staff (row),
  at        INTEGER NOT NULL,
  made      INTEGER NOT NULL DEFAULT 0,
  undone_at INTEGER,
  removed   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Files of a patient over all channels, newest first: the place of an item is its time.
CREATE INDEX item_with_files ON item (conversation, pos) WHERE listed = 1 AND files > 0;
