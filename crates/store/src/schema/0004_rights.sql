-- The rights that the provider showed when the account was connected. Of an account that is here already nobody kept them;
-- the next sign-in does.
ALTER TABLE account ADD COLUMN grants TEXT NOT NULL DEFAULT '[]'; -- JSON list

-- Traffic while a credential was only tried: there was no account yet that it could be counted to.
CREATE TABLE connecting_use (
  host     TEXT    NOT NULL,
  day      TEXT    NOT NULL, -- YYYY-MM-DD
  sent     INTEGER NOT NULL,
  received INTEGER NOT NULL,
  PRIMARY KEY (day, host)
) STRICT, WITHOUT ROWID;
