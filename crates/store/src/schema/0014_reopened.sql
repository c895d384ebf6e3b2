-- A conversation that is opened again falls back to what was marked done before the newest question: every "done" after
-- that goes, not only the newest, and the waits are looked at again from the first of them.
DROP TRIGGER figure_done_changed;
CREATE TRIGGER figure_done_changed AFTER UPDATE OF done_turn ON conversation WHEN new.done_turn <> old.done_turn
BEGIN
  DELETE FROM figure_done WHERE conversation = old.row AND turn > new.done_turn;
  INSERT INTO figure_done (conversation, turn) SELECT new.row, new.done_turn WHERE new.done_turn > old.done_turn
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_done_said AFTER INSERT ON figure_done
WHEN new.turn < (SELECT to_pos FROM figure_day ORDER BY from_pos DESC LIMIT 1)
BEGIN
  INSERT INTO figure_late (conversation, from_pos, marks) VALUES (new.conversation, new.turn, 1)
  ON CONFLICT (conversation) DO UPDATE SET from_pos = min(from_pos, excluded.from_pos), marks = marks + 1;
END;
CREATE TRIGGER figure_done_unsaid AFTER DELETE ON figure_done
WHEN old.turn < (SELECT to_pos FROM figure_day ORDER BY from_pos DESC LIMIT 1)
BEGIN
  INSERT INTO figure_late (conversation, from_pos, marks) VALUES (old.conversation, old.turn, 1)
  ON CONFLICT (conversation) DO UPDATE SET from_pos = min(from_pos, excluded.from_pos), marks = marks + 1;
END;
-- What opening again left behind before.
DELETE FROM figure_done WHERE turn > (SELECT c.done_turn FROM conversation c WHERE c.row = figure_done.conversation);
