//! Plain recordings (WAV): length and loudness. Twilio's recordings come like this: PCM or µ-law, 8 kHz.

/// Bars of a drawn waveform.
const BARS: usize = 64;

/// Seconds and loudness of a WAV file; `None` when it is none.
pub fn read(bytes: &[u8]) -> Option<(f64, Vec<u8>)> {
    if bytes.get(..4)? != b"RIFF" || bytes.get(8..12)? != b"WAVE" {
        return None;
    }
    let mut rest = &bytes[12..];
    let mut format = None;
    while rest.len() >= 8 {
        let name = &rest[..4];
        let size = usize::try_from(u32::from_le_bytes(rest[4..8].try_into().ok()?)).ok()?;
        // A recording that was cut off says more than it has.
        let body = &rest[8..8 + size.min(rest.len() - 8)];
        match name {
            b"fmt " => format = Format::read(body),
            b"data" => return format?.measure(body),
            _ => {}
        }
        rest = rest.get(8 + size + (size & 1)..).unwrap_or_default();
    }
    None
}

#[derive(Clone, Copy)]
struct Format {
    mu_law: bool,
    channels: usize,
    rate: u32,
    bytes: usize,
}

impl Format {
    fn read(body: &[u8]) -> Option<Self> {
        let short = |at: usize| Some(u16::from_le_bytes(body.get(at..at + 2)?.try_into().ok()?));
        let tag = short(0)?;
        let format = Self {
            mu_law: tag == 7,
            channels: usize::from(short(2)?),
            rate: u32::from_le_bytes(body.get(4..8)?.try_into().ok()?),
            bytes: usize::from(short(14)?) / 8,
        };
        let known = matches!(tag, 1 | 7 | 0xFFFE) && matches!(format.bytes, 1..=4);
        (known && format.channels > 0 && format.rate > 0).then_some(format)
    }

    fn measure(self, data: &[u8]) -> Option<(f64, Vec<u8>)> {
        let frame = self.bytes * self.channels;
        let frames = data.len() / frame;
        let seconds = frames as f64 / f64::from(self.rate);
        if frames == 0 {
            return Some((0.0, Vec::new()));
        }
        let bars = (0..BARS.min(frames)).map(|bar| {
            let (from, to) = (bar * frames / BARS.min(frames), (bar + 1) * frames / BARS.min(frames));
            // A thousand samples of a bar are enough to draw it.
            let step = ((to - from) / 1000).max(1);
            let samples =
                (from..to).step_by(step).filter_map(|n| data.get(n * frame..n * frame + self.bytes));
            samples.map(|sample| self.loudness(sample)).max().unwrap_or(0)
        });
        Some((seconds, bars.collect()))
    }

    /// 0 to 255.
    fn loudness(self, sample: &[u8]) -> u8 {
        match sample {
            [code] if self.mu_law => mu_law(*code),
            [value] => value.abs_diff(128).saturating_mul(2),
            // The two highest bytes are the sign and the loudness, whatever the depth.
            [.., low, high] => {
                let value = i16::from_le_bytes([*low, *high]).unsigned_abs() >> 7;
                u8::try_from(value).unwrap_or(u8::MAX)
            }
            [] => 0,
        }
    }
}

/// ITU-T G.711 µ-law, as loudness only.
fn mu_law(code: u8) -> u8 {
    let code = !code;
    let (exponent, mantissa) = (u32::from(code >> 4 & 7), u32::from(code & 15));
    let magnitude = ((mantissa * 2 + 33) << exponent) - 33;
    u8::try_from(magnitude >> 5).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wav(tag: u16, bits: u16, data: &[u8]) -> Vec<u8> {
        let rate = 8000u32;
        let mut bytes = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0".to_vec();
        bytes.extend(tag.to_le_bytes());
        bytes.extend(1u16.to_le_bytes());
        bytes.extend(rate.to_le_bytes());
        bytes.extend((rate * u32::from(bits) / 8).to_le_bytes());
        bytes.extend((bits / 8).to_le_bytes());
        bytes.extend(bits.to_le_bytes());
        bytes.extend(b"LIST\x03\0\0\0abc\0data");
        bytes.extend(u32::try_from(data.len()).expect("short").to_le_bytes());
        bytes.extend(data);
        bytes
    }

    #[test]
    fn a_recording_tells_its_length_and_where_it_is_loud() {
        let silence = vec![0u8; 16_000];
        let shout: Vec<u8> = (0..8000).flat_map(|_| i16::MAX.to_le_bytes()).collect();
        let (seconds, bars) = read(&wav(1, 16, &[silence, shout].concat())).expect("a recording");
        assert!((seconds - 2.0).abs() < 1e-9);
        assert_eq!((bars[0], bars[63], bars.len()), (0, 255, 64));
        let (seconds, bars) = read(&wav(7, 8, &[0x00; 8000])).expect("a µ-law recording");
        assert!((seconds - 1.0).abs() < 1e-9);
        assert!(bars.iter().all(|&bar| bar > 240));
        assert_eq!(read(b"RIFF"), None);
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(bytes in prop::collection::vec(any::<u8>(), 0..100), tag: u16, bits: u16) {
            let _ = read(&bytes);
            let _ = read(&wav(tag, bits, &bytes));
            let _ = read(&[b"RIFF\0\0\0\0WAVEdata".as_slice(), &bytes].concat());
        }
    }
}
