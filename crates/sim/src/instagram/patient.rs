//! A person on Instagram, as a test or a scenario acts for them.

use std::sync::Arc;

use serde_json::{Value, json};

use super::account::{Extra, IG_ID, Message, Person};
use crate::ledger::{Entry, Received};
use crate::media::{self, File};
use crate::sim::Shared;
use crate::world::World;

/// Somebody who can write to the practice on Instagram.
#[derive(Clone)]
pub struct InstagramPatient {
    shared: Arc<Shared>,
    id: String,
}

impl InstagramPatient {
    pub(super) fn known(shared: Arc<Shared>, id: String) -> Self {
        Self { shared, id }
    }

    pub(super) fn meet(shared: Arc<Shared>, name: &str, username: &str) -> Self {
        let id = meet(&mut shared.world(), name, username);
        Self { shared, id }
    }

    /// The scoped id by which the practice knows them.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id of the thread, once there is one.
    pub fn thread(&self) -> Option<String> {
        self.shared.world().instagram.thread_with(&self.id).map(|thread| thread.id.clone())
    }

    fn says(&self, text: &str, extra: Extra) -> String {
        write(&mut self.shared.world(), &self.id, text, extra)
    }

    /// Writes. Gives the message's id, like all the following.
    pub fn writes(&self, text: &str) -> String {
        self.says(text, Extra::default())
    }

    /// Answers one message in particular.
    pub fn quotes(&self, message: &str, text: &str) -> String {
        self.says(text, Extra { reply_to: Some(message.to_owned()), ..Extra::default() })
    }

    fn sends(&self, kind: &str, file: impl FnOnce(u64) -> File) -> String {
        send_file(&mut self.shared.world(), &self.id, kind, file)
    }

    /// Sends a photograph.
    pub fn sends_photo(&self) -> String {
        self.sends("image", media::photo)
    }

    /// Begins to send two photographs: they are listed as a message that says nothing until the upload ends.
    pub fn begins_photos(&self) -> String {
        self.writes("")
    }

    /// The upload ends: the message has its two files now.
    pub fn ends_photos(&self, message: &str) {
        let mut world = self.shared.world();
        let files = [(); 2].map(|()| file(&mut world, "image", media::photo));
        if let Some(message) = world.instagram.message_mut(message) {
            message.extra.files = files.into();
        }
    }

    /// Sends a voice note of so many seconds.
    pub fn sends_voice(&self, seconds: u32) -> String {
        self.sends("audio", |seed| media::voice(seconds, seed))
    }

    /// Sends a film.
    pub fn sends_video(&self) -> String {
        self.sends("video", media::film)
    }

    /// Sends a PDF.
    pub fn sends_file(&self, title: &str) -> String {
        self.sends("file", |_| media::paper(title))
    }

    /// Sends a sticker.
    pub fn sends_sticker(&self) -> String {
        self.sends("sticker", media::sticker)
    }

    /// Sends several photographs in one message.
    pub fn sends_photos(&self, count: usize) -> String {
        let mut world = self.shared.world();
        let files = (0..count).map(|_| file(&mut world, "image", media::photo)).collect();
        write(&mut world, &self.id, "", Extra { files, ..Extra::default() })
    }

    /// Answers a story of the practice.
    pub fn replies_to_story(&self, text: &str) -> String {
        self.says(text, story("reply_to"))
    }

    /// Mentions the practice in a story.
    pub fn mentions_in_story(&self) -> String {
        self.says("", story("mention"))
    }

    /// Shares a post or a link.
    pub fn shares(&self, url: &str, title: &str) -> String {
        self.says("", shared(url, title))
    }

    /// Sends something that the API marks as unsupported (a poll, a disappearing photo).
    pub fn sends_unsupported(&self) -> String {
        self.says("", Extra { unsupported: true, ..Extra::default() })
    }

    /// Sends something of a kind that nobody knows yet: an attachment with a further member.
    pub fn sends_unknown(&self, member: &str, value: Value) -> String {
        self.says("", Extra { raw: vec![(member.to_owned(), value)], ..Extra::default() })
    }

    /// Reacts to a message with a word (`love`) or an emoji; an earlier reaction is replaced.
    pub fn reacts(&self, message: &str, reaction: &str) {
        react(&mut self.shared.world(), &self.id, message, Some(reaction));
    }

    /// Takes the reaction away.
    pub fn takes_reaction_back(&self, message: &str) {
        react(&mut self.shared.world(), &self.id, message, None);
    }

    /// Takes a message back: it vanishes from the thread.
    pub fn unsends(&self, message: &str) {
        unsend(&mut self.shared.world(), message);
    }

    /// Meta no longer has the files of what was written so far: their links answer 404, also new ones.
    pub fn files_are_lost(&self) {
        let mut world = self.shared.world();
        let World { instagram, files, .. } = &mut *world;
        let messages = instagram.thread_with(&self.id).map_or(&[][..], |thread| &thread.messages);
        for (_, key, _) in messages.iter().flat_map(|message| &message.extra.files) {
            files.forget(key);
        }
    }

    /// Changes the words of a message.
    pub fn edits(&self, message: &str, text: &str) {
        if let Some(message) = self.shared.world().instagram.message_mut(message) {
            message.text = text.to_owned();
        }
    }

    /// Blocks the practice; sending fails from now on.
    pub fn blocks_the_practice(&self) {
        self.person(|person| person.blocks_us = true);
    }

    /// Lets the practice write again.
    pub fn unblocks_the_practice(&self) {
        self.person(|person| person.blocks_us = false);
    }

    /// Deactivates the account; sending fails from now on.
    pub fn leaves_instagram(&self) {
        self.person(|person| person.gone = true);
    }

    /// Keeps the profile from the practice (code 230).
    pub fn hides_profile(&self) {
        self.person(|person| person.hides_profile = true);
    }

    fn person(&self, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.shared.world().instagram.people.get_mut(&self.id) {
            change(person);
        }
    }

    /// Somebody of the practice answers in the Instagram app itself.
    pub fn hears_from_the_app(&self, text: &str) -> String {
        practice_writes(&mut self.shared.world(), &self.id, text)
    }

    /// What the practice wrote to them, oldest first.
    pub fn received(&self) -> Vec<Received> {
        received(&self.shared.world(), &self.id)
    }

    /// Whether the practice marked the thread as seen through the API.
    pub fn saw_seen(&self) -> bool {
        self.shared.world().instagram.seen.contains(&self.id)
    }

    /// Reactions on a message: who (`practice` or `patient`), and the word.
    pub fn reactions(&self, message: &str) -> Vec<(String, String)> {
        let mut world = self.shared.world();
        let reactions = world.instagram.message_mut(message).map(|message| message.reactions.clone());
        let who = |by: String| if by == IG_ID { "practice".to_owned() } else { "patient".to_owned() };
        reactions.unwrap_or_default().into_iter().map(|(by, word)| (who(by), word)).collect()
    }
}

/// Somebody new.
pub fn meet(world: &mut World, name: &str, username: &str) -> String {
    let id = world.mint.number("16", 16);
    let person = Person {
        name: name.to_owned(),
        username: username.to_owned(),
        blocks_us: false,
        gone: false,
        hides_profile: false,
    };
    world.instagram.people.insert(id.clone(), person);
    id
}

/// A message from a patient.
pub fn write(world: &mut World, from: &str, text: &str, extra: Extra) -> String {
    let (at, media) = (world.now, extra.files.len());
    let (inbound, elsewhere) = (true, false);
    let row = Message {
        id: String::new(),
        at,
        inbound,
        elsewhere,
        text: text.to_owned(),
        extra,
        reactions: vec![],
    };
    let id = world.instagram.add(&mut world.mint, from, row);
    world.ledger.add(Entry::Inbound {
        at_ms: at.as_millisecond(),
        channel: "instagram".into(),
        provider_id: id.clone(),
        patient: from.to_owned(),
        body: text.to_owned(),
        media,
    });
    id
}

/// A message of the practice that was written in the app.
pub fn practice_writes(world: &mut World, to: &str, text: &str) -> String {
    let at = world.now;
    let (inbound, elsewhere, extra) = (false, true, Extra::default());
    let row = Message {
        id: String::new(),
        at,
        inbound,
        elsewhere,
        text: text.to_owned(),
        extra,
        reactions: vec![],
    };
    let id = world.instagram.add(&mut world.mint, to, row);
    world.practice_wrote(Entry::Outbound {
        at_ms: at.as_millisecond(),
        channel: "instagram".into(),
        provider_id: id.clone(),
        patient: to.to_owned(),
        body: text.to_owned(),
        media: 0,
        elsewhere: true,
    });
    id
}

/// A message with one file.
pub fn send_file(world: &mut World, from: &str, kind: &str, make: impl FnOnce(u64) -> File) -> String {
    let files = vec![file(world, kind, make)];
    write(world, from, "", Extra { files, ..Extra::default() })
}

fn file(world: &mut World, kind: &str, make: impl FnOnce(u64) -> File) -> (String, String, File) {
    let (seed, key) = (world.mint.below(1_000_000), world.mint.opaque("file"));
    let made = make(seed);
    world.files.link(key.clone(), made.clone(), None);
    (kind.to_owned(), key, made)
}

/// The `story` member: `reply_to` or `mention`.
pub fn story(how: &str) -> Extra {
    let link = "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=story&signature=simulated";
    Extra { story: Some(json!({ how: { "link": link, "id": "17900000000000123" } })), ..Extra::default() }
}

/// The `shares` member.
pub fn shared(url: &str, title: &str) -> Extra {
    let share = json!({ "link": url, "name": title, "id": "18000000000000456" });
    Extra { shares: vec![share], ..Extra::default() }
}

/// A reaction of a person; `None` takes it away.
pub fn react(world: &mut World, by: &str, message: &str, reaction: Option<&str>) {
    if let Some(message) = world.instagram.message_mut(message) {
        message.reactions.retain(|(who, _)| who != by);
        message.reactions.extend(reaction.map(|reaction| (by.to_owned(), reaction.to_owned())));
    }
}

/// A message vanishes.
pub fn unsend(world: &mut World, message: &str) {
    for thread in &mut world.instagram.threads {
        if let Some(place) = thread.messages.iter().position(|row| row.id == message) {
            thread.messages.remove(place);
            thread.unsent.push(message.to_owned());
            let at_ms = world.now.as_millisecond();
            world.ledger.add(Entry::Unsent { at_ms, provider_id: message.to_owned() });
            return;
        }
    }
}

/// What the practice wrote to a person.
pub fn received(world: &World, id: &str) -> Vec<Received> {
    let thread = world.instagram.thread_with(id);
    let rows = thread.into_iter().flat_map(|thread| &thread.messages).filter(|message| !message.inbound);
    rows.map(|message| Received {
        provider_id: message.id.clone(),
        at: message.at,
        text: message.text.clone(),
        media: message.extra.files.len(),
        reply_to: message.extra.reply_to.clone(),
        elsewhere: message.elsewhere,
    })
    .collect()
}
