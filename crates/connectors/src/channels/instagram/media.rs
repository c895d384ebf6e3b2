//! Fetching files. Addresses are signed and end after a while; an ended one is asked for afresh, once, through its
//! message, as long as that still opens.

use anteroom_model::{ConnectorError, FailureKind, MediaBody, RemoteAttachment, Retry};
use url::Url;

use super::Instagram;
use super::convert::{Reference, file_of};
use super::payload::{Message, read};
use crate::transport::{Answer, by_status};

impl Instagram {
    pub(super) async fn fetch_file(
        &self,
        file: &RemoteAttachment,
        most_bytes: u64,
    ) -> Result<MediaBody, ConnectorError> {
        let ours = || ConnectorError::new(FailureKind::OurFault, Retry::Never);
        let reference: Reference = serde_json::from_str(&file.reference).map_err(|_| ours())?;
        let mut answer = self.file_at(&reference.url, most_bytes).await?;
        if matches!(answer.http, 403 | 404 | 410)
            && let Some(url) = self.fresh_address(&reference).await?
        {
            answer = self.file_at(&url, most_bytes).await?;
        }
        if answer.is_success() {
            return Ok(MediaBody { mime: answer.mime(), bytes: answer.body });
        }
        // A signed address that is refused has ended; it says nothing about our rights.
        Err(match answer.http {
            401 | 403 => ConnectorError::new(FailureKind::NotFound, Retry::Never).with_http(answer.http),
            http => by_status(http, answer.wait),
        })
    }

    async fn file_at(&self, url: &str, most_bytes: u64) -> Result<Answer, ConnectorError> {
        let url = Url::parse(url).map_err(|_| ConnectorError::new(FailureKind::BadAnswer, Retry::Never))?;
        Ok(self.api.file(url, most_bytes).await?)
    }

    async fn fresh_address(&self, reference: &Reference) -> Result<Option<String>, ConnectorError> {
        let row =
            match self.api.message(&reference.message, "attachments").await.map_err(ConnectorError::from) {
                Ok(row) => row,
                Err(error) if matches!(error.kind, FailureKind::NotFound | FailureKind::OurFault) => {
                    return Ok(None);
                }
                Err(error) => return Err(error),
            };
        let message: Message = read(&row);
        let part = message.attachments.get(reference.place).and_then(file_of);
        Ok(part.map(|(_, url, _)| url))
    }
}
