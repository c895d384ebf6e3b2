//! Marks a day to be counted again when a new item lands in its counted part.
//!
//! Holds: what the triggers of the schema do for items that change, with the same statements, done here for new ones.
//! Refused: a trigger for these too. SQLite takes an INSERT whose trigger writes as something to be undone by itself, and
//! writes the full-text index down before each: a poll of fifty messages would be fifty segments.

use rusqlite::params;

use crate::{Position, Result, WriteTx};

impl WriteTx<'_> {
    /// A new item stands at `pos`. Nearly always that is behind everything that is counted, which costs one look.
    pub(in crate::tables) fn count_figures_again(&mut self, conversation: i64, pos: Position) -> Result<()> {
        let counted: Option<Position> =
            self.value("SELECT to_pos FROM figure_day ORDER BY from_pos DESC LIMIT 1", [])?;
        if counted.is_none_or(|counted| pos >= counted) {
            return Ok(());
        }
        self.execute(
            "UPDATE figure_day SET state = 2
             WHERE from_pos = (SELECT from_pos FROM figure_day WHERE from_pos <= ?1 ORDER BY from_pos DESC LIMIT 1)
               AND state < 2 AND ?1 < to_pos",
            [pos],
        )?;
        self.execute(
            "INSERT INTO figure_late (conversation, from_pos, marks) VALUES (?1, ?2, 1)
             ON CONFLICT (conversation) DO UPDATE SET from_pos = min(from_pos, excluded.from_pos), marks = marks + 1",
            params![conversation, pos],
        )?;
        Ok(())
    }
}
