//! Patients by name, in pages: for the list that narrows while somebody types.

use anteroom_model::Phi;
use rusqlite::params;

use super::terms::Terms;
use crate::tables::{ListPlace, PeoplePage};
use crate::{ReadTx, Result};

const CALLED: &str = "SELECT n.row, n.words, coalesce(n.patient, i.patient)
     FROM names CROSS JOIN name_entry n ON n.row = names.rowid LEFT JOIN identity i ON i.row = n.identity
     WHERE names MATCH ?1 AND names.rowid < ?2 ORDER BY names.rowid DESC";

impl ReadTx<'_> {
    /// Patients in whose names, or in the names that they have on a channel, all words begin that were typed; who came
    /// last is first.
    pub(crate) fn people_called(
        &self,
        typed: &Phi<String>,
        after: Option<&ListPlace>,
        limit: u32,
    ) -> Result<PeoplePage> {
        let words: Vec<Phi<String>> = typed.split_whitespace().map(Phi::from).collect();
        let terms = Terms::new(&words, true);
        let mut page = PeoplePage { people: Vec::new(), next: None };
        let Some(query) = terms.index_query(&[], usize::MAX) else { return Ok(page) };
        let before = after.map_or(i64::MAX, |place| place.key.1);
        let mut statement = self.prepare(CALLED)?;
        let mut rows = statement.query(params![query.reveal(), before])?;
        let mut last = before;
        while let Some(row) = rows.next()? {
            let (entry, words, patient): (i64, String, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let Some(patient) = patient.filter(|_| terms.find([&words]).is_some()) else { continue };
            if page.people.len() == limit as usize {
                page.next = Some(ListPlace { key: (Phi::default(), last) });
                break;
            }
            last = entry;
            let one = self.listed_patient(patient)?;
            if page.people.iter().all(|other| other.id != one.id) {
                page.people.push(one);
            }
        }
        Ok(page)
    }
}
