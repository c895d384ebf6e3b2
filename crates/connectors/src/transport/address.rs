//! Which computers a provider's file address may lead to.
//!
//! Holds: when a file is fetched, the provider's host names resolve to public addresses or to nothing. The check sits
//! in the resolver that the connection itself uses, so there is no second look-up that could answer otherwise (DNS
//! rebinding). Names that are not the provider's are the clinic's own proxy, which usually has a private address; they
//! pass, because the host list has already refused every other target.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Hosts;

pub(super) struct PublicOnly(pub(super) Hosts);

#[derive(Debug, thiserror::Error)]
#[error("the name leads to no public address")]
pub(super) struct NoPublicAddress;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let ours = self.0.names(name.as_str());
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let kept: Vec<SocketAddr> = found.filter(|found| !ours || is_public(found.ip())).collect();
            if kept.is_empty() {
                return Err(NoPublicAddress.into());
            }
            Ok(Box::new(kept.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is reachable for everybody, so that nothing inside the clinic can be behind it.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let benchmark = a == 198 && (b == 18 || b == 19);
    let protocol = a == 192 && b == 0 && c == 0;
    !(a == 0
        || a >= 224
        || ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || shared
        || benchmark
        || protocol)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let s = ip.segments();
    let inner = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match s {
        // IPv4 written as IPv6, directly, through NAT64 or 6to4: what counts is the address inside.
        [0, 0, 0, 0, 0, 0xffff | 0, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => inner(high, low),
        [0x2002, high, low, ..] => inner(high, low),
        // 2001::/23 (Teredo and protocol assignments) and documentation.
        [0x2001, second, ..] if second < 0x200 || second == 0xdb8 => false,
        // Global unicast is 2000::/3; all else is local, multicast or unassigned.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    #[test]
    fn nothing_inside_the_clinic_counts_as_public() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.178.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:192.168.1.1",
            "64:ff9b::10.0.0.1",
            "2002:c0a8:101::1",
            "2001:db8::1",
        ] {
            assert!(!is_public(IpAddr::from_str(inside).expect("an address")), "{inside}");
        }
        for outside in ["157.240.1.1", "2a03:2880:f003:c07:face:b00c:0:2", "64:ff9b::157.240.1.1"] {
            assert!(is_public(IpAddr::from_str(outside).expect("an address")), "{outside}");
        }
    }

    #[tokio::test]
    async fn a_providers_name_that_leads_home_is_not_followed_but_a_proxy_may_live_there() {
        let name = || Name::from_str("localhost").expect("a name");
        let listed = PublicOnly(Hosts::of(&["localhost"], &[]));
        assert!(listed.resolve(name()).await.is_err());
        let proxy = PublicOnly(Hosts::of(&["graph.instagram.com"], &[]));
        assert!(proxy.resolve(name()).await.is_ok());
    }
}
