//! Applying what a provider says twice, or in another order, ends in the same state.

use std::collections::BTreeMap;

use anteroom_model::{
    AccountId, ConversationId, DeliveryStatus, InboundEvent, InboundMessage, Reaction, StatusUpdate, Unsend,
};
use proptest::prelude::*;

use crate::fixture::{Clinic, connect, conversation, echo, inbound, minutes, nine};
use crate::{ConversationRow, ItemRow, Preview, Result, WriteTx};

fn apply(tx: &mut WriteTx<'_>, account: AccountId, to: ConversationId, event: &InboundEvent) -> Result<()> {
    match event {
        InboundEvent::Message(message) => tx.insert_inbound(account, to, message).map(drop),
        InboundEvent::Status(update) => tx.apply_status(account, update).map(drop),
        InboundEvent::Reaction(reaction) => tx.apply_reaction(account, reaction, false).map(drop),
        InboundEvent::Unsend(unsend) => tx.take_back(account, unsend).map(drop),
        _ => Ok(()),
    }
}

/// Messages of a day, and news about some of them; the n-th message is named `m<n>`.
fn events() -> impl Strategy<Value = Vec<InboundEvent>> {
    let statuses =
        prop_oneof![Just(DeliveryStatus::Sent), Just(DeliveryStatus::Delivered), Just(DeliveryStatus::Read),];
    let news = prop_oneof![
        3 => (0usize..8, statuses).prop_map(|(n, status)| InboundEvent::Status(StatusUpdate {
            provider_id: format!("m{n}"), status, at: nine(), code: None, is_last: false,
        })),
        2 => (0usize..8, prop::option::of("[a-c]"), 0i64..50).prop_map(|(n, emoji, at)| InboundEvent::Reaction(Reaction {
            target: format!("m{n}"), by: "9001".into(), emoji: emoji.map(Into::into), at: Some(nine() + minutes(at)),
        })),
        1 => (0usize..8).prop_map(|n| InboundEvent::Unsend(Unsend { target: format!("m{n}"), at: None })),
    ];
    (prop::collection::vec(any::<bool>(), 1..8), prop::collection::vec(news, 0..12)).prop_map(
        |(ours, news)| {
            let message = |(n, ours): (usize, bool)| -> InboundMessage {
                let (id, at) = (format!("m{n}"), nine() + minutes(i64::try_from(n).unwrap()));
                if ours {
                    echo(&id, at, &format!("answer {n}"))
                } else {
                    inbound(&id, at, &format!("question {n}"))
                }
            };
            let messages = ours.into_iter().enumerate().map(message).map(InboundEvent::Message);
            // Two reactions of one instant have no order; the first one is kept.
            let mut instants = BTreeMap::new();
            let news = news.into_iter().filter(move |event| match event {
                InboundEvent::Reaction(reaction) => {
                    instants.insert((reaction.target.clone(), reaction.at), ()).is_none()
                }
                _ => true,
            });
            messages.chain(news.collect::<Vec<_>>()).collect()
        },
    )
}

type Shown = (String, String, bool, Option<DeliveryStatus>, Vec<String>, i64);

/// Everything that a person could see of a conversation.
fn shown(clinic: &Clinic, id: ConversationId) -> (Vec<Shown>, ConversationRow) {
    let items = clinic
        .read(|tx| tx.timeline(id, None, 100))
        .items
        .into_iter()
        .map(|item| {
            let ItemRow::Message(message) = item else { panic!("only messages") };
            (
                message.provider_id.unwrap(),
                message.content.text().unwrap_or_default().to_owned(),
                message.taken_back,
                message.status,
                message.reactions.into_iter().map(|reaction| reaction.emoji.into_inner()).collect(),
                message.position.at().as_millisecond(),
            )
        })
        .collect();
    (items, clinic.row(id))
}

fn as_seen(row: &ConversationRow) -> (Option<jiff::Timestamp>, bool, u32, Option<jiff::Timestamp>, &Preview) {
    (row.waiting_since(), row.unopened, row.not_sent, row.last_inbound_at, &row.preview)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn order_and_repetition_do_not_matter(events in events(), seed in any::<u64>(), repeats in prop::collection::vec(0usize..20, 0..10)) {
        let clinic = Clinic::new();
        let other = clinic.write(|tx| connect(tx, "178400002"));
        let straight = clinic.with("9001");
        let shuffled = clinic.write(move |tx| conversation(tx, other, anteroom_model::ChannelKind::Instagram, "9001"));
        let account = clinic.account;
        let mut mixed = events.clone();
        mixed.extend(repeats.iter().map(|n| events[n % events.len()].clone()));
        let mut state = seed;
        for at in (1..mixed.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            mixed.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        for event in events {
            clinic.write(move |tx| apply(tx, account, straight, &event));
        }
        clinic.write(move |tx| mixed.iter().try_for_each(|event| apply(tx, other, shuffled, event)));
        let (expected, row) = shown(&clinic, straight);
        let (found, other_row) = shown(&clinic, shuffled);
        prop_assert_eq!(expected, found);
        prop_assert_eq!(as_seen(&row), as_seen(&other_row));
    }

    /// In whatever order reports come, a status never moves backwards.
    #[test]
    fn statuses_never_move_backwards(reports in prop::collection::vec(0usize..8, 1..12)) {
        use DeliveryStatus::{Accepted, Delivered, Failed, Queued, Read, Sending, Sent, Unknown};
        let all = [Queued, Sending, Unknown, Accepted, Sent, Delivered, Read, Failed];
        let clinic = Clinic::new();
        let (mara, account) = (clinic.with("9001"), clinic.account);
        clinic.answered_elsewhere(mara, "m1", nine(), "Hello");
        let mut before = Accepted;
        for report in reports {
            let update = StatusUpdate { provider_id: "m1".into(), status: all[report], at: nine(), code: None, is_last: false };
            clinic.write(move |tx| tx.apply_status(account, &update));
            let now = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap().status.unwrap();
            prop_assert_eq!(now, before.advance(all[report]));
            prop_assert!(now >= before || before == Failed);
            before = now;
        }
    }
}
