//! What can go wrong inside the desk, and the one place that turns it into the window's few codes.

use anteroom_model::{ConnectorError, TemplateProblem};
use anteroom_store::sealed::SealedError;
use anteroom_store::{Conflict, StoreError};

use crate::convert;
use crate::outbox::Misfit;
use crate::views::{Code, WireError};

/// Something went wrong inside the desk.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The store.
    #[error("store: {0}")]
    Store(#[from] StoreError),
    /// A provider.
    #[error("provider: {0}")]
    Provider(#[from] ConnectorError),
    /// A sealed file.
    #[error("file: {0}")]
    File(#[from] SealedError),
    /// The desk itself refuses, with its sentence.
    #[error("refused: {0:?}")]
    Refused(WireError),
}

impl Fault {
    /// What was named is not there.
    pub const fn not_found() -> Self {
        Self::of(Code::NotFound)
    }

    /// The desk refuses with this sentence.
    pub const fn of(code: Code) -> Self {
        Self::Refused(WireError::of(code))
    }

    /// A field is empty or cannot be understood.
    pub fn invalid(field: &str) -> Self {
        Self::Refused(WireError::invalid(field))
    }

    /// A word for the log.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Store(error) => error.word(),
            Self::Provider(_) => "provider",
            Self::File(_) => "file",
            Self::Refused(_) => "refused",
        }
    }

    /// The number that goes with the word, if there is one.
    const fn number(&self) -> Option<i32> {
        match self {
            Self::Store(error) => error.number(),
            _ => None,
        }
    }
}

impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Self {
        Self::Refused(misfit.into())
    }
}

impl From<TemplateProblem> for Fault {
    fn from(problem: TemplateProblem) -> Self {
        Self::Refused(match problem {
            TemplateProblem::NotApproved => WireError::of(Code::TemplateRefused),
            TemplateProblem::Unfilled { blank }
            | TemplateProblem::LineBreak { blank }
            | TemplateProblem::Gap { blank }
            | TemplateProblem::TooLong { blank, .. } => {
                WireError::of(Code::TemplateIncomplete).with("blank", blank)
            }
        })
    }
}

impl From<Fault> for WireError {
    fn from(fault: Fault) -> Self {
        let (state, n) = (fault.word(), fault.number());
        let code = match fault {
            Fault::Refused(error) => return error,
            Fault::Provider(error) => {
                let told = Self::of(convert::failure_code(error.kind));
                // The provider's number helps whoever looks it up; it is no patient's.
                return match error.code {
                    Some(code) => told.with("code", code.code),
                    None => told,
                };
            }
            Fault::Store(error) => store_code(error),
            Fault::File(SealedError::DiskFull) => Code::DiskFull,
            Fault::File(SealedError::ReadOnly) => Code::FolderReadOnly,
            Fault::File(_) => Code::FileUnreadable,
        };
        tracing::warn!(event = "command_failed", status = ?code, state, n);
        Self::of(code)
    }
}

const fn store_code(error: StoreError) -> Code {
    match error {
        StoreError::DiskFull => Code::DiskFull,
        StoreError::ReadOnly => Code::FolderReadOnly,
        StoreError::NotFound => Code::NotFound,
        StoreError::Damaged => Code::DatabaseDamaged,
        StoreError::Closed => Code::NotOpen,
        StoreError::Conflict(Conflict::AlreadyConnected) => Code::AlreadyConnected,
        StoreError::Conflict(Conflict::SameName) => Code::SameName,
        StoreError::Conflict(Conflict::PatientSaidStop) => Code::NotAllowed,
        StoreError::Conflict(_) => Code::Stale,
        StoreError::Gone => Code::StorageGone,
        StoreError::Busy
        | StoreError::BadRow
        | StoreError::Io(_)
        | StoreError::Sqlite(_)
        | StoreError::GivenUp => Code::Unexpected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_sent_while_the_disk_is_out_is_told_so() {
        assert_eq!(WireError::from(Fault::from(StoreError::Gone)).code, Code::StorageGone);
    }
}
