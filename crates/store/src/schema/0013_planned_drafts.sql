-- When a draft is to leave once it is sent: a scheduled reply that was taken back to be edited keeps its time.
ALTER TABLE draft ADD COLUMN later_at     INTEGER;
ALTER TABLE draft ADD COLUMN later_unless INTEGER NOT NULL DEFAULT 0; -- not if the patient writes before
