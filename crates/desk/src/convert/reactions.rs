//! Reactions to a message: those that stand, and what is wanted of ours.

use anteroom_model::{Phi, same_emoji};
use anteroom_store::{ReactingRow, ReactionRow};

use super::delivery::{Around, parked, waits_for};
use crate::views::{ReactionState, ReactionView};

/// What stands, and the wish that does not stand yet.
pub(super) fn reactions(
    rows: Vec<ReactionRow>,
    wish: Option<ReactingRow>,
    around: &Around<'_>,
) -> Vec<ReactionView> {
    let mut shown: Vec<ReactionView> = rows
        .into_iter()
        .map(|row| ReactionView {
            emoji: row.emoji.into_inner(),
            ours: row.ours,
            by: around.staff_name(row.staff),
            state: ReactionState::There,
        })
        .collect();
    let Some(wish) = wish else { return shown };
    let (leaving, by) = (wish.emoji.is_none(), around.staff_name(Some(wish.staff)));
    let state = if wish.stopped {
        ReactionState::Stopped { why: parked(wish.why), leaving, unclear: wish.unclear }
    } else if leaving {
        ReactionState::Leaving { waits_for: waits_for(wish.why, around) }
    } else {
        ReactionState::Going { waits_for: waits_for(wish.why, around) }
    };
    let stands = shown.iter_mut().find(|one| {
        one.ours && wish.emoji.as_ref().is_none_or(|emoji| same_emoji(emoji.reveal(), &one.emoji))
    });
    match (stands, wish.emoji.or(wish.before)) {
        (Some(stands), _) => (stands.state, stands.by) = (state, by),
        (None, Some(emoji)) => {
            shown.push(ReactionView { emoji: Phi::into_inner(emoji), ours: true, by, state });
        }
        // Nothing of ours stands as far as anybody knows, and nothing is to.
        (None, None) => {}
    }
    shown
}
