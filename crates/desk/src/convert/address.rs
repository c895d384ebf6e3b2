//! How an address is shown: `@mara.k`, `+44 7700 900142`.

use anteroom_model::{ChannelKind, shown_phone};

/// The address of an identity as people write it. A number that nobody can parse is shown as it is; somebody on
/// Instagram without a known user name has no address that a person could use.
pub fn shown_address(channel: ChannelKind, handle: &str, username: Option<&str>) -> String {
    match username {
        Some(name) if !channel.is_by_number() => format!("@{name}"),
        _ if channel.is_by_number() => shown_phone(handle),
        _ => handle.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_as_people_write_them() {
        let sms = |number| shown_address(ChannelKind::Sms, number, None);
        assert_eq!(sms("+447700900142"), "+44 7700 900142");
        assert_eq!(sms("86753"), "86753", "a short code");
        assert_eq!(shown_address(ChannelKind::Instagram, "17841", Some("mara.k")), "@mara.k");
        assert_eq!(shown_address(ChannelKind::Instagram, "17841", None), "17841");
    }
}
