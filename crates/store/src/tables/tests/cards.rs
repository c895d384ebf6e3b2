//! What cards say before patients are joined and after they were taken apart, also where several had the same.

use proptest::prelude::*;

use super::merging::{called, card, phone};
use crate::fixture::Clinic;
use crate::{ConsentSays, ConsentWhat};

const NUMBERS: [&str; 3] = ["+447700900318", "+447700900319", "+447700900320"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whoever_had_the_same_number_every_card_says_what_it_said_before(
        has in prop::array::uniform4(0u8..8),
        order in Just([0usize, 1, 2]).prop_shuffle(),
    ) {
        let clinic = Clinic::new();
        let patients = clinic.write(move |tx| {
            let mut patients = Vec::new();
            for (n, has) in has.into_iter().enumerate() {
                let patient = tx.create_patient(&called(&format!("P{n}")))?;
                let contacts: Vec<_> =
                    (0..3).filter(|bit| has & (1 << bit) != 0).map(|bit| phone(NUMBERS[bit])).collect();
                tx.set_contacts(patient, &contacts)?;
                tx.add_consent(patient, ConsentWhat::Reminders, None, ConsentSays::Yes, None)?;
                patients.push(patient);
            }
            Ok(patients)
        });
        let cards = || patients.iter().map(|one| card(&clinic, *one)).collect::<Vec<_>>();
        let twins = || {
            let mut twins: Vec<_> =
                clinic.read(|tx| tx.twins(None, 50)).into_iter().map(|one| (one.a, one.b, one.signs)).collect();
            twins.sort_unstable_by_key(|(a, b, _)| (*a, *b));
            twins
        };
        let (before, twins_before) = (cards(), twins());
        let kept = patients[0];
        let merges: Vec<_> = patients[1..]
            .iter()
            .map(|gone| {
                let gone = *gone;
                clinic.write(move |tx| tx.merge(kept, gone, &called("P0"), None))
            })
            .collect();
        let mut joined = [true; 3];
        for n in order {
            let merge = merges[n];
            clinic.write(move |tx| tx.unmerge(merge, None));
            joined[n] = false;
            let bits = (0..3).filter(|n| joined[*n]).fold(has[0], |bits, n| bits | has[n + 1]);
            let mut numbers: Vec<_> = clinic
                .read(|tx| tx.contacts_of(kept))
                .into_iter()
                .map(|one| one.contact.value.into_inner())
                .collect();
            numbers.sort_unstable();
            let expected: Vec<_> = (0..3).filter(|bit| bits & (1 << bit) != 0).map(|bit| NUMBERS[bit]).collect();
            prop_assert_eq!(numbers, expected, "the numbers of all who are still joined");
        }
        prop_assert_eq!(cards(), before);
        prop_assert_eq!(twins(), twins_before);
    }
}

#[test]
fn a_number_that_staff_took_off_the_card_does_not_come_back_by_taking_apart() {
    let clinic = Clinic::new();
    let [a, b, d] = clinic.write(|tx| {
        let mut made = Vec::new();
        for name in ["A", "B", "D"] {
            made.push(tx.create_patient(&called(name))?);
        }
        tx.set_contacts(made[1], &[phone(NUMBERS[0])])?;
        tx.set_contacts(made[2], &[phone(NUMBERS[0])])?;
        Ok([made[0], made[1], made[2]])
    });
    let first = clinic.write(move |tx| {
        let first = tx.merge(a, b, &called("A"), None)?;
        tx.merge(a, d, &called("A"), None)?;
        tx.set_contacts(a, &[])?;
        Ok(first)
    });
    clinic.write(move |tx| tx.unmerge(first, None));
    assert!(clinic.read(|tx| tx.contacts_of(a)).is_empty());
}

#[test]
fn that_two_are_not_one_holds_also_for_who_was_joined_with_them() {
    let clinic = Clinic::new();
    let [a, b, x] = clinic.write(|tx| {
        let mut made = Vec::new();
        for name in ["A", "B", "X"] {
            let patient = tx.create_patient(&called(name))?;
            tx.set_contacts(patient, &[phone(NUMBERS[0])])?;
            made.push(patient);
        }
        Ok([made[0], made[1], made[2]])
    });
    let merge = clinic.write(move |tx| {
        tx.not_same(b, x, true, None)?;
        tx.merge(a, b, &called("A"), None)
    });
    assert!(clinic.read(|tx| tx.twins(None, 10)).is_empty());
    assert_eq!(clinic.read(|tx| tx.not_same_as(a)), [x]);
    clinic.write(move |tx| tx.unmerge(merge, None));
    assert!(clinic.read(|tx| tx.not_same_as(a)).is_empty());
    assert_eq!(clinic.read(|tx| tx.twins_of(x)).len(), 1, "A and X again");
}
