//! The hosts that an account may talk to. Nothing leaves for a host that is not listed here.
//!
//! Holds: names are compared whole ("graph.instagram.com.evil.example" is not "graph.instagram.com"); https on its own
//! port only, no user name in an address, no address written as numbers. The one exception is a loopback address that
//! replaces every host of the provider, for demo and test clinics, and it can only be made by [`Hosts::loopback`].
//! Refused: prefix comparison (it has let strangers in elsewhere); a switch "allow http", which would also open the
//! real hosts.

use std::net::{IpAddr, Ipv4Addr};

use anteroom_model::{ConnectorError, FailureKind, Retry};
use url::{Host, Url};

/// Hosts of one account, written down in code beside its connector.
#[derive(Clone, Debug)]
pub struct Hosts {
    exact: &'static [&'static str],
    suffixes: &'static [&'static str],
    loopback: Option<Url>,
}

/// The address is not one of this computer's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address that replaces a provider must be on this computer (127.0.0.1, ::1 or localhost)")]
pub struct NotLoopback;

impl Hosts {
    /// The provider's own hosts: whole names, and suffixes (`.fbcdn.net`) under which it serves files.
    pub const fn of(exact: &'static [&'static str], suffixes: &'static [&'static str]) -> Self {
        Self { exact, suffixes, loopback: None }
    }

    /// Replaces every host by one address on this computer; the real ones become unreachable. The list goes on
    /// deciding what may be asked for, by the real names: a link to this computer itself is refused. Anything but a plain loopback address is refused.
    pub fn loopback(mut self, base: &Url) -> Result<Self, NotLoopback> {
        let mut base = base.clone();
        let plain = matches!(base.scheme(), "http" | "https")
            && base.username().is_empty()
            && base.password().is_none()
            && base.query().is_none()
            && base.fragment().is_none();
        let here = match base.host() {
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            // The name is replaced by the number, so that no hosts file can lead it elsewhere.
            Some(Host::Domain("localhost")) => base.set_ip_host(IpAddr::V4(Ipv4Addr::LOCALHOST)).is_ok(),
            _ => false,
        };
        if !(plain && here) {
            return Err(NotLoopback);
        }
        self.loopback = Some(base);
        Ok(self)
    }

    /// Whether a loopback address stands in for the provider.
    pub const fn is_loopback(&self) -> bool {
        self.loopback.is_some()
    }

    /// The address of `path` on one of the provider's hosts.
    pub(super) fn address(&self, host: &str, path: &[String]) -> Result<Url, ConnectorError> {
        if !self.exact.contains(&host) {
            return Err(refused());
        }
        let mut url = Url::parse(&format!("https://{host}/")).map_err(|_| refused())?;
        url.path_segments_mut().map_err(|()| refused())?.pop_if_empty().extend(path);
        Ok(url)
    }

    /// Whether an address that came from the provider may be asked for.
    pub fn check(&self, url: &Url) -> Result<(), ConnectorError> {
        let clean = url.username().is_empty() && url.password().is_none();
        let listed = url.scheme() == "https"
            && url.port().is_none()
            && matches!(url.host(), Some(Host::Domain(name)) if self.names(name));
        if clean && listed { Ok(()) } else { Err(refused()) }
    }

    /// Where a request for `url` really goes: there, or to the loopback address with the host as first segment of
    /// the path (`http://127.0.0.1:4010/graph.instagram.com/v25.0/me`).
    pub(super) fn destination(&self, url: &Url) -> Url {
        let Some(base) = &self.loopback else { return url.clone() };
        let mut there = base.clone();
        let host = url.host_str().unwrap_or_default();
        there.set_path(&format!("{}/{host}{}", base.path().trim_end_matches('/'), url.path()));
        there.set_query(url.query());
        there
    }

    /// Whether `name` is one of the provider's host names.
    pub(super) fn names(&self, name: &str) -> bool {
        self.exact.contains(&name)
            || self
                .suffixes
                .iter()
                .any(|suffix| name.len() > suffix.len() && suffix.starts_with('.') && name.ends_with(suffix))
    }
}

const fn refused() -> ConnectorError {
    ConnectorError::new(FailureKind::HostRefused, Retry::Never)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTS: Hosts = Hosts::of(&["graph.instagram.com", "lookaside.fbsbx.com"], &[".cdninstagram.com"]);

    fn check(hosts: &Hosts, url: &str, allowed: bool) {
        let url = Url::parse(url).expect("a test's address");
        assert_eq!(hosts.check(&url).is_ok(), allowed, "{url}");
    }

    #[test]
    fn only_the_providers_whole_names_over_https_are_asked() {
        check(&HOSTS, "https://lookaside.fbsbx.com/x?asset=1", true);
        check(&HOSTS, "https://GRAPH.instagram.com/x", true);
        check(&HOSTS, "https://scontent-fra3-1.cdninstagram.com/v/t.jpg", true);
        check(&HOSTS, "https://cdninstagram.com/v", false);
        check(&HOSTS, "https://evilcdninstagram.com/v", false);
        check(&HOSTS, "https://graph.instagram.com.evil.example/x", false);
        check(&HOSTS, "https://graph.instagram.com./x", false);
        check(&HOSTS, "https://graph.instagram.com:8443/x", false);
        check(&HOSTS, "https://user@graph.instagram.com/x", false);
        check(&HOSTS, "http://lookaside.fbsbx.com/x", false);
        check(&HOSTS, "https://127.0.0.1/x", false);
        check(&HOSTS, "https://[::1]/x", false);
        check(&HOSTS, "file:///etc/passwd", false);
    }

    #[test]
    fn a_loopback_address_replaces_every_host_and_the_list_goes_on_deciding() {
        let base = Url::parse("http://localhost:4010/").expect("a test's address");
        let hosts = HOSTS.loopback(&base).expect("localhost is here");
        check(&hosts, "http://127.0.0.1:4010/media/1", false);
        check(&hosts, "https://lookaside.fbsbx.com/x", true);
        check(&hosts, "http://127.0.0.1:4011/media/1", false);
        check(&hosts, "https://evil.example/x", false);
        let url = hosts.address("graph.instagram.com", &["v25.0".into(), "a/../b".into()]).expect("listed");
        let there = hosts.destination(&url);
        assert_eq!(there.as_str(), "http://127.0.0.1:4010/graph.instagram.com/v25.0/a%2F..%2Fb");
        let link = Url::parse("https://lookaside.fbsbx.com/x?asset=1").expect("a test's address");
        assert_eq!(hosts.destination(&link).as_str(), "http://127.0.0.1:4010/lookaside.fbsbx.com/x?asset=1");
        assert_eq!(HOSTS.destination(&link), link);
    }

    #[test]
    fn only_this_computer_may_stand_in_for_a_provider() {
        for bad in ["http://10.0.0.5/", "https://sim.example/", "http://u:p@127.0.0.1/", "ftp://127.0.0.1/"] {
            let base = Url::parse(bad).expect("a test's address");
            assert_eq!(HOSTS.loopback(&base).err(), Some(NotLoopback), "{bad}");
        }
    }
}
