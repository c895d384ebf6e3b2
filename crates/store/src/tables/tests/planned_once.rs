//! Planning a statement costs more than most answers: it happens once.

use rusqlite::StatementStatus;

use crate::fixture::{Clinic, nine, recorded};
use crate::{PatientWords, Queue};

#[test]
fn a_statement_is_planned_once_whatever_is_asked_with_it() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    for limit in 1..4 {
        clinic.write(move |tx| {
            let words = PatientWords { name: "Mara Lind".into(), ..PatientWords::default() };
            tx.create_patient(&words)?;
            tx.inbox(Queue::All, None, None, limit)?;
            tx.timeline(mara, None, limit)
        });
    }
    let statements = recorded();
    let again = clinic.store.on_writer(move |writer| {
        let mut again = Vec::new();
        for sql in statements {
            let kept = writer.db.prepare_cached(&sql)?;
            if kept.get_status(StatementStatus::RePrepare) > 0 {
                again.push(sql);
            }
        }
        Ok(again)
    });
    assert_eq!(again.unwrap(), Vec::<String>::new());
}
