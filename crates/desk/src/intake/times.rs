//! A provider's times, kept within what can be true.
//!
//! Holds: nothing that is taken in lies before 1970 or more than a day after our clock. A message dated 2099 would keep
//! its conversation on top of the list, and the reply window open, until then; the day leaves room for a computer whose
//! clock is behind. The thing itself comes in, whatever its time says.
//! Refused: leaving out what has an impossible time (the patient did write it).

use anteroom_model::{Batch, InboundEvent, Reaction, later};
use jiff::{SignedDuration, Timestamp};

/// How far after our clock a provider's time may lie.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// Moves every time that cannot be true to the nearest that can.
pub(super) fn put_right(batch: &mut Batch, now: Timestamp) {
    let latest = later(now, AHEAD);
    let right = |at: &mut Timestamp| *at = (*at).min(latest).max(Timestamp::UNIX_EPOCH);
    let maybe_right = |at: &mut Option<Timestamp>| at.iter_mut().for_each(right);
    let reaction = |reaction: &mut Reaction| maybe_right(&mut reaction.at);
    for event in &mut batch.events {
        match event {
            InboundEvent::Message(message) => {
                right(&mut message.at);
                message.reactions.iter_mut().for_each(reaction);
            }
            InboundEvent::Status(update) => right(&mut update.at),
            InboundEvent::Reaction(one) => reaction(one),
            InboundEvent::Unsend(unsend) => maybe_right(&mut unsend.at),
            InboundEvent::Call(call) => right(&mut call.started_at),
            InboundEvent::Recording(recording) => right(&mut recording.at),
            InboundEvent::Transcript(_) => {}
        }
    }
    batch.gaps.iter_mut().for_each(|gap| right(&mut gap.before));
}
