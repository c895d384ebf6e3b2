//! Figures as a file for a spreadsheet. Numbers and names of staff only: no patient is in it.

use crate::csv::Csv;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::files::Exported;
use crate::views::{Channel, InsightsRange, InsightsTable, InsightsView, ReplyFigures, WireError};

impl Desk {
    /// A table of the figures of some days.
    ///
    /// # Errors
    /// As [`Desk::insights`].
    pub async fn insights_export(
        &self,
        range: InsightsRange,
        channel: Option<Channel>,
        table: InsightsTable,
    ) -> Result<Exported, WireError> {
        let view = self.figures(range, channel).await?;
        let by = self.core.staff().id;
        self.core
            .write(move |tx| tx.audit("figures_saved", Some(by), None, ""))
            .await
            .map_err(Fault::from)?;
        let word = match table {
            InsightsTable::Days => "days",
            InsightsTable::Hours => "hours",
            InsightsTable::Channels => "channels",
            InsightsTable::Staff => "staff",
        };
        let name = format!("insights {word} {} to {}.csv", view.from, view.to);
        Ok(Exported { name, bytes: written(&view, table).into_bytes().into() })
    }
}

const WAITS: [&str; 3] = ["first_answers", "half_within_minutes", "nine_in_ten_within_minutes"];

fn written(view: &InsightsView, table: InsightsTable) -> Csv {
    let head = |own: &[&'static str]| [own, &WAITS].concat();
    let mut csv;
    match table {
        InsightsTable::Days => {
            csv = Csv::with_columns(&head(&[
                "date",
                "messages_in",
                "messages_out",
                "calls_in",
                "calls_missed",
            ]));
            for day in &view.days {
                let own = [day.inbound, day.outbound, day.calls, day.missed].map(|n| n.to_string());
                line(&mut csv, [vec![day.date.clone()], own.to_vec()].concat(), day.replies);
            }
        }
        InsightsTable::Hours => {
            csv = Csv::with_columns(&head(&["weekday", "hour", "incoming"]));
            for hour in &view.hours {
                // Monday is 1, as ISO 8601 counts.
                let own = [u32::from(hour.weekday) + 1, u32::from(hour.hour), hour.incoming];
                line(&mut csv, own.map(|n| n.to_string()).to_vec(), hour.replies);
            }
        }
        InsightsTable::Channels => {
            csv = Csv::with_columns(&head(&["channel", "incoming", "messages_out", "not_delivered"]));
            for it in &view.channels {
                let own = [it.incoming, it.outbound, it.not_delivered].map(|n| n.to_string());
                let channel = anteroom_model::ChannelKind::from(it.channel).to_string();
                line(&mut csv, [vec![channel], own.to_vec()].concat(), it.replies);
            }
        }
        InsightsTable::Staff => {
            csv = Csv::with_columns(&head(&["name", "answers", "conversations"]));
            for person in &view.staff {
                let own = [person.answers, person.conversations].map(|n| n.to_string());
                line(&mut csv, [vec![person.name.clone()], own.to_vec()].concat(), person.replies);
            }
        }
    }
    csv
}

fn line(csv: &mut Csv, mut cells: Vec<String>, replies: Option<ReplyFigures>) {
    let minutes = |seconds: u32| format!("{:.1}", f64::from(seconds) / 60.0);
    cells.extend(match replies {
        Some(found) => [found.count.to_string(), minutes(found.half), minutes(found.nine_in_ten)],
        None => ["0".to_owned(), String::new(), String::new()],
    });
    csv.row(&cells);
}
