#![no_main]

use anteroom_desk::media;

/// Every container that is read; recordings (WAV) are known by their first bytes, whatever the type says.
const TYPES: [&str; 4] = ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/amr"];

libfuzzer_sys::fuzz_target!(|file: &[u8]| {
    for mime in TYPES {
        let sound = media::sound(file, mime);
        assert!(sound.seconds.is_none_or(|seconds| seconds <= 86_400));
        assert!(sound.waveform.is_none_or(|bars| bars.len() <= 64));
    }
});
