-- Instagram lets a person answer for 7 days instead of 24 h if Meta approved that for the practice's app. Nobody has said
-- so yet of an account that is here.
ALTER TABLE account ADD COLUMN human_agent INTEGER NOT NULL DEFAULT 0;

-- When the provider deleted its copy of a sound. Of what was deleted before this step only that it was is known: the
-- audit chain has the time, but names its subjects by keyed hash.
ALTER TABLE recording ADD COLUMN deleted_there_at INTEGER;
