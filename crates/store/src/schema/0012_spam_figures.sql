-- What is spam counts in no figure.
--
-- Marking a conversation, or taking the mark away, has every counted day counted again in which it has anything; waits
-- belong to the day of their answer, so they follow. Nothing else has to think of it.
CREATE TRIGGER figure_spam_changed AFTER UPDATE OF spam ON conversation WHEN new.spam <> old.spam
BEGIN
  UPDATE figure_day SET state = 2
  WHERE state < 2 AND EXISTS (
    SELECT 1 FROM item i
    WHERE i.conversation = new.row AND i.listed = 1 AND i.pos >= figure_day.from_pos AND i.pos < figure_day.to_pos);
END;
