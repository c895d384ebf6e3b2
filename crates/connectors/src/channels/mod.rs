//! One folder per provider. A file that every connector has is called the same in each:
//!
//! | file | says |
//! | --- | --- |
//! | `mod` | what the provider is like, and the connector itself |
//! | `account` | who we are there, what we may do, giving the right back |
//! | `api` | the calls: addresses and parameters |
//! | `payload` | the provider's JSON, read tolerantly |
//! | `convert` | from the provider's words to ours |
//! | `capability` | what each channel can do, and its limits |
//! | `failure` | the one table of what a refusal means |
//! | `media` | fetching files |
//! | `send` | writing, and looking for what nobody knows of |
//! | `strange` | the entry points for fuzzing |
//!
//! The others are the provider's own, because only it has what they are about: Instagram's memory of what it cannot be
//! asked again, Twilio's calls and recordings, and so on.

pub mod instagram;
pub mod twilio;

#[cfg(test)]
mod tests {
    /// The files named above, but `mod`, which the compiler asks for.
    const SHARED: [&str; 9] =
        ["account", "api", "payload", "convert", "capability", "failure", "media", "send", "strange"];

    #[test]
    fn every_connector_has_the_files_that_are_said_to_be_shared() {
        let channels = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/channels");
        for provider in ["instagram", "twilio"] {
            for name in SHARED {
                let file = channels.join(provider).join(format!("{name}.rs"));
                assert!(file.is_file(), "{provider} has no {name}.rs");
            }
        }
    }
}
