//! Pictures: how large they are, and a small one for the timeline.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// Larger pictures are kept and can be saved, and are never decoded here.
const MOST_PIXELS: u64 = 40_000_000;
/// Both sides of a thumbnail at most, in pixels: a card of 320 CSS pixels on a dense screen.
const THUMBNAIL: u32 = 640;
const QUALITY: u8 = 80;

/// What the timeline needs to know of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels, as it is shown (after turning).
    pub width: u32,
    /// Height in pixels, as it is shown.
    pub height: u32,
    /// A small JPEG without any metadata.
    pub thumbnail: Vec<u8>,
}

/// Reads a picture; `None` when it is broken, too large or none.
pub fn picture(bytes: &[u8]) -> Option<Picture> {
    let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let mut limits = Limits::default();
    // Four bytes a pixel, twice: the decoder's own buffers count.
    limits.max_alloc = Some(MOST_PIXELS * 8);
    decoder.set_limits(limits).ok()?;
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).ok()?;
    // Small first, then turned: turning forty megapixels would copy them.
    let mut small =
        if width.max(height) > THUMBNAIL { decoded.thumbnail(THUMBNAIL, THUMBNAIL) } else { decoded };
    small.apply_orientation(turn);
    let upright = matches!(
        turn,
        Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical
    );
    let (width, height) = if upright { (width, height) } else { (height, width) };
    let mut thumbnail = Vec::new();
    on_white(small).write_with_encoder(JpegEncoder::new_with_quality(&mut thumbnail, QUALITY)).ok()?;
    Some(Picture { width, height, thumbnail })
}

/// JPEG has no transparency; a transparent scan would turn black.
fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let mut flat = picture.into_rgba8();
    for pixel in flat.pixels_mut() {
        let alpha = u16::from(pixel[3]);
        for channel in 0..3 {
            let mixed = (u16::from(pixel[channel]) * alpha + 255 * (255 - alpha)) / 255;
            pixel[channel] = u8::try_from(mixed).unwrap_or(255);
        }
        pixel[3] = 255;
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(flat).into_rgb8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};
    use proptest::prelude::*;

    fn encoded(width: u32, height: u32, pixel: Rgba<u8>, format: ImageFormat) -> Vec<u8> {
        let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(width, height, pixel));
        let picture =
            if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(picture.into_rgb8()) } else { picture };
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).expect("an encoded picture");
        bytes.into_inner()
    }

    /// A JPEG whose EXIF says "turned by 90°" and where it was taken.
    fn turned_jpeg() -> Vec<u8> {
        let plain = encoded(60, 20, Rgba([9, 9, 9, 255]), ImageFormat::Jpeg);
        let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend(b"GPS 47.3769N 8.5417E");
        let length = u16::try_from(exif.len() + 2).expect("a short block").to_be_bytes();
        [&plain[..2], &[0xFF, 0xE1], &length, &exif, &plain[2..]].concat()
    }

    #[test]
    fn a_thumbnail_is_small_upright_and_tells_no_place() {
        let bytes = turned_jpeg();
        assert!(bytes.windows(3).any(|part| part == b"GPS"));
        let picture = picture(&bytes).expect("a picture");
        assert_eq!((picture.width, picture.height), (20, 60));
        assert!(!picture.thumbnail.windows(4).any(|part| part == b"Exif" || part == b"GPS "));
        let large = super::picture(&encoded(2000, 1000, Rgba([0; 4]), ImageFormat::Png)).expect("a picture");
        assert_eq!((large.width, large.height), (2000, 1000));
        let small = image::load_from_memory(&large.thumbnail).expect("a thumbnail").into_rgb8();
        assert_eq!(small.dimensions(), (640, 320));
        assert!(small.get_pixel(1, 1).0.iter().all(|&c| c > 250), "transparent becomes white");
    }

    #[test]
    fn a_picture_that_claims_too_many_pixels_is_not_decoded() {
        let mut bytes = encoded(2, 2, Rgba([9, 9, 9, 255]), ImageFormat::Gif);
        let mut sized = |side: u16| {
            bytes[6..8].copy_from_slice(&side.to_le_bytes());
            bytes[8..10].copy_from_slice(&side.to_le_bytes());
            picture(&bytes).map(|picture| picture.width)
        };
        assert_eq!(sized(300), Some(300));
        assert_eq!(sized(30_000), None);
    }

    proptest! {
        #[test]
        fn broken_pictures_are_refused_and_break_nothing(at in 0usize..200, value: u8) {
            for mut bytes in [turned_jpeg(), encoded(8, 8, Rgba([1, 2, 3, 4]), ImageFormat::Png)] {
                let at = at % bytes.len();
                bytes[at] = value;
                let _ = picture(&bytes);
                let _ = picture(&bytes[..at]);
            }
        }
    }
}
