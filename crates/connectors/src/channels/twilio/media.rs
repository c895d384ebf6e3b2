//! Files at Twilio: pictures of messages and recordings of calls.
//!
//! Holds: the key travels to `api.twilio.com` and no further. A file is handed out by a redirect to a file host, and
//! that second request carries no credential, whatever host it names.
//! Quirks: with "HTTP Basic auth for media" switched on the redirect leads to `mms.twiliocdn.com` and lasts four hours,
//! otherwise to Amazon's storage (Twilio's help centre). A recording deleted at Twilio loses its sound at once. A
//! recording that the clinic encrypted with its own key arrives encrypted; we hold no such key and say so by its kind.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use anteroom_model::{ConnectorError, FailureKind, MediaBody, RemoteAttachment, Retry};
use http::header::LOCATION;
use url::Url;

use super::api::{API, Api, nonsense, place};
use super::failure;
use super::payload::{self, Media};
use crate::transport::{Answer, Lane, RequestSpec};

const FILE: &str = "api.twilio.com/Messages/{sid}/Media/{media}";
const FILES: &str = "api.twilio.com/Messages/{sid}/Media.json";
const RECORDING: &str = "api.twilio.com/Recordings/{sid}";
const REDIRECTED: &str = "redirected file";
const HOPS: u8 = 2;

/// Where a file is; written into the reference that only we read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A file of a message.
    OfMessage { message: String, media: String },
    /// The file of a message with this number, counted from 0: its id is not known yet.
    Unlisted { message: String, number: usize },
    /// A recording.
    Recording(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OfMessage { message, media } => write!(f, "message/{message}/{media}"),
            Self::Unlisted { message, number } => write!(f, "unlisted/{message}/{number}"),
            Self::Recording(sid) => write!(f, "recording/{sid}"),
        }
    }
}

impl FromStr for Place {
    type Err = ConnectorError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ours = || ConnectorError::new(FailureKind::OurFault, Retry::Never);
        let mut parts = text.split('/').map(str::to_owned);
        let (kind, first, second) = (parts.next(), parts.next(), parts.next());
        let place = match (kind.as_deref(), first, second) {
            (Some("message"), Some(message), Some(media)) => Self::OfMessage { message, media },
            (Some("unlisted"), Some(message), Some(number)) => {
                Self::Unlisted { message, number: number.parse().map_err(|_| ours())? }
            }
            (Some("recording"), Some(sid), None) => Self::Recording(sid),
            _ => return Err(ours()),
        };
        if parts.next().is_some() { Err(ours()) } else { Ok(place) }
    }
}

impl Api {
    /// The files of a message.
    pub async fn files_of(&self, message: &str) -> Result<Vec<Media>, ConnectorError> {
        let path = self.in_account(&["Messages", message, "Media.json"]);
        let query = vec![("PageSize", "50".to_owned())];
        let page = self.page(self.get(API, FILES, path), query, "media_list").await?;
        let mut files: Vec<Media> = page.rows.iter().filter_map(payload::row).collect();
        // Lists repeat rows now and then; one file must not become two.
        let mut seen = HashSet::new();
        files.retain(|file| seen.insert(file.sid.clone()));
        Ok(files)
    }

    /// The bytes of a file.
    pub async fn file(&self, file: &RemoteAttachment, most: u64) -> Result<MediaBody, ConnectorError> {
        match self.found(file.reference.parse()?).await? {
            Place::Recording(sid) => self.recording(&sid, most).await,
            Place::OfMessage { message, media } => {
                let path = self.in_account(&["Messages", &message, "Media", &media]);
                body(self.follow(FILE, path, most).await?)
            }
            Place::Unlisted { .. } => Err(not_there()),
        }
    }

    /// Deletes a file at Twilio.
    pub async fn delete_file(&self, file: &RemoteAttachment) -> Result<(), ConnectorError> {
        let (route, path) = match self.found(file.reference.parse()?).await {
            Ok(Place::Recording(sid)) => {
                (RECORDING, self.in_account(&["Recordings", &format!("{sid}.json")]))
            }
            Ok(Place::OfMessage { message, media }) => {
                (FILE, self.in_account(&["Messages", &message, "Media", &format!("{media}.json")]))
            }
            Ok(Place::Unlisted { .. }) => return Ok(()),
            Err(error) if error.kind == FailureKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        self.delete(API, route, path).await
    }

    /// Learns the id of a file of which only the number is known.
    async fn found(&self, place: Place) -> Result<Place, ConnectorError> {
        let Place::Unlisted { message, number } = place else { return Ok(place) };
        let media = self.files_of(&message).await?.into_iter().nth(number).ok_or_else(not_there)?.sid;
        Ok(Place::OfMessage { message, media })
    }

    /// MP3 is a tenth of the size; WAV is what always exists.
    async fn recording(&self, sid: &str, most: u64) -> Result<MediaBody, ConnectorError> {
        let path = |ending: &str| self.in_account(&["Recordings", &format!("{sid}{ending}")]);
        match self.follow(RECORDING, path(".mp3"), most).await {
            Err(error) if matches!(error.http, Some(404 | 406 | 415)) => {
                body(self.follow(RECORDING, path(".wav"), most).await?)
            }
            answer => body(answer?),
        }
    }

    /// Asks with the key, and follows a redirect without it.
    async fn follow(
        &self,
        route: &'static str,
        path: Vec<String>,
        most: u64,
    ) -> Result<Answer, ConnectorError> {
        let answer = self.transport.ask(self.get(API, route, path).lane(Lane::Fetch).at_most(most)).await?;
        if !matches!(answer.http, 301 | 302 | 303 | 307 | 308) {
            return accepted(answer);
        }
        let location =
            answer.headers.get(LOCATION).and_then(|value| value.to_str().ok()).ok_or_else(nonsense)?;
        let spec = match Url::parse(location) {
            Ok(url) => RequestSpec::file(url, REDIRECTED, most).follow(HOPS),
            Err(url::ParseError::RelativeUrlWithoutBase) => {
                let (path, query) = place(location).ok_or_else(nonsense)?;
                let spec =
                    RequestSpec::get(API, REDIRECTED, path).lane(Lane::Fetch).at_most(most).follow(HOPS);
                query.into_iter().fold(spec, |spec, (name, value)| spec.query(name, value))
            }
            Err(_) => return Err(nonsense()),
        };
        accepted(self.transport.ask(spec).await?)
    }
}

fn accepted(answer: Answer) -> Result<Answer, ConnectorError> {
    if answer.is_success() { Ok(answer) } else { Err(failure::refusal(&answer)) }
}

/// An empty answer or a web page is not the file.
fn body(answer: Answer) -> Result<MediaBody, ConnectorError> {
    let mime = answer.mime();
    if answer.body.is_empty() || mime.as_deref().is_some_and(|mime| mime == "text/html") {
        return Err(nonsense().with_http(answer.http));
    }
    Ok(MediaBody { mime, bytes: answer.body })
}

const fn not_there() -> ConnectorError {
    ConnectorError::new(FailureKind::NotFound, Retry::Never)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again_from_its_reference() {
        let (message, media) = ("MM1".to_owned(), "ME2".to_owned());
        for place in [
            Place::OfMessage { message: message.clone(), media },
            Place::Unlisted { message, number: 3 },
            Place::Recording("RE1".into()),
        ] {
            assert_eq!(place.to_string().parse::<Place>(), Ok(place));
        }
        for bad in ["", "recording", "message/MM1", "unlisted/MM1/x", "recording/RE1/x", "message/a/b/c"] {
            assert!(bad.parse::<Place>().is_err(), "{bad}");
        }
    }
}
