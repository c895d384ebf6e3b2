-- When the first attempt began of which nobody knows whether it left. Stays when a person has the message sent again: the
-- provider may still list that attempt.
ALTER TABLE outbox ADD COLUMN unclear_since INTEGER;
UPDATE outbox SET unclear_since = attempted_at WHERE state = 3 OR (state = 4 AND why LIKE '%"not_sent"%');
