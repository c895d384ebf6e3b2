//! `POST /Messages.json`: everything Twilio refuses, in the order in which it refuses it.

use super::account::{Line, MESSAGING_SERVICE_SID, Message, NUMBER};
use super::content;
use super::error::bad;
use super::messages;
use super::progress::{self, Verdict};
use crate::http::{Answer, Call};
use crate::ledger::Entry;
use crate::world::World;
use jiff::SignedDuration;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Whether it looks like `+15550100001`.
pub fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (7..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
    })
}

struct Form(Vec<(String, String)>);

impl Form {
    fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }
}

pub fn answer(world: &mut World, call: &Call) -> Answer {
    match take(world, call) {
        Ok(answer) | Err(answer) => answer,
    }
}

fn take(world: &mut World, call: &Call) -> Result<Answer, Answer> {
    let form = Form(call.form().ok_or_else(|| bad(21604, "A 'To' phone number is required."))?);
    let to = form.one("To").ok_or_else(|| bad(21604, "A 'To' phone number is required."))?;
    let service = form.one("MessagingServiceSid");
    let from = match (form.one("From"), service) {
        (Some(from), _) => from.to_owned(),
        (None, Some(_)) => Line::split(to).0.address(NUMBER),
        (None, None) => {
            return Err(bad(21603, "A 'From' phone number or a MessagingServiceSid is required."));
        }
    };
    if service.is_some_and(|service| service != MESSAGING_SERVICE_SID) {
        return Err(bad(21703, "The Messaging Service does not exist or has no usable sender."));
    }
    let (body, media, template) = (form.one("Body"), form.all("MediaUrl"), form.one("ContentSid"));
    if body.is_none() && media.is_empty() && template.is_none() {
        return Err(bad(21619, "A text message body or media urls must be specified."));
    }
    let (line, number) = Line::split(to);
    if !is_e164(number) {
        return Err(bad(21211, "The 'To' number is not a valid phone number."));
    }
    sender(line, &from)?;
    reachable(world, line, number)?;
    if body.is_some_and(|body| body.chars().count() > 1600) {
        return Err(bad(21617, "The concatenated message body exceeds the 1600 character limit."));
    }
    if media.len() > 10 {
        return Err(bad(21623, "Number of media files exceeds allowed limit."));
    }
    let reachable_url = |url: &str| url::Url::parse(url).is_ok_and(|url| url.scheme() == "https");
    if media.iter().any(|url| !reachable_url(url)) {
        return Err(bad(21620, "Invalid media URL."));
    }
    if form.one("ScheduleType").is_some() || form.one("SendAt").is_some() {
        schedule(world, &form)?;
    }
    if form.one("StatusCallback").is_some_and(|url| url::Url::parse(url).is_err()) {
        return Err(bad(21609, "The 'StatusCallback' URL is not a valid URL."));
    }
    let filled = content::filled(world, template, form.one("ContentVariables"))?;
    let verdict = Verdict { fails: doomed(world, line, number, &filled), service: service.is_some() };
    let text = filled.map_or_else(|| body.unwrap_or_default().to_owned(), |filled| filled.text);
    let created = Created { from, to, text, media: media.len(), service, line, number, verdict };
    Ok(created.keep(world))
}

struct Created<'a> {
    from: String,
    to: &'a str,
    text: String,
    media: usize,
    service: Option<&'a str>,
    line: Line,
    number: &'a str,
    verdict: Verdict,
}

impl Created<'_> {
    fn keep(self, world: &mut World) -> Answer {
        let kind = if self.media > 0 || self.line == Line::WhatsApp { "MM" } else { "SM" };
        let sid = world.mint.sid(kind);
        let seeds: Vec<u64> = (0..self.media).map(|_| world.mint.below(1_000_000)).collect();
        let media = seeds.into_iter().map(|seed| (world.mint.sid("ME"), crate::media::photo(seed))).collect();
        let row = Message {
            sid: sid.clone(),
            from: self.from,
            to: self.to.to_owned(),
            body: self.text.clone(),
            inbound: false,
            created: world.now,
            steps: progress::steps(self.line, self.number, world.now, self.verdict),
            service: self.service.map(str::to_owned),
            media,
            elsewhere: false,
        };
        let out = messages::render(&row, world.now);
        world.twilio.messages.push(row);
        world.practice_wrote(Entry::Outbound {
            at_ms: world.now.as_millisecond(),
            channel: self.line.word().into(),
            provider_id: sid,
            patient: self.number.to_owned(),
            body: self.text,
            media: self.media,
            elsewhere: false,
        });
        Answer::json(201, out)
    }
}

fn sender(line: Line, from: &str) -> Result<(), Answer> {
    let (from_line, from_number) = Line::split(from);
    match line {
        _ if from_number == NUMBER && from_line == line => Ok(()),
        Line::WhatsApp => Err(bad(63007, "Twilio could not find a Channel with the specified From address")),
        Line::Sms if from_line == Line::WhatsApp => {
            Err(bad(63007, "Twilio could not find a Channel with the specified From address"))
        }
        Line::Sms => {
            Err(bad(21606, "The 'From' phone number is not a valid, message-capable number of this account."))
        }
    }
}

fn reachable(world: &World, line: Line, number: &str) -> Result<(), Answer> {
    if number == NUMBER {
        return Err(bad(63031, "Message cannot have the same From and To"));
    }
    match number {
        "+15005550001" => return Err(bad(21211, "The 'To' number is not a valid phone number.")),
        "+15005550007" => return Err(bad(21612, "The 'To' phone number is not reachable.")),
        _ => {}
    }
    let landline = world.twilio.people.get(number).is_some_and(|person| person.landline);
    if line == Line::Sms && landline {
        return Err(bad(21614, "'To' number is not a valid mobile number"));
    }
    if line == Line::Sms && world.twilio.opted_out.contains(number) {
        return Err(bad(21610, "Attempt to send to unsubscribed recipient"));
    }
    Ok(())
}

/// The code with which WhatsApp will refuse it later; texts have no such rules here.
fn doomed(world: &World, line: Line, number: &str, filled: &Option<content::Filled>) -> Option<u32> {
    if line == Line::Sms {
        return None;
    }
    if world.twilio.people.get(number).is_some_and(|person| !person.whatsapp) {
        return Some(63003);
    }
    let open = world.twilio.last_whatsapp(number).is_some_and(|last| world.now.duration_since(last) < DAY);
    match filled {
        Some(filled) => filled.refused.filter(|code| *code != 63016 || !open),
        None => (!open).then_some(63016),
    }
}

fn schedule(world: &World, form: &Form) -> Result<(), Answer> {
    if form.one("MessagingServiceSid").is_none() {
        return Err(bad(35118, "MessagingServiceSid is required to schedule a message"));
    }
    let at = form.one("SendAt").ok_or_else(|| bad(35111, "SendAt is missing"))?;
    let at: jiff::Timestamp = at.parse().map_err(|_| bad(35114, "SendAt is outside of the allowed range"))?;
    let ahead = at.duration_since(world.now);
    if ahead < SignedDuration::from_mins(15) || ahead > SignedDuration::from_hours(35 * 24) {
        return Err(bad(35114, "SendAt is outside of the allowed range"));
    }
    // The desk schedules by itself; the simulator only refuses what Twilio would refuse.
    Err(bad(20001, "Scheduling is not simulated"))
}
