//! Doing what a scenario says.

use std::collections::VecDeque;

use anteroom_model::ChannelKind;

use super::{Act, Answering, Deed, DeedError, PatientEntry, Scenario, ScenarioError, time};
use crate::instagram::{Extra, patient as instagram};
use crate::media;
use crate::twilio::{Line, Voicemail, patient as twilio, phone};
use crate::world::World;

/// What one person answers on one channel, in order.
pub struct AutoAnswer {
    on: ChannelKind,
    who: String,
    queue: VecDeque<(i64, Act)>,
}

impl AutoAnswer {
    /// Whether this person has something left to say to a message there.
    pub fn waits_for(&self, channel: &str, who: &str) -> bool {
        self.on.as_str() == channel && self.who == who && !self.queue.is_empty()
    }

    /// The next answer and the seconds until it comes.
    pub fn take(&mut self) -> (i64, Deed) {
        let (after, act) = self.queue.pop_front().expect("`waits_for` saw an answer");
        (after, Deed { on: self.on, who: self.who.clone(), act })
    }
}

struct Cast {
    entry: PatientEntry,
    igsid: Option<String>,
}

fn address(
    cast: &[Cast],
    number: usize,
    who: &str,
    on: &str,
    act: &Act,
) -> Result<(ChannelKind, String), ScenarioError> {
    let impossible = |error| ScenarioError::Impossible(number, error);
    let person = cast.iter().find(|person| person.entry.key == who).ok_or(ScenarioError::Nobody(number))?;
    let on: ChannelKind = on.parse().map_err(|_| impossible(DeedError::Channel))?;
    if !act.fits(on) {
        return Err(impossible(DeedError::Unfit));
    }
    let who = if on == ChannelKind::Instagram { person.igsid.clone() } else { person.entry.phone.clone() };
    Ok((on, who.ok_or(impossible(DeedError::Nobody))?))
}

impl Scenario {
    /// Checks everything, then lets people exist and plans what they do.
    pub(crate) fn begin(&self, world: &mut World) -> Result<(), ScenarioError> {
        let start = world.now;
        let cast: Vec<Cast> =
            world.in_the_past(|world| self.patients.iter().map(|entry| meet(world, entry)).collect());
        let mut planned = Vec::new();
        for (number, event) in self.events.iter().enumerate() {
            let (on, who) = address(&cast, number, &event.who, &event.on, &event.act)?;
            let after = time(&event.at).ok_or(ScenarioError::Time(number))?;
            planned.push((start + after, Deed { on, who, act: event.act.clone() }));
        }
        let mut answers: Vec<AutoAnswer> = Vec::new();
        for (number, answering) in self.answers.iter().enumerate() {
            let Answering { who, on, after, act } = answering;
            let (on, who) = address(&cast, number, who, on, act)?;
            let after = time(after).ok_or(ScenarioError::Time(number))?.as_secs();
            let place = answers.iter().position(|answer| answer.on == on && answer.who == who);
            let place = place.unwrap_or_else(|| {
                answers.push(AutoAnswer { on, who, queue: VecDeque::new() });
                answers.len() - 1
            });
            answers[place].queue.push_back((after, act.clone()));
        }
        if let Some(clinic) = &self.clinic {
            world.instagram.name.clone_from(clinic);
        }
        world.answers.extend(answers);
        planned.into_iter().for_each(|(at, deed)| world.plan(at, deed));
        world.in_the_past(|world| world.catch_up(start));
        Ok(())
    }
}

fn meet(world: &mut World, entry: &PatientEntry) -> Cast {
    let igsid = entry.instagram.as_ref().map(|username| instagram::meet(world, &entry.name, username));
    if let Some(number) = &entry.phone {
        twilio::meet(world, number);
        if let Some(person) = world.twilio.people.get_mut(number) {
            person.landline = entry.landline;
            person.whatsapp = !entry.no_whatsapp && !entry.landline;
            person.picks_up = !entry.never_picks_up;
        }
    }
    Cast { entry: entry.clone(), igsid }
}

/// Does it now. Gives the provider's id of what came of it, if it has one.
pub fn perform(world: &mut World, deed: &Deed) -> Result<Option<String>, DeedError> {
    if !deed.act.fits(deed.on) {
        return Err(DeedError::Unfit);
    }
    match deed.on {
        ChannelKind::Instagram if !world.instagram.people.contains_key(&deed.who) => Err(DeedError::Nobody),
        ChannelKind::Instagram => on_instagram(world, &deed.who, &deed.act),
        ChannelKind::WhatsApp => Ok(by_number(world, Line::WhatsApp, &deed.who, &deed.act)),
        ChannelKind::Sms => Ok(by_number(world, Line::Sms, &deed.who, &deed.act)),
        ChannelKind::Phone => Ok(by_phone(world, &deed.who, &deed.act)),
    }
}

fn on_instagram(world: &mut World, who: &str, act: &Act) -> Result<Option<String>, DeedError> {
    let last = |world: &World, inbound: bool| {
        let thread = world.instagram.thread_with(who);
        let message =
            thread.and_then(|thread| thread.messages.iter().rev().find(|row| row.inbound == inbound));
        message.map(|message| message.id.clone()).ok_or(DeedError::NoMessage)
    };
    let written = match act {
        Act::Writes { text } => instagram::write(world, who, text, Extra::default()),
        Act::SendsPhoto { text } => {
            let id = instagram::send_file(world, who, "image", media::photo);
            if text.is_empty() { id } else { instagram::write(world, who, text, Extra::default()) }
        }
        Act::SendsVoice { seconds } => {
            instagram::send_file(world, who, "audio", |seed| media::voice(*seconds, seed))
        }
        Act::SendsVideo => instagram::send_file(world, who, "video", media::film),
        Act::SendsFile { title } => instagram::send_file(world, who, "file", |_| media::paper(title)),
        Act::SendsSticker => instagram::send_file(world, who, "sticker", media::sticker),
        Act::RepliesToStory { text } => instagram::write(world, who, text, instagram::story("reply_to")),
        Act::MentionsInStory => instagram::write(world, who, "", instagram::story("mention")),
        Act::Shares { url, title } => instagram::write(world, who, "", instagram::shared(url, title)),
        Act::SendsUnsupported => {
            instagram::write(world, who, "", Extra { unsupported: true, ..Extra::default() })
        }
        Act::Quotes { text } => {
            let reply_to = Some(last(world, false)?);
            instagram::write(world, who, text, Extra { reply_to, ..Extra::default() })
        }
        Act::HearsElsewhere { text } => instagram::practice_writes(world, who, text),
        Act::Reacts { reaction } => {
            let target = last(world, false)?;
            instagram::react(world, who, &target, Some(reaction));
            return Ok(None);
        }
        Act::Unsends => {
            let target = last(world, true)?;
            instagram::unsend(world, &target);
            return Ok(Some(target));
        }
        Act::Edits { text } => {
            let target = last(world, true)?;
            if let Some(message) = world.instagram.message_mut(&target) {
                message.text.clone_from(text);
            }
            return Ok(Some(target));
        }
        Act::RingsAndTalks { .. } | Act::RingsInVain | Act::LeavesVoicemail { .. } => return Ok(None),
    };
    Ok(Some(written))
}

fn by_number(world: &mut World, line: Line, who: &str, act: &Act) -> Option<String> {
    twilio::meet(world, who);
    match act {
        Act::Writes { text } => Some(twilio::write(world, line, who, text, Vec::new())),
        Act::SendsPhoto { text } => Some(twilio::send_file(world, line, who, text, media::photo)),
        Act::SendsVoice { seconds } => {
            Some(twilio::send_file(world, line, who, "", |seed| media::voice(*seconds, seed)))
        }
        Act::SendsFile { title } => Some(twilio::send_file(world, line, who, "", |_| media::paper(title))),
        Act::HearsElsewhere { text } => Some(twilio::practice_writes(world, line, who, text)),
        _ => None,
    }
}

fn by_phone(world: &mut World, who: &str, act: &Act) -> Option<String> {
    twilio::meet(world, who);
    match act {
        Act::RingsAndTalks { seconds } => Some(phone::answered(world, who, *seconds)),
        Act::RingsInVain => Some(phone::missed(world, who, None)),
        Act::LeavesVoicemail { seconds, text, language } => {
            let voicemail = Voicemail { language: language.clone(), ..Voicemail::saying(text, *seconds) };
            Some(phone::missed(world, who, Some(&voicemail)))
        }
        _ => None,
    }
}
