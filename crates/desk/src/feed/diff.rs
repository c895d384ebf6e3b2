//! From the list the window has to the list it should have, as few patches as is simple. Pure.
//!
//! Holds: applying the patches in order to the old list gives the new one; an unchanged list gives none.

use std::collections::{HashMap, HashSet};

use crate::views::{InboxRow, RowPatch, TimelineItem};

/// The patches that lead from `old` to `new`.
pub fn row_patches(old: &[InboxRow], new: &[InboxRow]) -> Vec<RowPatch> {
    let goal: HashMap<&str, usize> = new.iter().enumerate().map(|(at, row)| (row.id.as_str(), at)).collect();
    let (kept, gone): (Vec<&InboxRow>, Vec<&InboxRow>) =
        old.iter().partition(|row| goal.contains_key(row.id.as_str()));
    let mut patches: Vec<RowPatch> =
        gone.into_iter().map(|row| RowPatch::Remove { id: row.id.clone() }).collect();
    let mut list = kept;
    let mut pushed = HashSet::new();
    let mut at = 0;
    // Every step either settles place `at` for good or pushes a row down that was not pushed before, so it ends.
    while at < new.len() {
        let wanted = &new[at];
        match list.get(at) {
            Some(here) if here.id == wanted.id => {
                if *here != wanted {
                    patches.push(put(at, wanted));
                    list[at] = wanted;
                }
                at += 1;
            }
            Some(here) => {
                let from = list.iter().position(|row| row.id == wanted.id);
                let down = goal[here.id.as_str()];
                // One row that sank looks like many that rose: move the one.
                if from == Some(at + 1) && down > at + 1 && down < list.len() && pushed.insert(&here.id) {
                    patches.push(put(down, &new[down]));
                    list.remove(at);
                    list.insert(down, &new[down]);
                    continue;
                }
                if let Some(from) = from {
                    list.remove(from);
                }
                patches.push(put(at, wanted));
                list.insert(at, wanted);
                at += 1;
            }
            None => {
                patches.push(put(at, wanted));
                list.push(wanted);
                at += 1;
            }
        }
    }
    patches
}

fn put(at: usize, row: &InboxRow) -> RowPatch {
    RowPatch::Put { at: u32::try_from(at).unwrap_or(u32::MAX), row: Box::new(row.clone()) }
}

/// What the window does with a patch; the tests and the command line use it.
pub fn apply(rows: &mut Vec<InboxRow>, patch: RowPatch) {
    match patch {
        RowPatch::Put { at, row } => {
            rows.retain(|known| known.id != row.id);
            let at = usize::try_from(at).unwrap_or(usize::MAX).min(rows.len());
            rows.insert(at, *row);
        }
        RowPatch::Remove { id } => rows.retain(|known| known.id != id),
    }
}

/// Items to put and ids of items that are gone.
pub fn timeline_change(old: &[TimelineItem], new: &[TimelineItem]) -> (Vec<TimelineItem>, Vec<String>) {
    let before: HashMap<&str, &TimelineItem> = old.iter().map(|item| (item.id.as_str(), item)).collect();
    let after: HashSet<&str> = new.iter().map(|item| item.id.as_str()).collect();
    let put = new.iter().filter(|item| before.get(item.id.as_str()) != Some(item)).cloned().collect();
    let gone =
        old.iter().filter(|item| !after.contains(item.id.as_str())).map(|item| item.id.clone()).collect();
    (put, gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::UtcMillis;
    use proptest::prelude::*;

    fn row(id: u8, last_at: i64) -> InboxRow {
        InboxRow { last_at: UtcMillis(last_at), ..InboxRow::with_id(id) }
    }

    fn rows(ids: &[u8]) -> Vec<InboxRow> {
        ids.iter().map(|&id| row(id, 0)).collect()
    }

    /// A list of different rows, some of them changed in content.
    fn any_list() -> impl Strategy<Value = Vec<InboxRow>> {
        let ids = prop::sample::subsequence((0u8..24).collect::<Vec<_>>(), 0..20).prop_shuffle();
        (ids, prop::collection::vec(0i64..2, 24))
            .prop_map(|(ids, at)| ids.into_iter().map(|id| row(id, at[usize::from(id)])).collect())
    }

    proptest! {
        #[test]
        fn patches_lead_from_any_list_to_any_other(old in any_list(), new in any_list()) {
            let mut list = old.clone();
            row_patches(&old, &new).into_iter().for_each(|patch| apply(&mut list, patch));
            prop_assert_eq!(&list, &new);
            prop_assert!(row_patches(&new, &new).is_empty());
        }
    }

    #[test]
    fn one_row_that_moves_is_one_patch() {
        let old = rows(&[1, 2, 3, 4, 5]);
        assert_eq!(row_patches(&old, &rows(&[4, 1, 2, 3, 5])).len(), 1, "a patient writes: up");
        assert_eq!(row_patches(&old, &rows(&[2, 3, 4, 5, 1])).len(), 1, "a later wait: down");
        assert_eq!(row_patches(&old, &rows(&[1, 3, 4, 5])).len(), 1, "marked done: gone");
        assert_eq!(row_patches(&old, &rows(&[9, 1, 2, 3, 4, 5])).len(), 1, "somebody new");
    }
}
