//! Joining patients and taking apart again: whatever happened in between, everybody gets back what is theirs.

use std::collections::BTreeMap;

use anteroom_model::{ChannelKind, IdentityId, MergeId, PatientId, Query};
use proptest::prelude::*;

use crate::fixture::{Clinic, conversation, minutes, nine};
use crate::{
    CheckHow, ConsentSays, ConsentWhat, ContactKind, LinkHow, NewContact, PatientWords, StoreError, WhoSought,
};

pub(super) fn called(name: &str) -> PatientWords {
    PatientWords { name: name.into(), ..Default::default() }
}

pub(super) fn phone(number: &str) -> NewContact {
    NewContact { kind: ContactKind::Phone, value: number.into(), comparable: Some(number.into()) }
}

fn email(address: &str) -> NewContact {
    NewContact { kind: ContactKind::Email, value: address.into(), comparable: Some(address.into()) }
}

/// Everything that a card says, as text.
pub(super) fn card(clinic: &Clinic, patient: PatientId) -> String {
    clinic.read(|tx| {
        let row = tx.patient(patient)?.unwrap();
        let identities: Vec<_> = tx
            .identities_of(patient)?
            .into_iter()
            .map(|one| {
                let link =
                    tx.open_link(one.id).unwrap().map(|link| (link.how, link.by, link.at, link.checked));
                let names: Vec<_> = tx
                    .conversations_of(one.id)
                    .unwrap()
                    .into_iter()
                    .map(|row| (row.name.reveal().clone(), row.patient))
                    .collect();
                (one.id, link, names)
            })
            .collect();
        let contacts: Vec<_> = tx
            .contacts_of(patient)?
            .into_iter()
            .map(|one| (one.id, one.contact.value.into_inner()))
            .collect();
        let items: Vec<_> =
            tx.person_timeline(patient, None, 50)?.items.iter().map(|one| one.item.position()).collect();
        Ok(format!(
            "{:?} {:?} {:?} {identities:?} {contacts:?} {:?} {items:?}",
            row.words.name.reveal(),
            row.words.desk_note.reveal(),
            row.merged_into,
            tx.consents_of(patient)?
        ))
    })
}

/// Two patients with an identity each, a message each, a contact and a consent each.
fn two(clinic: &Clinic) -> [(PatientId, IdentityId); 2] {
    let ana = clinic.ana;
    let mut made = Vec::new();
    for (n, (handle, name)) in [("9001", "Rosa Mendes"), ("9002", "R. Mendes")].into_iter().enumerate() {
        let talk = clinic.with(handle);
        clinic.patient_writes(talk, handle, nine() + minutes(n as i64), name);
        let identity = clinic.row(talk).identity;
        made.push(clinic.write(move |tx| {
            let patient = tx.create_patient(&called(name))?;
            let link = tx.link(identity, patient, LinkHow::Staff, Some(ana))?;
            tx.check_link(link, Some(CheckHow::BirthDate), Some(ana))?;
            tx.set_contacts(patient, &[email(&format!("{handle}@post.example"))])?;
            tx.add_consent(patient, ConsentWhat::Reminders, None, ConsentSays::Yes, Some(ana))?;
            Ok((patient, identity))
        }));
    }
    [made[0], made[1]]
}

#[test]
fn after_taking_apart_both_cards_say_what_they_said() {
    let clinic = Clinic::new();
    let [(rosa, _), (other, other_identity)] = two(&clinic);
    let before = [card(&clinic, rosa), card(&clinic, other)];
    let (merge, ana) =
        (clinic.write(move |tx| tx.merge(rosa, other, &called("Rosa Mendes"), None)), clinic.ana);
    clinic.read(|tx| {
        assert_eq!(tx.identities_of(rosa)?.len(), 2);
        assert_eq!(tx.contacts_of(rosa)?.len(), 2);
        assert_eq!(tx.consents_of(rosa)?.len(), 2);
        assert_eq!(tx.person_timeline(rosa, None, 50)?.items.len(), 2, "history follows");
        assert_eq!(tx.standing(other)?, rosa);
        let merges = tx.merges_of(rosa)?;
        assert_eq!((merges.len(), merges[0].identities.clone()), (1, vec![other_identity]));
        let found = tx.search(&Query::parse("mendes"), 10, None)?;
        assert_eq!(found.people.len(), 1, "the one that went is nobody to be found");
        let list = tx.people(&WhoSought::Everybody, None, 50)?;
        assert_eq!(list.people.len(), 1);
        Ok(())
    });
    let refused = clinic.store.write_blocking(move |tx| tx.edit_patient(other, &called("Somebody")));
    assert!(matches!(refused, Err(StoreError::Conflict(_))), "nobody changes who is gone");
    clinic.write(move |tx| tx.unmerge(merge, Some(ana)));
    assert_eq!([card(&clinic, rosa), card(&clinic, other)], before);
    clinic.read(|tx| {
        assert_eq!(tx.people(&WhoSought::Everybody, None, 50)?.people.len(), 2);
        assert_eq!(tx.search(&Query::parse("mendes"), 10, None)?.people.len(), 2);
        Ok(())
    });
}

#[test]
fn what_came_after_the_join_stays_with_the_one_that_stayed() {
    let clinic = Clinic::new();
    let [(rosa, _), (other, _)] = two(&clinic);
    let later = clinic.with("9003");
    let later = clinic.row(later).identity;
    let chosen = PatientWords { name: "Rosa M.".into(), desk_note: "Chosen".into(), ..Default::default() };
    let merge = clinic.write(move |tx| tx.merge(rosa, other, &chosen, None));
    clinic.write(move |tx| {
        tx.link(later, rosa, LinkHow::Staff, None)?;
        let mut words = tx.patient(rosa)?.unwrap().words;
        words.desk_note = "Edited since".into();
        tx.edit_patient(rosa, &words)?;
        let mut contacts: Vec<_> = tx.contacts_of(rosa)?.into_iter().map(|one| one.contact).collect();
        contacts.push(email("later@post.example"));
        tx.set_contacts(rosa, &contacts)?;
        tx.unmerge(merge, None)
    });
    clinic.read(|tx| {
        let words = tx.patient(rosa)?.unwrap().words;
        assert_eq!(words.name.reveal(), "Rosa Mendes", "nobody touched the name since, so it goes back");
        assert_eq!(words.desk_note.reveal(), "Edited since");
        let contacts: Vec<_> =
            tx.contacts_of(rosa)?.into_iter().map(|one| one.contact.value.into_inner()).collect();
        assert_eq!(contacts, ["9001@post.example", "later@post.example"]);
        assert!(tx.identities_of(rosa)?.iter().any(|one| one.id == later));
        assert_eq!(tx.identities_of(other)?.len(), 1);
        Ok(())
    });
}

#[test]
fn an_address_that_was_taken_off_meanwhile_is_not_given_back() {
    let clinic = Clinic::new();
    let [(rosa, _), (other, identity)] = two(&clinic);
    let merge = clinic.write(move |tx| tx.merge(rosa, other, &called("Rosa"), None));
    clinic.write(move |tx| {
        let link = tx.open_link(identity)?.unwrap();
        tx.unlink(link.id, None)?;
        tx.unmerge(merge, None)
    });
    clinic.read(|tx| {
        assert!(tx.identities_of(other)?.is_empty(), "a person said that it is nobody's");
        Ok(())
    });
}

#[test]
fn of_two_joins_the_words_go_back_in_any_order() {
    for first in [0, 1] {
        let clinic = Clinic::new();
        let (merges, kept) = clinic.write(move |tx| {
            let kept = tx.create_patient(&called("A"))?;
            let (b, c) = (tx.create_patient(&called("B"))?, tx.create_patient(&called("C"))?);
            let merges = [tx.merge(kept, b, &called("B"), None)?, tx.merge(kept, c, &called("C"), None)?];
            Ok((merges, kept))
        });
        let (one, two) = (merges[first], merges[1 - first]);
        clinic.write(move |tx| tx.unmerge(one, None));
        let name = clinic.read(|tx| Ok(tx.patient(kept)?.unwrap().words.name.into_inner()));
        assert_eq!(name, ["C", "B"][first]);
        clinic.write(move |tx| tx.unmerge(two, None));
        let name = clinic.read(|tx| Ok(tx.patient(kept)?.unwrap().words.name.into_inner()));
        assert_eq!(name, "A");
    }
}

/// What a desk may do, by numbers that are taken modulo what there is.
#[derive(Clone, Debug)]
enum Act {
    Link(usize, usize),
    Unlink(usize),
    Merge(usize, usize),
    Unmerge(usize),
    Rename(usize, u8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..6usize, 0..5usize).prop_map(|(i, p)| Act::Link(i, p)),
        (0..6usize).prop_map(Act::Unlink),
        (0..5usize, 0..5usize).prop_map(|(a, b)| Act::Merge(a, b)),
        (0..8usize).prop_map(Act::Unmerge),
        (0..5usize, 0..9u8).prop_map(|(p, n)| Act::Rename(p, n)),
    ]
}

/// The same in plain words: whose an identity is and by which joins it came there.
#[derive(Default)]
struct Plain {
    owner: BTreeMap<usize, (usize, Vec<(usize, usize)>)>,
    into: BTreeMap<usize, usize>,
    /// Kept, gone, still joined.
    merges: Vec<(usize, usize, bool)>,
}

impl Plain {
    fn stands(&self, patient: usize) -> bool {
        !self.into.contains_key(&patient)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_everybody_gets_their_messages_back(acts in prop::collection::vec(act(), 1..30)) {
        let clinic = Clinic::new();
        let account = clinic.account;
        let (identities, talks, patients) = clinic.write(move |tx| {
            let mut identities = Vec::new();
            let mut talks = Vec::new();
            for n in 0..6 {
                let talk = conversation(tx, account, ChannelKind::Instagram, &format!("900{n}"))?;
                identities.push(tx.conversation(talk)?.unwrap().identity);
                talks.push(talk);
            }
            let patients = (0..5).map(|n| tx.create_patient(&called(&format!("P{n}")))).collect::<crate::Result<Vec<_>>>()?;
            Ok((identities, talks, patients))
        });
        for (n, talk) in talks.iter().enumerate() {
            clinic.patient_writes(*talk, &format!("m{n}"), nine() + minutes(n as i64), "Hello");
        }
        let mut plain = Plain::default();
        let mut merges: Vec<MergeId> = Vec::new();
        for act in acts {
            match act {
                Act::Link(i, p) => {
                    let (identity, patient) = (identities[i], patients[p]);
                    let done = clinic.store.write_blocking(move |tx| tx.link(identity, patient, LinkHow::Staff, None));
                    let may = plain.stands(p) && !plain.owner.contains_key(&i);
                    prop_assert_eq!(done.is_ok(), may);
                    if may { plain.owner.insert(i, (p, Vec::new())); }
                }
                Act::Unlink(i) => {
                    let identity = identities[i];
                    clinic.write(move |tx| match tx.open_link(identity)? {
                        Some(link) => tx.unlink(link.id, None),
                        None => Ok(()),
                    });
                    plain.owner.remove(&i);
                }
                Act::Merge(k, g) => {
                    let (kept, gone) = (patients[k], patients[g]);
                    let done = clinic.store.write_blocking(move |tx| {
                        let words = tx.patient(gone)?.unwrap().words;
                        tx.merge(kept, gone, &words, None)
                    });
                    let may = k != g && plain.stands(k) && plain.stands(g);
                    prop_assert_eq!(done.is_ok(), may);
                    if let Ok(id) = done {
                        for (owner, came) in plain.owner.values_mut() {
                            if *owner == g {
                                came.push((plain.merges.len(), g));
                                *owner = k;
                            }
                        }
                        plain.into.insert(g, k);
                        plain.merges.push((k, g, true));
                        merges.push(id);
                    }
                }
                Act::Unmerge(m) if !merges.is_empty() => {
                    let m = m % merges.len();
                    let id = merges[m];
                    let done = clinic.store.write_blocking(move |tx| tx.unmerge(id, None));
                    let (kept, gone, joined) = plain.merges[m];
                    let may = joined && plain.stands(kept);
                    prop_assert_eq!(done.is_ok(), may);
                    if may {
                        plain.merges[m].2 = false;
                        plain.into.remove(&gone);
                        for (owner, came) in plain.owner.values_mut() {
                            if *owner == kept && came.last() == Some(&(m, gone)) {
                                came.pop();
                                *owner = gone;
                            }
                        }
                    }
                }
                Act::Unmerge(_) => {}
                Act::Rename(p, n) => {
                    let (patient, words) = (patients[p], called(&format!("N{n}")));
                    let done = clinic.store.write_blocking(move |tx| tx.edit_patient(patient, &words));
                    prop_assert_eq!(done.is_ok(), plain.stands(p));
                }
            }
            for (p, patient) in patients.iter().enumerate() {
                let expected: Vec<_> = (0..6).filter(|i| plain.owner.get(i).is_some_and(|(owner, _)| *owner == p)).collect();
                let has = clinic.read(|tx| tx.identities_of(*patient));
                let has: Vec<_> = has.iter().map(|one| identities.iter().position(|id| *id == one.id).unwrap()).collect();
                prop_assert_eq!(&has, &expected);
                let (items, name) = clinic.read(|tx| {
                    Ok((tx.person_timeline(*patient, None, 50)?.items, tx.patient(*patient)?.unwrap().words.name))
                });
                let mut from: Vec<_> = items.iter().map(|one| talks.iter().position(|talk| *talk == one.conversation).unwrap()).collect();
                from.sort_unstable();
                prop_assert_eq!(&from, &expected, "each message is with whom it belongs to");
                for i in expected {
                    prop_assert_eq!(clinic.row(talks[i]).name, name.clone());
                }
                let listed = clinic.read(|tx| tx.people(&WhoSought::Everybody, None, 50)).people.iter().any(|one| one.id == *patient);
                prop_assert_eq!(listed, plain.stands(p));
            }
        }
        let checked = clinic.store.check().unwrap();
        prop_assert_eq!(checked.complaints, 0);
    }
}

#[test]
fn two_with_one_number_are_offered_until_a_person_says_no() {
    let clinic = Clinic::new();
    let (a, b) = clinic.write(|tx| {
        let (a, b) =
            (tx.create_patient(&called("Joan Pritchard"))?, tx.create_patient(&called("J Pritchard"))?);
        tx.set_contacts(a, &[phone("+447700900318")])?;
        tx.set_contacts(b, &[phone("+447700900318"), email("joan@post.example")])?;
        Ok((a, b))
    });
    let twins = clinic.read(|tx| tx.twins(None, 10));
    assert_eq!((twins.len(), twins[0].a, twins[0].b, twins[0].signs.number), (1, a, b, true));
    clinic.write(move |tx| tx.not_same(a, b, true, None));
    assert!(clinic.read(|tx| tx.twins(None, 10)).is_empty());
    clinic.write(move |tx| tx.set_contacts(a, &[phone("+447700900318"), email("joan@post.example")]));
    assert!(clinic.read(|tx| tx.twins(None, 10)).is_empty(), "what a person said is kept");
    clinic.write(move |tx| tx.not_same(a, b, false, None));
    let signs = clinic.read(|tx| tx.twins_of(b))[0].signs;
    assert!(signs.number && signs.email);
}

#[test]
fn the_same_name_needs_a_second_sign() {
    let clinic = Clinic::new();
    let born = |date: &str| PatientWords {
        birth_date: Some(anteroom_model::Phi::new(date.parse().unwrap())),
        ..called("Élodie Martin")
    };
    let (one, two, three) = (born("1990-01-02"), born("1991-01-02"), born("1990-01-02"));
    clinic.write(move |tx| {
        tx.create_patient(&one)?;
        tx.create_patient(&two)
    });
    assert!(clinic.read(|tx| tx.twins(None, 10)).is_empty());
    clinic.write(move |tx| tx.create_patient(&three));
    let twins = clinic.read(|tx| tx.twins(None, 10));
    assert_eq!(twins.len(), 1);
    assert!(twins[0].signs.name_and_birth);
}
