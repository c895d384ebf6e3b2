//! A person with a telephone, as a test or a scenario acts for them.

use std::sync::Arc;

use jiff::SignedDuration;

use super::account::{Line, Message, NUMBER, Person, Step};
use super::phone::{self, Voicemail};
use crate::ledger::{Entry, Received};
use crate::media::{self, File};
use crate::sim::Shared;
use crate::world::World;

/// Somebody who can text, write on WhatsApp and ring.
#[derive(Clone)]
pub struct TwilioPatient {
    shared: Arc<Shared>,
    number: String,
    line: Line,
}

impl TwilioPatient {
    pub(super) fn meet(shared: Arc<Shared>, number: &str) -> Self {
        meet(&mut shared.world(), number);
        Self { shared, number: number.to_owned(), line: Line::Sms }
    }

    /// The same person, writing on WhatsApp.
    #[must_use]
    pub fn on_whatsapp(&self) -> Self {
        Self { line: Line::WhatsApp, ..self.clone() }
    }

    /// The same person, writing texts.
    #[must_use]
    pub fn by_text(&self) -> Self {
        Self { line: Line::Sms, ..self.clone() }
    }

    /// The number (E.164).
    pub fn number(&self) -> &str {
        &self.number
    }

    /// Writes. Gives the message's sid, like the following.
    pub fn writes(&self, text: &str) -> String {
        write(&mut self.shared.world(), self.line, &self.number, text, Vec::new())
    }

    /// Sends a photograph, perhaps with words.
    pub fn sends_photo(&self, text: &str) -> String {
        self.sends(text, media::photo)
    }

    /// Sends a voice note of so many seconds.
    pub fn sends_voice(&self, seconds: u32) -> String {
        self.sends("", |seed| media::voice(seconds, seed))
    }

    /// Sends a PDF.
    pub fn sends_file(&self, title: &str) -> String {
        self.sends("", |_| media::paper(title))
    }

    fn sends(&self, text: &str, make: impl FnOnce(u64) -> File) -> String {
        send_file(&mut self.shared.world(), self.line, &self.number, text, make)
    }

    /// Sends a place on WhatsApp: whoever polls sees neither words nor a file.
    pub fn sends_location(&self) -> String {
        self.on_whatsapp().writes("")
    }

    /// Writes STOP: texts to this number are refused from now on (21610).
    pub fn opts_out(&self) -> String {
        self.by_text().writes("STOP")
    }

    /// Has a landline: texts to this number are refused (21614).
    pub fn has_a_landline(&self) {
        self.person(|person| person.landline = true);
    }

    /// Has no WhatsApp: messages there fail later (63003).
    pub fn has_no_whatsapp(&self) {
        self.person(|person| person.whatsapp = false);
    }

    /// Does not pick up when the practice calls.
    pub fn does_not_pick_up(&self) {
        self.person(|person| person.picks_up = false);
    }

    fn person(&self, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.shared.world().twilio.people.get_mut(&self.number) {
            change(person);
        }
    }

    /// Rings; the desk answers and they talk. Gives the call's sid, like the following.
    pub fn rings_and_talks(&self, seconds: u32) -> String {
        phone::answered(&mut self.shared.world(), &self.number, seconds)
    }

    /// Rings; nobody answers, and they leave no message.
    pub fn rings_in_vain(&self) -> String {
        phone::missed(&mut self.shared.world(), &self.number, None)
    }

    /// Rings; nobody answers, and they leave a message.
    pub fn leaves_voicemail(&self, voicemail: &Voicemail) -> String {
        phone::missed(&mut self.shared.world(), &self.number, Some(voicemail))
    }

    /// What the practice wrote to them on this line, oldest first; only what has arrived or may still arrive.
    pub fn received(&self) -> Vec<Received> {
        received(&self.shared.world(), self.line, &self.number)
    }

    /// What the practice sent and this person will never see, with Twilio's code.
    pub fn never_received(&self) -> Vec<(String, u32)> {
        let world = self.shared.world();
        let address = self.line.address(&self.number);
        let rows = world.twilio.messages.iter().filter(|row| !row.inbound && row.to == address);
        rows.filter_map(|row| {
            row.steps.last().and_then(|step| step.code).map(|code| (row.body.clone(), code))
        })
        .collect()
    }

    /// Somebody of the practice writes with another tool.
    pub fn hears_from_another_tool(&self, text: &str) -> String {
        practice_writes(&mut self.shared.world(), self.line, &self.number, text)
    }
}

/// Somebody new; an old acquaintance stays as they are.
pub fn meet(world: &mut World, number: &str) {
    let person = Person { landline: false, whatsapp: true, picks_up: true };
    world.twilio.people.entry(number.to_owned()).or_insert(person);
}

/// A message from a patient.
pub fn write(world: &mut World, line: Line, number: &str, text: &str, files: Vec<File>) -> String {
    let sid = world.mint.sid(if files.is_empty() && line == Line::Sms { "SM" } else { "MM" });
    let media: Vec<(String, File)> = files.into_iter().map(|file| (world.mint.sid("ME"), file)).collect();
    if line == Line::Sms {
        match text.trim().to_ascii_uppercase().as_str() {
            "STOP" | "UNSUBSCRIBE" | "END" | "QUIT" | "STOPALL" | "REVOKE" | "OPTOUT" | "CANCEL" => {
                world.twilio.opted_out.insert(number.to_owned());
            }
            "START" | "YES" | "UNSTOP" => {
                world.twilio.opted_out.remove(number);
            }
            _ => {}
        }
    }
    let count = media.len();
    world.twilio.messages.push(Message {
        sid: sid.clone(),
        from: line.address(number),
        to: line.address(NUMBER),
        body: text.to_owned(),
        inbound: true,
        created: world.now,
        steps: vec![Step { at: world.now, status: "received", code: None }],
        service: None,
        media,
        elsewhere: false,
    });
    world.ledger.add(Entry::Inbound {
        at_ms: world.now.as_millisecond(),
        channel: line.word().into(),
        provider_id: sid.clone(),
        patient: number.to_owned(),
        body: text.to_owned(),
        media: count,
    });
    sid
}

/// A message with one file.
pub fn send_file(
    world: &mut World,
    line: Line,
    number: &str,
    text: &str,
    make: impl FnOnce(u64) -> File,
) -> String {
    let file = make(world.mint.below(1_000_000));
    write(world, line, number, text, vec![file])
}

/// A message that the practice sent with another tool; it arrived.
pub fn practice_writes(world: &mut World, line: Line, number: &str, text: &str) -> String {
    let sid = world.mint.sid("SM");
    let step = |ms: i64, status| Step { at: world.now + SignedDuration::from_millis(ms), status, code: None };
    let mut steps = vec![step(0, "queued"), step(500, "sent"), step(2500, "delivered")];
    if line == Line::WhatsApp {
        steps.push(step(60_000, "read"));
    }
    world.twilio.messages.push(Message {
        sid: sid.clone(),
        from: line.address(NUMBER),
        to: line.address(number),
        body: text.to_owned(),
        inbound: false,
        created: world.now,
        steps,
        service: None,
        media: Vec::new(),
        elsewhere: true,
    });
    world.practice_wrote(Entry::Outbound {
        at_ms: world.now.as_millisecond(),
        channel: line.word().into(),
        provider_id: sid.clone(),
        patient: number.to_owned(),
        body: text.to_owned(),
        media: 0,
        elsewhere: true,
    });
    sid
}

/// A row that comes in between two pages.
pub fn shift(world: &mut World) {
    write(world, Line::Sms, "+15550100777", "Between two pages", Vec::new());
}

/// What the practice wrote to a person on a line.
pub fn received(world: &World, line: Line, number: &str) -> Vec<Received> {
    let address = line.address(number);
    let rows = world.twilio.messages.iter().filter(|row| !row.inbound && row.to == address);
    rows.filter(|row| row.steps.last().is_none_or(|step| step.code.is_none()))
        .map(|row| Received {
            provider_id: row.sid.clone(),
            at: row.created,
            text: row.body.clone(),
            media: row.media.len(),
            reply_to: None,
            elsewhere: row.elsewhere,
        })
        .collect()
}
