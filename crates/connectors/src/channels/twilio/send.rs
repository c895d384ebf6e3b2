//! Sending, how far it got, and looking for a send whose end nobody saw.
//!
//! Holds: one request per send and no second; what cannot be sent is refused before a byte leaves. "Not sent" is said
//! only after everything to this patient since the attempt was read and a minute has passed; whatever is doubtful is
//! "cannot tell".
//! Quirks: Twilio has no field for a mark of ours, so an unknown send is found by its words and its time. A message
//! that waits in Twilio's queue has no `date_sent` and is hidden by every date filter, so the search uses none.

use anteroom_model::{
    Accepted, ConnectorError, FailureKind, Outgoing, OutgoingBody, Reconciled, Retry, SendError,
    StatusUpdate, UnknownSend,
};
use http::header::DATE;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::api::{API, Api, Fields};
use super::capability::{LONGEST_TEXT, carries_text};
use super::convert::{self, address};
use super::failure::is_about_all;
use super::payload::{self, Message, Page};

const MESSAGES: &str = "api.twilio.com/Messages.json";
const MESSAGE: &str = "api.twilio.com/Messages/{sid}.json";
/// Clocks differ by so much.
const EARLIER: SignedDuration = SignedDuration::from_mins(2);
/// Twilio lists what it took within this time.
const LISTED_WITHIN: SignedDuration = SignedDuration::from_secs(60);
/// The same words so near before the attempt may be the attempt, if a clock was moved.
const NEAR: SignedDuration = SignedDuration::from_hours(1);
const PAGES: usize = 10;
/// So many answers in a row may say that Twilio is ill before the rest are spared the question.
const MOST_ILL: u32 = 3;

impl Api {
    /// Hands one message over.
    pub async fn hand_over(&self, out: &Outgoing) -> Result<Accepted, SendError> {
        let form = form(out).map_err(SendError::Definite)?;
        let path = self.in_account(&["Messages.json"]);
        Ok(Accepted { provider_id: self.create(MESSAGES, path, form).await? })
    }

    /// How far messages of ours got. What Twilio cannot say about one of them keeps back nothing about the others, so an
    /// error means that nobody was asked.
    pub async fn progress_of(
        &self,
        ids: &[String],
        now: Timestamp,
    ) -> Result<Vec<StatusUpdate>, ConnectorError> {
        let mut found = Vec::new();
        let (mut answered, mut ill) = (false, 0);
        for id in ids {
            let spec = self.get(API, MESSAGE, self.in_account(&["Messages", &format!("{id}.json")]));
            match self.one::<Message>(spec).await {
                Ok(row) => {
                    ill = 0;
                    found.extend(convert::status(&row, now));
                }
                Err(error) if is_about_all(&error) => return if answered { Ok(found) } else { Err(error) },
                Err(error) => ill = if error.kind == FailureKind::ProviderDown { ill + 1 } else { 0 },
            }
            answered = true;
            if ill == MOST_ILL {
                // Not this message is ill but Twilio: the others come up again at their own time.
                break;
            }
        }
        Ok(found)
    }

    /// Looks for a send whose outcome is unknown.
    pub async fn look_for(&self, send: &UnknownSend, now: Timestamp) -> Result<Reconciled, ConnectorError> {
        let out = &send.outgoing;
        let mut query: Fields = vec![("To", address(out.channel, &out.to)), ("PageSize", "100".into())];
        if !is_service(&out.from) {
            query.push(("From", address(out.channel, &out.from)));
        }
        let spec = self.get(API, MESSAGES, self.in_account(&["Messages.json"]));
        let spec = query.into_iter().fold(spec, |spec, (name, value)| spec.query(name, value));
        let answer = self.ask(spec).await?;
        // What counts is Twilio's clock: ours may have been wrong at the time of the attempt.
        let theirs =
            answer.headers.get(DATE).and_then(|date| date.to_str().ok()).and_then(payload::parse_time);
        let skew = theirs.map_or(SignedDuration::ZERO, |theirs| theirs.duration_since(now));
        let since = send.since.checked_add(skew).unwrap_or(send.since);
        let mut page = Page::read(&answer.body, "messages")?;
        let mut search = Search::new(send, since);
        for _ in 0..PAGES {
            search.take(&page.rows);
            let Some(next) = page.next.filter(|_| !search.is_past()) else {
                return Ok(search.verdict(now.duration_since(send.attempted_at) >= LISTED_WITHIN));
            };
            page = self.next_page(API, MESSAGES, &next, "messages").await?;
        }
        Ok(search.verdict(false))
    }
}

/// What is posted, or why it cannot be.
pub(super) fn form(out: &Outgoing) -> Result<Fields, ConnectorError> {
    let refused = |kind| Err(ConnectorError::new(kind, Retry::Never));
    if !carries_text(out.channel) || out.to.trim().is_empty() || out.from.trim().is_empty() {
        return refused(FailureKind::OurFault);
    }
    let mut form: Fields = vec![("To", address(out.channel, &out.to))];
    if is_service(&out.from) {
        form.push(("MessagingServiceSid", out.from.clone()));
    } else {
        form.push(("From", address(out.channel, &out.from)));
    }
    match &out.body {
        OutgoingBody::Text(text) if text.trim().is_empty() || LONGEST_TEXT.check(text).is_err() => {
            return refused(FailureKind::ContentRefused);
        }
        OutgoingBody::Text(text) => form.push(("Body", text.reveal().clone())),
        // Twilio takes files by public address only, and a file on this computer has none.
        OutgoingBody::Attachment(_) => return refused(FailureKind::ContentRefused),
        OutgoingBody::Template { template_id, values } => {
            form.push(("ContentSid", template_id.clone()));
            if !values.is_empty() {
                let values = values.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str())));
                form.push(("ContentVariables", Value::Object(values.collect()).to_string()));
            }
        }
    }
    Ok(form)
}

/// A messaging service picks the sender itself.
fn is_service(from: &str) -> bool {
    from.starts_with("MG") && from.len() == 34
}

/// The search for one unknown send through the rows of its patient.
pub(super) struct Search<'a> {
    send: &'a UnknownSend,
    /// When the first attempt began, by Twilio's clock.
    since: Timestamp,
    /// Rows that may be it: when they were made, and their ids.
    found: Vec<(Timestamp, String)>,
    /// The same words a little too early.
    near: bool,
    /// The time of the last row, and whether all came newest first.
    last: Option<Timestamp>,
    newest_first: bool,
}

impl<'a> Search<'a> {
    pub fn new(send: &'a UnknownSend, since: Timestamp) -> Self {
        Self { send, since, found: Vec::new(), near: false, last: None, newest_first: true }
    }

    pub fn take(&mut self, rows: &[Value]) {
        for row in rows.iter().filter_map(payload::row::<Message>) {
            let Some(at) = row.date_created.or(row.date_sent) else {
                // Without a date it can be neither it nor surely something else.
                self.near |= self.is_candidate(&row);
                continue;
            };
            self.newest_first &= self.last.is_none_or(|last| at <= last);
            self.last = Some(at);
            if !self.is_candidate(&row) {
                continue;
            }
            if at >= self.since - EARLIER {
                self.found.push((at, row.sid));
            } else if at >= self.since - NEAR {
                self.near = true;
            }
        }
    }

    fn is_candidate(&self, row: &Message) -> bool {
        row.delivery().is_some() && !self.send.taken.contains(&row.sid) && self.has_our_words(row)
    }

    fn has_our_words(&self, row: &Message) -> bool {
        let said = plain(row.body.as_deref().unwrap_or_default());
        match &self.send.outgoing.body {
            // A trial account puts a sentence of its own in front.
            OutgoingBody::Text(text) => said.ends_with(&plain(text)),
            OutgoingBody::Template { values, .. } => {
                values.iter().all(|(_, value)| said.contains(&plain(value)))
            }
            OutgoingBody::Attachment(_) => false,
        }
    }

    /// Whether everything since the attempt was read, and what follows is older.
    pub fn is_past(&self) -> bool {
        self.newest_first && self.last.is_some_and(|last| last < self.since - NEAR)
    }

    pub fn verdict(mut self, waited: bool) -> Reconciled {
        self.found.sort();
        let certain = match &self.send.outgoing.body {
            OutgoingBody::Template { values, .. } => !values.is_empty() || self.found.len() == 1,
            OutgoingBody::Text(_) | OutgoingBody::Attachment(_) => true,
        };
        match self.found.into_iter().next() {
            Some((_, provider_id)) if certain => Reconciled::Sent(Accepted { provider_id }),
            None if waited && !self.near => Reconciled::NotSent,
            _ => Reconciled::CannotTell,
        }
    }
}

/// Words as they compare: Twilio may trim them, and may turn curly quotes, dashes and dots into plain ones.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n").replace('\u{2026}', "...");
    text.chars()
        .map(|letter| match letter {
            '\u{2018}' | '\u{2019}' | '\u{201b}' => '\'',
            '\u{201c}' | '\u{201d}' | '\u{201f}' => '"',
            '\u{2010}'..='\u{2015}' => '-',
            '\u{00a0}' => ' ',
            other => other,
        })
        .collect()
}
