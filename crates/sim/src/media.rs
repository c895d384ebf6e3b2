//! Pictures, sounds and papers, made when they are asked for: small, valid, and different for different seeds.

use std::collections::BTreeMap;
use std::io::Cursor;

use bytes::Bytes;
use image::{ImageFormat, Rgb, RgbImage};
use jiff::Timestamp;

/// A file at a provider.
#[derive(Clone, Debug)]
pub struct File {
    /// Its media type.
    pub mime: String,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// A link to a file.
#[derive(Clone, Debug)]
pub struct Link {
    pub file: File,
    /// After this the link answers 403.
    pub until: Option<Timestamp>,
}

/// Files behind links, by the last part of their address.
#[derive(Default)]
pub struct Files {
    links: BTreeMap<String, Link>,
}

impl Files {
    pub fn link(&mut self, key: String, file: File, until: Option<Timestamp>) {
        self.links.insert(key, Link { file, until });
    }

    pub fn behind(&self, key: &str) -> Option<&Link> {
        self.links.get(key)
    }

    pub fn forget(&mut self, key: &str) {
        self.links.remove(key);
    }
}

/// A photograph-like picture: a soft gradient with a few round shapes.
pub fn photo(seed: u64) -> File {
    let mut picture = RgbImage::new(480, 360);
    let tone = |n: u64| (seed.wrapping_mul(2_654_435_761).wrapping_add(n * 7919) >> 5) as u8;
    let (warm, cool) = (tone(1) / 3, tone(2) / 3);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (fx, fy) = (f64::from(x) / 480.0, f64::from(y) / 360.0);
        let mut light = 120.0 + 70.0 * fx - 40.0 * fy;
        for n in 0..5_u64 {
            let (cx, cy) = (f64::from(tone(10 + n)) / 255.0, f64::from(tone(20 + n)) / 255.0);
            let distance = ((fx - cx).powi(2) + (fy - cy).powi(2)).sqrt();
            light += 60.0 * (0.16 - distance).max(0.0) / 0.16;
        }
        let light = light.clamp(0.0, 255.0) as u8;
        *pixel = Rgb([light.saturating_add(warm), light, light.saturating_sub(cool)]);
    }
    File {
        mime: "image/jpeg".into(),
        name: format!("photo-{seed}.jpg"),
        bytes: encode(&picture, ImageFormat::Jpeg),
    }
}

/// A drawing with flat colours, as PNG.
pub fn sticker(seed: u64) -> File {
    let mut picture = RgbImage::from_pixel(96, 96, Rgb([255, 255, 255]));
    let hue = (seed.wrapping_mul(40_503) >> 3) as u8;
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (dx, dy) = (i64::from(x) - 48, i64::from(y) - 48);
        if dx * dx + dy * dy < 44 * 44 {
            *pixel = Rgb([230, 80 + hue / 2, 90]);
        }
    }
    File {
        mime: "image/png".into(),
        name: format!("sticker-{seed}.png"),
        bytes: encode(&picture, ImageFormat::Png),
    }
}

fn encode(picture: &RgbImage, format: ImageFormat) -> Bytes {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("writing to memory cannot fail");
    Bytes::from(bytes.into_inner())
}

/// How loud a syllable is.
fn stress(seed: u64, syllable: u64) -> u8 {
    (seed.wrapping_add(syllable).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u8
}

/// Something like speech: syllables of a changing tone with pauses, 8 kHz, 16 bit, mono WAV.
pub fn voice(seconds: u32, seed: u64) -> File {
    const RATE: u32 = 8000;
    let samples = seconds * RATE;
    let size = samples * 2;
    let mut wav = Vec::with_capacity(44 + size as usize);
    wav.extend_from_slice(b"RIFF");
    wav.extend_from_slice(&(36 + size).to_le_bytes());
    wav.extend_from_slice(b"WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00");
    wav.extend_from_slice(&RATE.to_le_bytes());
    wav.extend_from_slice(&(RATE * 2).to_le_bytes());
    wav.extend_from_slice(b"\x02\x00\x10\x00data");
    wav.extend_from_slice(&size.to_le_bytes());
    let base = 110.0 + (seed % 90) as f64;
    for n in 0..samples {
        let t = f64::from(n) / f64::from(RATE);
        // Four syllables a second under a swell, and a breath every three seconds.
        let syllable = (t * 4.0 * std::f64::consts::PI).sin().abs().powf(1.5);
        let breath = if t % 3.0 > 2.6 { 0.0 } else { 1.0 };
        // Nobody speaks every syllable, nor every sentence, equally loud.
        let stress = f64::from(stress(seed, (t * 4.0) as u64)) / 255.0;
        let sentence = 0.55 + 0.45 * (t * 0.9 + base).sin();
        let pitch = base * (1.0 + 0.12 * (t * 1.7).sin());
        let phase = t * pitch * std::f64::consts::TAU;
        let tone = phase.sin() + 0.5 * (2.0 * phase).sin() + 0.25 * (5.0 * phase).sin();
        let sample = (tone * syllable * breath * (0.2 + 0.8 * stress) * sentence * 9000.0)
            .clamp(-32_000.0, 32_000.0) as i16;
        wav.extend_from_slice(&sample.to_le_bytes());
    }
    File { mime: "audio/wav".into(), name: format!("voice-{seed}.wav"), bytes: Bytes::from(wav) }
}

/// A one-page PDF.
pub fn paper(title: &str) -> File {
    let safe: String = title.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
    let drawing = format!("BT /F1 24 Tf 72 720 Td ({safe}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        offsets.push(pdf.len());
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let table = pdf.len();
    pdf.push_str("xref\n0 6\n0000000000 65535 f \n");
    offsets.iter().for_each(|offset| pdf.push_str(&format!("{offset:010} 00000 n \n")));
    pdf.push_str(&format!("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    File {
        mime: "application/pdf".into(),
        name: format!("{}.pdf", safe.replace(' ', "-")),
        bytes: pdf.into(),
    }
}

/// A film too short to watch: the file header only, enough for a type check.
pub fn film(seed: u64) -> File {
    let mut bytes = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom".to_vec();
    bytes.extend_from_slice(&(8_u32 + 1024).to_be_bytes());
    bytes.extend_from_slice(b"mdat");
    bytes.extend(std::iter::repeat_n((seed % 251) as u8, 1024));
    File { mime: "video/mp4".into(), name: format!("film-{seed}.mp4"), bytes: bytes.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_open_and_sounds_say_their_length() {
        let picture = image::load_from_memory(&photo(3).bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (480, 360));
        assert_ne!(photo(3).bytes, photo(4).bytes);
        assert!(image::load_from_memory(&sticker(1).bytes).is_ok());
        let sound = voice(2, 1);
        assert_eq!(sound.bytes.len(), 44 + 2 * 8000 * 2);
        assert_eq!(&sound.bytes[..4], b"RIFF");
        assert!(paper("Referral").bytes.starts_with(b"%PDF"));
    }
}
