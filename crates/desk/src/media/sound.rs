//! Sounds and films: how long they last, and for plain recordings how loud they are over time.

/// What the timeline needs to know of a sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sound {
    /// Seconds, rounded up; `None` when it cannot be read here.
    pub seconds: Option<u32>,
    /// Loudness over time, 0 to 255; only for plain recordings.
    pub waveform: Option<Vec<u8>>,
}

/// Reads a sound or film, as far as it can be read without its codec.
pub fn sound(bytes: &[u8], mime: &str) -> Sound {
    if let Some((seconds, waveform)) = super::wav::read(bytes) {
        return Sound { seconds: rounded(seconds), waveform: Some(waveform) };
    }
    let seconds = match mime {
        "audio/ogg" => ogg(bytes),
        "audio/mpeg" => mp3(bytes),
        "audio/mp4" | "video/mp4" | "video/quicktime" | "audio/3gpp" | "video/3gpp" => mp4(bytes),
        "audio/amr" => amr(bytes),
        _ => None,
    };
    Sound { seconds: seconds.and_then(rounded), waveform: None }
}

fn rounded(seconds: f64) -> Option<u32> {
    // A day is longer than any message; more is a broken header.
    (0.0..86_400.0).contains(&seconds).then_some(seconds.ceil() as u32)
}

/// Ogg: the granule of the last page, in samples; Opus always counts 48,000 a second and skips a little at the start
/// (RFC 7845), Vorbis names its rate.
fn ogg(bytes: &[u8]) -> Option<f64> {
    let head = &bytes[..bytes.len().min(200)];
    let find = |mark: &[u8]| head.windows(mark.len()).position(|part| part == mark);
    let (rate, skip) = if let Some(at) = find(b"OpusHead") {
        (48_000.0, f64::from(u16::from_le_bytes(bytes.get(at + 10..at + 12)?.try_into().ok()?)))
    } else {
        let at = find(b"\x01vorbis")?;
        (f64::from(u32::from_le_bytes(bytes.get(at + 12..at + 16)?.try_into().ok()?)), 0.0)
    };
    let tail = bytes.len().saturating_sub(70_000);
    let last = bytes[tail..].windows(4).rposition(|part| part == b"OggS")? + tail;
    let granule = i64::from_le_bytes(bytes.get(last + 6..last + 14)?.try_into().ok()?);
    (granule > 0 && rate > 0.0).then(|| (granule as f64 - skip).max(0.0) / rate)
}

/// MP3: the sum of its frames (ISO 11172-3, 13818-3), layer III only.
fn mp3(bytes: &[u8]) -> Option<f64> {
    let mut at = match bytes.get(..10)? {
        // ID3v2: a size of four times seven bits.
        [b'I', b'D', b'3', _, _, _, a, b, c, d] => {
            10 + [a, b, c, d].iter().fold(0usize, |size, &&byte| size << 7 | usize::from(byte & 0x7F))
        }
        _ => 0,
    };
    let mut seconds = 0.0;
    while let Some(header) = bytes.get(at..at + 4) {
        let Some((length, duration)) = frame(header) else { break };
        at += length;
        seconds += duration;
    }
    (seconds > 0.0).then_some(seconds)
}

/// Bytes and seconds of an MP3 frame.
fn frame(header: &[u8]) -> Option<(usize, f64)> {
    const V1: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const V2: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    const RATES: [usize; 3] = [44_100, 48_000, 32_000];
    let &[0xFF, second, third, _] = header else { return None };
    let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
    if second & 0xE0 != 0xE0 || layer != 1 || version == 1 {
        return None;
    }
    let rate = RATES.get(usize::from(third >> 2 & 3))? / [4, 1, 2, 1][usize::from(version)];
    let bitrate = if version == 3 { V1 } else { V2 }.get(usize::from(third >> 4)).copied()? * 1000;
    let samples = if version == 3 { 1152 } else { 576 };
    let length = samples / 8 * bitrate / rate + usize::from(third >> 1 & 1);
    (length > 4).then_some((length, samples as f64 / rate as f64))
}

/// MP4: `moov/mvhd` (ISO 14496-12).
fn mp4(bytes: &[u8]) -> Option<f64> {
    let header = boxed(boxed(bytes, b"moov")?, b"mvhd")?;
    let number = |at: usize| Some(f64::from(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?)));
    let (scale, length) = match header.first()? {
        0 => (number(12)?, number(16)?),
        _ => (number(20)?, number(24)? * 4_294_967_296.0 + number(28)?),
    };
    (scale > 0.0).then(|| length / scale)
}

fn boxed<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let mut rest = bytes;
    loop {
        let size = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
        let (head, size) = match size {
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(rest.get(8..16)?.try_into().ok()?)).ok()?),
            size => (8, usize::try_from(size).ok()?),
        };
        let body = rest.get(head..size.min(rest.len()))?;
        if rest.get(4..8)? == name {
            return Some(body);
        }
        rest = rest.get(size..)?;
    }
}

/// AMR narrow band: frames of 20 ms whose first byte tells their length (RFC 4867).
fn amr(bytes: &[u8]) -> Option<f64> {
    const LENGTHS: [usize; 9] = [13, 14, 16, 18, 20, 21, 27, 32, 6];
    let mut rest = bytes.strip_prefix(b"#!AMR\n")?;
    let mut frames = 0u32;
    while let Some(first) = rest.first() {
        let length = LENGTHS.get(usize::from(first >> 3 & 15)).copied().unwrap_or(1);
        frames += 1;
        rest = rest.get(length..).unwrap_or_default();
    }
    Some(f64::from(frames) * 0.02)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seconds(bytes: &[u8], mime: &str) -> Option<u32> {
        sound(bytes, mime).seconds
    }

    fn opus(seconds: i64) -> Vec<u8> {
        let mut bytes = b"OggS\0\x02\0\0\0\0\0\0\0\0ssssnnnncccc\x01\x13OpusHead\x01\x01\x38\x01".to_vec();
        bytes.extend(b"OggS\0\x04");
        bytes.extend((seconds * 48_000 + 312).to_le_bytes());
        bytes.extend(b"rest of the page");
        bytes
    }

    #[test]
    fn lengths_come_from_the_containers() {
        assert_eq!(seconds(&opus(7), "audio/ogg"), Some(7));
        // 128 kbit/s, 44.1 kHz: 417 bytes, 26 ms a frame.
        let frame = [[0xFF, 0xFB, 0x90, 0x00].as_slice(), &[0; 413]].concat();
        assert_eq!(seconds(&frame.repeat(100), "audio/mpeg"), Some(3));
        let mvhd =
            [b"\0\0\0\x1Cmvhd\0\0\0\0".as_slice(), &[0; 8], &1000u32.to_be_bytes(), &61_000u32.to_be_bytes()]
                .concat();
        let moov = [&u32::try_from(mvhd.len() + 8).expect("short").to_be_bytes(), b"moov".as_slice(), &mvhd]
            .concat();
        let file = [b"\0\0\0\x08ftyp".as_slice(), &moov].concat();
        assert_eq!(seconds(&file, "audio/mp4"), Some(61));
        assert_eq!(seconds(&[b"#!AMR\n".as_slice(), &[0x3C; 32 * 50]].concat(), "audio/amr"), Some(1));
        assert_eq!(seconds(b"nothing", "audio/mpeg"), None);
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 0usize..40) {
            let opus = opus(3);
            for mime in ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/amr"] {
                let _ = sound(&bytes, mime);
                let _ = sound(&opus[..cut.min(opus.len())], mime);
                let _ = sound(&[b"ID3\x04\0\0".as_slice(), &bytes].concat(), mime);
                let _ = sound(&[b"#!AMR\n".as_slice(), &bytes].concat(), mime);
            }
        }
    }
}
