//! What the desk knows about a patient and itself, for variables in texts.

use anteroom_model::saved::{Variable, day_words, first_name};
use anteroom_model::{OpeningHours, Phi};
use anteroom_store::{ConversationRow, NameFrom};
use jiff::civil::Date;

use crate::core::Core;
use crate::hours;

/// What variables are filled from.
pub(crate) struct Known {
    patient: Option<Phi<String>>,
    practice: String,
    staff: String,
    /// As staff entered them. Hours that nobody entered are told to no patient.
    hours: Option<OpeningHours>,
    today: Date,
    booking: Booking,
}

/// What the calendar knows.
#[derive(Default)]
struct Booking {
    practitioner: Option<String>,
    next_appointment: Option<String>,
}

/// The patient's next appointment and whom they see. There is no calendar yet, so nothing is known; whoever brings one
/// answers here, and every text with these variables is filled.
const fn booking_of(_core: &Core, _row: &ConversationRow) -> Booking {
    Booking { practitioner: None, next_appointment: None }
}

impl Known {
    /// What is known in a conversation. A handle is no name.
    pub fn of(core: &Core, row: &ConversationRow) -> Self {
        let named = matches!(row.name_from, NameFrom::Patient | NameFrom::DisplayName);
        Self { patient: named.then(|| row.name.clone()), booking: booking_of(core, row), ..Self::desk(core) }
    }

    /// Somebody invented, about whom everything is known.
    pub fn invented(core: &Core) -> Self {
        Self {
            patient: Some(Phi::from("Mara Lindqvist")),
            booking: Booking {
                practitioner: Some("Dr Okafor".to_owned()),
                next_appointment: Some("14:20".to_owned()),
            },
            ..Self::desk(core)
        }
    }

    fn desk(core: &Core) -> Self {
        Self {
            patient: None,
            practice: core.clinic.name.clone(),
            staff: core.staff().name,
            hours: core.read(|tx| tx.setting(hours::HOURS)).ok().flatten(),
            today: core.clock.now().to_zoned(core.zone()).date(),
            booking: Booking::default(),
        }
    }

    /// The value of a variable in a text of this language.
    pub fn value(&self, variable: Variable, language: &str) -> Option<Phi<String>> {
        match variable {
            Variable::Patient => self.patient.clone(),
            Variable::FirstName => {
                self.patient.as_ref().and_then(|name| first_name(name.reveal()).map(Phi::from))
            }
            Variable::Practice => Some(Phi::from(self.practice.as_str())),
            Variable::Staff => Some(Phi::from(self.staff.as_str())),
            Variable::Practitioner => self.booking.practitioner.as_deref().map(Phi::from),
            Variable::NextAppointment => self.booking.next_appointment.as_deref().map(Phi::from),
            Variable::OpeningHours => {
                self.hours.as_ref().map(|hours| Phi::new(hours::words(hours, language)))
            }
            Variable::Today => Some(Phi::new(day_words(self.today, language))),
        }
    }
}
